// Keys: the list of them on "?", and the switch for those that are a single letter or sign.

import { byId } from "./dom.js";
import { closeMenus } from "./menu.js";
import { closeSearch } from "./search.js";

const SWITCH = "papergraph-keys";

function stored() {
  try {
    return localStorage.getItem(SWITCH) !== "off";
  } catch {
    return true;
  }
}

function remember(on) {
  try {
    localStorage.setItem(SWITCH, on ? "on" : "off");
  } catch {
    // A page that may not remember asks again the next time.
  }
}

const typing = (target) => Boolean(target.closest("input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]"));

export function startKeys(backOut) {
  const dialog = byId("keys");
  const allowed = byId("single-keys");
  allowed.checked = stored();
  allowed.addEventListener("change", () => remember(allowed.checked));
  const help = () => { if (!dialog.open) dialog.showModal(); };
  byId("keys-open").addEventListener("click", help);
  byId("keys-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
    if (event.key === "Escape") {
      if (!closeMenus() && !closeSearch()) backOut();
    } else if (allowed.checked && !typing(event.target)) {
      const act = { "/": () => byId("search").focus(), "?": help }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    }
  });
}
