import type { Case } from "./corpus.ts";
import { HOSTILE_CLAIMS } from "./hostile-claims.ts";
import { HOSTILE_NUMBERS } from "./hostile-numbers.ts";
import { HOSTILE_WORDING } from "./hostile-wording.ts";
import { HOSTILE_A } from "./unseen/hostile-a.ts";
import { HOSTILE_B } from "./unseen/hostile-b.ts";
import { HOSTILE_HORIZONS } from "./unseen/hostile-horizons.ts";

export const HOSTILE: readonly Case[] = [
  ...HOSTILE_NUMBERS,
  ...HOSTILE_CLAIMS,
  ...HOSTILE_WORDING,
  ...HOSTILE_A,
  ...HOSTILE_B,
  ...HOSTILE_HORIZONS,
];
