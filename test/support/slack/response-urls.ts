import type { Answering } from "./emulate-internals.ts";
import { type Json, objectOf } from "./json.ts";

export interface Responded {
  /** Of the command or click it answers. */
  readonly id: string;
  readonly body: Json;
  /** False past the fifth use: Slack says 404 to it. */
  readonly taken: boolean;
}

const PATH = "/response/";
const MOST_USES = 5;

/** The addresses that Slack gives with a command or a click: five uses each. */
export function responseUrls(base: string, rest: Answering) {
  const responses: Responded[] = [];
  let made = 0;
  const answering: Answering = async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(PATH)) return rest(request);
    const id = pathname.slice(PATH.length);
    const taken = responses.filter((each) => each.id === id).length < MOST_USES;
    responses.push({ id, body: objectOf(await request.text()), taken });
    return taken
      ? Response.json({ ok: true })
      : Response.json({ ok: false, error: "used_url" }, { status: 404 });
  };
  return {
    answering,
    responses,
    next: () => {
      made += 1;
      return { id: `r${made}`, url: `${base}${PATH}r${made}` };
    },
    reset: () => {
      responses.length = 0;
      made = 0;
    },
  };
}
