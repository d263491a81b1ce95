// The map under a keyboard: arrows go from neighbour to neighbour, Enter opens, + − 0 zoom, Shift and arrows pan.

import { neighbourTowards } from "./lighting.js";
import { facts, seenNow } from "./store.js";
import { model } from "./model.js";

const PAN = 60;
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// `at()` tells the node one stands on, or null; `stand(place)` moves there; `open(place)` opens it.
export function startWalking(map, holder, { at, stand, open }) {
  function walk(direction) {
    const seen = seenNow();
    const from = at();
    if (from === null || !seen.nodes[from]) return stand(facts.foremost.find((place) => seen.nodes[place]) ?? null);
    const next = neighbourTowards({ model, seen }, from, direction);
    return next === undefined ? undefined : stand(next);
  }

  const keys = {
    "+": () => map.zoomBy(1.3), "=": () => map.zoomBy(1.3), "-": () => map.zoomBy(1 / 1.3), 0: () => map.fit(),
    Enter: () => { if (at() !== null) open(at()); },
  };
  holder.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    const act = direction ? () => (event.shiftKey ? map.panBy(-direction[0] * PAN, -direction[1] * PAN) : walk(direction)) : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
