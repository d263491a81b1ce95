// What a screen reader is told, politely, once things have come to rest.

import { byId } from "./dom.js";

const REST = 400; // ms
let waiting = null;
let pending = [];

export function announce(text) {
  if (!text) return;
  pending = [...pending.filter((other) => other !== text), text];
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    byId("status").textContent = pending.join(". ");
    pending = [];
  }, REST);
}
