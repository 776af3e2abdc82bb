import type { Asker, Page } from "../briefing/briefing.ts";
import { BriefingError } from "../briefing/errors.ts";
import type { NarrativeStore, Spending } from "./spending.ts";

/** Which workspaces have summaries: none until an admin says so. */
export interface Switch {
  isOn(workspace: string): Promise<boolean>;
  /** @param by who said so */
  set(workspace: string, on: boolean, by: string): Promise<void>;
}

/** The use case behind `narrative on`, `off` and `status`. Rejects with `BriefingError`. */
export interface NarrativeDesk {
  run(wish: "on" | "off" | "status", asker: Asker): Promise<Page>;
}

const keyOf = (workspace: string) => `narrative/on/${workspace}`;

export function createSwitch(store: NarrativeStore): Switch {
  return {
    isOn: async (workspace) => {
      const kept = await store.get("controls", keyOf(workspace));
      return typeof kept === "object" && kept !== null && "on" in kept && kept.on === true;
    },
    set: (workspace, on, by) => store.set("controls", keyOf(workspace), { on, by }),
  };
}

interface DeskDeps {
  readonly switches: Switch;
  /** Null where no model is configured. */
  readonly model: string | null;
  readonly spending: Spending;
}

export function createDesk({ switches, model, spending }: DeskDeps): NarrativeDesk {
  async function page(workspace: string): Promise<Page> {
    const on = await switches.isOn(workspace);
    const { requests, input, output, usd } = await spending.today(workspace);
    const cost = usd === null ? "" : `, ${usd.toFixed(2)} USD`;
    const used = `Today (UTC): ${requests} requests, ${input + output} tokens${cost}`;
    return {
      title: on ? "Summaries are on in this workspace" : "Summaries are off in this workspace",
      sections: [
        {
          heading: "How it works",
          lines: [
            model === null ? "No language model is configured." : `Drafted by ${model}.`,
            "The model is told which figures there are and which way they point, not what they are worth, and nothing of what anybody types. Code fills the numbers in, and refuses a draft that says anything else.",
            "A question in words that no rule understands goes to it by itself, to choose a command; it answers nothing.",
            ...(model === null ? [] : [used]),
          ],
        },
        {
          heading: "Change it",
          lines: [on ? "`narrative off` (workspace admins)" : "`narrative on` (workspace admins)"],
        },
      ],
    };
  }

  return {
    run: async (wish, { workspace, user, isAdmin }) => {
      if (wish === "status") return page(workspace);
      if (isAdmin === undefined) throw operatorsOnly(workspace, wish);
      if (!(await isAdmin()))
        throw new BriefingError(
          "refused",
          "only a workspace admin or owner can change that",
          `ask one to type: narrative ${wish}`,
        );
      if (wish === "on" && model === null)
        throw new BriefingError(
          "bad_config",
          "no language model is configured",
          "whoever runs smallcaps sets OPENAI_API_KEY and OPENAI_MODEL",
        );
      await switches.set(workspace, wish === "on", user);
      return page(workspace);
    },
  };
}

/** Teams tells a bot nothing of who administers a tenant. */
function operatorsOnly(workspace: string, wish: string): BriefingError {
  return new BriefingError(
    "refused",
    "Teams does not tell who administers this organisation",
    `whoever runs smallcaps can type: npm run --silent admin -- narrative ${wish} ${workspace}`,
  );
}
