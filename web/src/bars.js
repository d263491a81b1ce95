// Small bars over time: the days of one node's papers.

import { drawing, element } from "./dom.js";
import { barOf, barsOf } from "./facts.js";
import { facts } from "./store.js";

export const bars = barsOf(facts);
const [HIGH, GAP] = [28, 1];

export function sparkline(days) {
  if (bars.length < 2 || !days.length) return null;
  const counts = bars.map(() => 0);
  for (const day of days) counts[barOf(bars, day)] += 1;
  const most = Math.max(...counts);
  const wide = Math.max(2, Math.min(12, Math.floor(280 / bars.length) - GAP));
  const picture = drawing("svg", {
    class: "spark", viewBox: `0 0 ${bars.length * (wide + GAP)} ${HIGH}`, preserveAspectRatio: "none", role: "img",
    "aria-label": `Papers over time: ${days.length} from ${days[0]} to ${days[days.length - 1]}`,
  }, counts.map((count, place) => drawing("rect", {
    class: count ? "some" : "none", x: place * (wide + GAP), width: wide, y: count ? HIGH - Math.max(4, (HIGH * count) / most) : HIGH - 1,
    height: count ? Math.max(4, (HIGH * count) / most) : 1,
  })));
  return element("figure", { class: "over-time" }, picture,
    element("figcaption", {}, element("span", {}, bars[0].from), element("span", {}, bars[bars.length - 1].to)));
}
