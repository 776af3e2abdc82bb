import { fileURLToPath } from "node:url";
import type { Emphasis } from "../briefing/chart.ts";

/** Every drawing is laid out at this size in px; formats only scale it. */
export const PAGE = { width: 1200, height: 675, margin: 40 } as const;

export const FONT_FAMILY = "Inter";

export type Weight = 400 | 500 | 600;

/** TTF because resvg draws WOFF blank, without a word. */
const FONT_FILES: Record<Weight, string> = {
  400: "400Regular/Inter_400Regular.ttf",
  500: "500Medium/Inter_500Medium.ttf",
  600: "600SemiBold/Inter_600SemiBold.ttf",
};

export function fontFile(weight: Weight): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${FONT_FILES[weight]}`));
}

/** Text colours reach 4.5:1 on white, marks 3:1; navy, vermilion and teal stay apart for the colour-blind. */
export const COLOURS = {
  paper: "#FFFFFF",
  ink: "#111C33",
  text: "#46536A",
  grid: "#E3E8EE",
  axis: "#8592A3",
  band: "#DFE5ED",
  rowLine: "#EDF0F4",
  primary: "#0B2D66",
  secondary: "#C4481B",
  accent: "#0A7A78",
  muted: "#7F8DA0",
  mutedText: "#5C6A7E",
  watermark: "#B3261E",
} as const;

export const WATERMARK = { opacity: 0.16, tiltDegrees: 16, largest: 150 } as const;

/** The colour of a line, bar or dot. */
export const MARK_COLOURS: Record<Emphasis, string> = {
  primary: COLOURS.primary,
  secondary: COLOURS.secondary,
  accent: COLOURS.accent,
  muted: COLOURS.muted,
};

/** The colour of a label that names such a mark: darker where the mark is pale. */
export const LABEL_COLOURS: Record<Emphasis, string> = { ...MARK_COLOURS, muted: COLOURS.mutedText };

export const LINE_WIDTHS: Record<Emphasis, number> = {
  primary: 3.2,
  secondary: 2.8,
  accent: 2.4,
  muted: 1.7,
};

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
}

/** 22 px stays readable at 400 px picture width (a phone), 16 px in the footer. */
export const TEXT = {
  label: { size: 22, weight: 400, colour: COLOURS.ink },
  strong: { size: 22, weight: 600, colour: COLOURS.ink },
  quiet: { size: 22, weight: 400, colour: COLOURS.text },
  subtitle: { size: 22, weight: 400, colour: COLOURS.text },
  footer: { size: 17, weight: 400, colour: COLOURS.text },
  firm: { size: 17, weight: 600, colour: COLOURS.ink },
} as const satisfies Record<string, TextStyle>;

/** Tried in order until the title fits. */
export const TITLE_STYLES: readonly TextStyle[] = [36, 32, 28].map((size) => ({
  size,
  weight: 600,
  colour: COLOURS.ink,
}));

export const LINE_HEIGHT = 1.26;

export function lineHeight(style: TextStyle): number {
  return Math.round(style.size * LINE_HEIGHT);
}
