// The state in the address, behind "#": a kept thing is a step to go Back from, a dragged filter is not.

import { codec, store } from "./store.js";

const SCHEME = "papergraph-scheme";

// A page in a frame without an address of its own, or with storage forbidden, works all the same.
function guarded(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

const remembered = () => guarded(() => ({ dark: true, light: false })[localStorage.getItem(SCHEME)] ?? null, null);
const said = () => guarded(() => window.location.hash, "");

function read() {
  const state = codec.decode(said());
  return state.dark === null ? { ...state, dark: remembered() } : state;
}

export function startAddress() {
  store.change(read(), { silent: true, focus: false });
  store.subscribe((now, before, how) => {
    if (now.dark !== before.dark && !how.silent) guarded(() => localStorage.setItem(SCHEME, now.dark ? "dark" : "light"));
    if (how.silent) return;
    const text = codec.encode(now);
    if (text === said().slice(1)) return;
    const step = now.kept !== before.kept && !how.dragging ? "pushState" : "replaceState";
    guarded(() => window.history[step](null, "", `#${text}`));
  });
  const reread = () => store.change(read(), { silent: true, focus: false });
  window.addEventListener("popstate", reread);
  window.addEventListener("hashchange", reread);
}

export const addressNow = () => guarded(() => window.location.href, "");
