import { type Check, fault, ok, warning } from "../briefing/check.ts";
import { BriefingError } from "../briefing/errors.ts";
import { refusalReason } from "../commands/refuse/refuse.ts";
import type { Config } from "../config.ts";
import { houseOf } from "./house-view.ts";

const ADVICE =
  /\b(?:should|ought to|must|recommend\w*|buy|sell|overweight|underweight|opportunit\w+|poised|set to|attractive\w*|cheap\w*)\b/i;

/** Words of advice in a firm's own claims are its own business, and its compliance officer's. */
export async function checkHouseView(config: Config): Promise<readonly Check[]> {
  if (config.HOUSE_VIEW === undefined) return [];
  try {
    const { claims } = await houseOf(config);
    const told = claims.filter(
      ({ statement }) => ADVICE.test(statement) || refusalReason(statement, null) !== null,
    );
    return [
      ok("House view", `${claims.length} of the firm's own claims, from ${config.HOUSE_VIEW}`),
      ...told.map(({ id }) =>
        warning(
          "House view",
          `the claim ${id} reads like advice`,
          "word it as a statement about figures: it is shown to whoever asks for the thesis",
        ),
      ),
    ];
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    return [fault("House view", error.message, error.hint)];
  }
}
