// What readers do: hover tells, a click keeps, Esc lets go; every action by key as well as by pointer.

import { startAddress } from "./address.js";
import { announce } from "./announcing.js";
import { endsOf, saidOf } from "./data.js";
import { byId, counted, words } from "./dom.js";
import { startExports } from "./exports.js";
import { startFilters } from "./filters.js";
import { startKeys } from "./keys.js";
import { startLegend } from "./legend.js";
import { lighting } from "./lighting.js";
import { createMap } from "./map.js";
import { startMenu } from "./menu.js";
import { edges, model, nodes } from "./model.js";
import { letGo, startPanel } from "./panel.js";
import { startQuestions } from "./questions.js";
import { startSearch } from "./search.js";
import { startShown } from "./shown.js";
import { ask, asked, choose, facts, keep, seenNow, store } from "./store.js";
import { startTables } from "./table.js";
import { startTimeline } from "./timeline.js";
import { startWalking } from "./walking.js";

const holder = byId("map");
const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");
const printing = window.matchMedia("print");
const sameThing = (a, b) => (a && a.node) === (b && b.node) && (a && a.edge) === (b && b.edge);
let hovered = null;
let withShift = false; // of the press under way: the second of a pair

document.documentElement.classList.add("scripted");
holder.addEventListener("pointerdown", (event) => { withShift = event.shiftKey; }, true);
const map = createMap(model, holder, { onHover: hoverOver, onPick: pick });

function pick(thing) {
  const { kept } = store.now();
  if (!thing || thing.node === undefined) {
    if (!asked()) keep(thing, {});
  } else if (withShift && kept && kept.node !== undefined && kept.node !== thing.node) keep({ pair: [kept.node, thing.node] }, {});
  else choose(thing.node, {});
}

const isDark = () => !printing.matches && (store.now().dark ?? darkScheme.matches);

function draw() {
  const { kept, filters, sizeBy, colourBy, names } = store.now();
  const seen = seenNow();
  const page = { model, facts, seen, filters };
  map.show({ visible: seen, lit: lighting(page, hovered) || lighting(page, kept), dark: isDark(), sizeBy, colourBy, names });
}

function hoverOver(thing) {
  if (sameThing(thing, hovered)) return;
  hovered = thing;
  holder.style.cursor = thing ? "pointer" : "";
  const told = byId("hover");
  told.hidden = !thing;
  if (thing) told.replaceChildren(...hoverText(thing));
  draw();
}

function hoverText(thing) {
  if (thing.node !== undefined) {
    const node = nodes[thing.node];
    const linked = counted(node.edges.length, "link", "links");
    return [words(node.name), node.papers.length < 2 ? ` · ${linked}` : ` · ${counted(node.papers.length, "paper", "papers")}, ${linked}`];
  }
  const edge = edges[thing.edge];
  const [one, other] = endsOf(model, edge);
  return [words(one), " — ", words(other), ` · ${saidOf(model, edge)}`];
}

function showScheme() {
  const { dark } = store.now();
  if (dark === null) delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = dark ? "dark" : "light";
  byId("dark").setAttribute("aria-pressed", String(isDark()));
}

function backOut() {
  if (asked()) ask(null);
  else if (hovered) hoverOver(null);
  else keep(null, {});
  letGo();
}

// Addresses say what is kept; a link within the page must not.
document.addEventListener("click", (event) => {
  const anchor = event.target.closest("a[href^='#']");
  if (!anchor) return;
  event.preventDefault();
  const place = byId(anchor.getAttribute("href").slice(1));
  if (place.tagName === "DETAILS") place.open = true;
  place.scrollIntoView();
  (place.querySelector("summary") || place).focus();
});

startAddress();
showScheme();
startPanel();
startFilters();
startTimeline();
startShown();
startLegend(map);
startSearch();
startQuestions();
startExports(map);
startMenu("questions");
startMenu("exports");
startKeys(backOut);
startWalking(map, holder, {
  at: () => (hovered && hovered.node !== undefined ? hovered.node : store.now().kept?.node ?? null),
  stand(place) {
    if (place === null) return;
    hoverOver({ node: place });
    map.reveal(place);
    announce(byId("hover").textContent, "pointed");
  },
  open: (place) => { hovered = null; byId("hover").hidden = true; choose(place); },
});

byId("zoom-in").addEventListener("click", () => map.zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => map.zoomBy(1 / 1.3));
byId("zoom-fit").addEventListener("click", () => map.fit());
byId("dark").addEventListener("click", () => store.change({ dark: !isDark() }));

store.subscribe((now, before) => {
  if (now.dark !== before.dark) showScheme();
  if (now.kept !== before.kept) {
    hovered = null;
    byId("hover").hidden = true;
    reveal(now.kept);
  }
  draw();
  if (now.filters.around !== before.filters.around) map.fit(); // a neighbourhood is small: seen from near
});

function reveal(kept) {
  if (kept && kept.node !== undefined) map.reveal(kept.node);
  else if (kept && kept.edge !== undefined) map.reveal(edges[kept.edge].source);
}

darkScheme.addEventListener("change", () => { showScheme(); draw(); });
printing.addEventListener("change", () => {
  byId("printed").textContent = `Printed on ${new Date().toISOString().slice(0, 10)}. ${byId("shown").querySelector(".shown-said").textContent}`;
  draw();
  map.labels(); // asked for its names, the map paints at once: paper does not wait
});

draw();
map.fit();
reveal(store.now().kept);
setTimeout(startTables, 0);

// For whoever embeds or tests the page: the picture, as createMap tells in map.js.
window.papergraph = Object.freeze({ ...map });
