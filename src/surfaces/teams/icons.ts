import { ACCENT_COLOUR } from "./manifest.ts";

interface Icon {
  readonly svg: string;
  /** Width and height in px. */
  readonly size: number;
}

/** Rising bars, the smallest of them meant. Teams wants the colour icon to its edges, its symbol in the middle 96 px. */
export const COLOUR_ICON: Icon = {
  size: 192,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 192"><rect width="192" height="192" fill="${ACCENT_COLOUR}"/><rect x="50" y="100" width="26" height="42" rx="4" fill="#f2b84b"/><rect x="83" y="76" width="26" height="66" rx="4" fill="#9db7dd"/><rect x="116" y="50" width="26" height="92" rx="4" fill="#ffffff"/></svg>`,
};

/** White alone, on nothing; edges on whole pixels, so that nothing turns grey. */
export const OUTLINE_ICON: Icon = {
  size: 32,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" shape-rendering="crispEdges"><rect x="4" y="17" width="6" height="10" fill="#ffffff"/><path fill="#ffffff" fill-rule="evenodd" d="M13 11h6v16h-6zM15 13v12h2V13zM22 5h6v22h-6zM24 7v18h2V7z"/></svg>`,
};
