// Writing names, in the page's own font.

import { nodes } from "./model.js";
import { fontOf } from "./pens.js";
import { importance } from "./placing.js";

export const FACES = getComputedStyle(document.documentElement).getPropertyValue("--font").trim() || "sans-serif";

export const byImportance = importance(nodes);

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();

export function measure(text, style) {
  const font = fontOf(style, FACES);
  const key = `${font} ${text}`;
  if (!widths.has(key)) {
    ruler.font = font;
    widths.set(key, ruler.measureText(text).width);
  }
  return widths.get(key);
}

export function writeNames(pen, { look }, names) {
  for (const { label, left, top, bottom, size, weight, fill } of names) {
    pen.write(label, left, (top + bottom) / 2, { size, weight, fill: fill || look.colours.ink, halo: look.colours.background });
  }
}
