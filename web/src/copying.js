// Taking things out of the page: into the clipboard, or as a file that never leaves the machine.

import { announce } from "./announcing.js";
import { button, element } from "./dom.js";

// Without the newer way (or without leave for it) the older one does.
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const holder = element("textarea", { class: "unseen", "aria-hidden": "true" });
    holder.value = text;
    const before = document.activeElement;
    document.body.append(holder);
    holder.select();
    document.execCommand("copy");
    holder.remove();
    if (before) before.focus();
  }
}

// `text` is asked for at the click; null means that there is nothing to copy.
export function copyButton(label, text, attributes = {}) {
  const made = button({
    class: "tool", ...attributes,
    onclick: async () => {
      const copied = text();
      if (copied === null) return;
      await toClipboard(copied);
      announce(`${label}: copied`);
      made.textContent = "Copied";
      setTimeout(() => { made.textContent = label; }, 1500);
    },
  }, label);
  return made;
}

export function download(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const anchor = element("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  announce(`${name} saved`);
}
