import type { Case } from "./corpus.ts";
import { HOSTILE_CLAIMS } from "./hostile-claims.ts";
import { HOSTILE_NUMBERS } from "./hostile-numbers.ts";
import { HOSTILE_WORDING } from "./hostile-wording.ts";
import { HOSTILE_A } from "./unseen/hostile-a.ts";
import { HOSTILE_B } from "./unseen/hostile-b.ts";
import { HOSTILE_C } from "./unseen/hostile-c.ts";
import { HOSTILE_CONTRACT } from "./unseen/hostile-contract.ts";
import { HOSTILE_D } from "./unseen/hostile-d.ts";
import { HOSTILE_E } from "./unseen/hostile-e.ts";
import { HOSTILE_F } from "./unseen/hostile-f.ts";
import { HOSTILE_G } from "./unseen/hostile-g.ts";
import { HOSTILE_H } from "./unseen/hostile-h.ts";
import { HOSTILE_HORIZONS } from "./unseen/hostile-horizons.ts";
import { HOSTILE_HORIZONS_B } from "./unseen/hostile-horizons-b.ts";
import { HOSTILE_I } from "./unseen/hostile-i.ts";
import { HOSTILE_J } from "./unseen/hostile-j.ts";
import { HOSTILE_MODEL } from "./unseen/hostile-model.ts";
import { HOSTILE_ORDER } from "./unseen/hostile-order.ts";
import { HOSTILE_PLAIN } from "./unseen/hostile-plain.ts";

export const HOSTILE: readonly Case[] = [
  ...HOSTILE_NUMBERS,
  ...HOSTILE_CLAIMS,
  ...HOSTILE_WORDING,
  ...HOSTILE_A,
  ...HOSTILE_B,
  ...HOSTILE_C,
  ...HOSTILE_D,
  ...HOSTILE_HORIZONS,
  ...HOSTILE_CONTRACT,
  ...HOSTILE_PLAIN,
  ...HOSTILE_MODEL,
  ...HOSTILE_E,
  ...HOSTILE_F,
  ...HOSTILE_HORIZONS_B,
  ...HOSTILE_G,
  ...HOSTILE_ORDER,
  ...HOSTILE_H,
  ...HOSTILE_I,
  ...HOSTILE_J,
];
