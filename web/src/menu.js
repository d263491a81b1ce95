// A button that opens a list of buttons: closed by Esc, by a choice, and by whatever happens elsewhere.

import { byId } from "./dom.js";

const open = new Set();

// Whether one was open, and is now closed.
export function closeMenus() {
  const closed = [...open];
  for (const close of closed) close(true);
  return closed.length > 0;
}

export function startMenu(name) {
  const [opener, holder] = [byId(`${name}-open`), byId(name)];
  const items = () => [...holder.querySelectorAll("button, input")];
  const close = (back) => {
    open.delete(close);
    holder.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (back) opener.focus();
  };
  opener.addEventListener("click", () => {
    if (!holder.hidden) return close(true);
    for (const other of [...open]) other(false);
    open.add(close);
    holder.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    const [first] = items();
    return first && first.focus();
  });
  holder.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = items();
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
  holder.addEventListener("click", (event) => { if (event.target.closest("button")) close(false); });
  document.addEventListener("pointerdown", (event) => {
    if (!holder.hidden && !holder.contains(event.target) && !opener.contains(event.target)) close(false);
  });
  document.addEventListener("focusin", (event) => {
    if (!holder.hidden && !holder.contains(event.target) && event.target !== opener) close(false);
  });
}
