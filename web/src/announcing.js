// What a screen reader is told, politely, once things have come to rest.

import { byId } from "./dom.js";

const REST = 400; // ms
let waiting = null;
let pending = new Map();

// Of one `matter` only the latest is said, however often it changed meanwhile.
export function announce(text, matter = text) {
  if (!text) return;
  pending.delete(matter);
  pending.set(matter, text);
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    byId("status").textContent = [...pending.values()].join(". ");
    pending = new Map();
  }, REST);
}
