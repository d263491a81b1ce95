// The panel beside the picture: what is kept. Every line says why it is there.

import { announce } from "./announcing.js";
import { endsOf } from "./data.js";
import { byId, button, element, joined, words } from "./dom.js";
import { edges, model, terms } from "./model.js";
import { showConcept } from "./panels/concept.js";
import { showEdge, strengthOf } from "./panels/edge.js";
import { showGroup } from "./panels/group.js";
import { showListing } from "./panels/listing.js";
import { showCircle, showNode } from "./panels/node.js";
import { showPair, showPath } from "./panels/pair.js";
import { ask, asked, keep, onAsk, seenNow, store } from "./store.js";

const panel = byId("panel");
const hint = panel.firstElementChild;
const sheet = window.matchMedia("(max-width: 800px)"); // where the panel covers the lower half of the window
let cameFrom = null; // what had the focus before the panel took it

const SHOWS = {
  node: (kept) => showNode(kept.node), edge: (kept) => showEdge(kept.edge), pair: (kept) => showPair(kept.pair),
  path: (kept) => showPath(kept.path), group: (kept) => showGroup(kept.group), concept: (kept) => showConcept(kept.concept),
  listing: (kept) => showListing(kept.listing), circle: (kept) => showCircle(kept.circle, kept.split),
};

function shown(kept) {
  return SHOWS[Object.keys(SHOWS).find((name) => kept[name] !== undefined)](kept);
}

function close() {
  keep(null, { focus: false });
  letGo();
}

// Brings a keyboard back to where it came from.
export function letGo() {
  if (cameFrom && cameFrom.isConnected && (panel.contains(document.activeElement) || document.activeElement === document.body)) cameFrom.focus();
  cameFrom = null;
}

// With nothing kept the panel offers a way in.
function wayIn() {
  const { edges: seen } = seenNow();
  const strongest = edges.filter((edge) => seen[edge.place]).slice(0, 12).map((edge) => element("li", {},
    button({ class: "row", onclick: () => keep({ edge: edge.place }) },
      element("span", {}, joined(endsOf(model, edge).map((name) => words(name)), " — ")),
      element("span", { class: "quiet" }, strengthOf(edge)))));
  return [hint, ...(strongest.length ? [element("h3", {}, "Strongest links"), element("ul", {}, strongest)] : [])];
}

const ASKS = {
  path: [`Where does the path start?`, "Where does it lead?"],
  pair: [`Which ${terms.node} to compare?`, `Compare with which other ${terms.node}?`],
};

function question() {
  const { as, from } = asked();
  return element("div", { class: "asking" },
    element("p", {}, element("b", {}, ASKS[as][from === null ? 0 : 1]), ` Find the ${terms.node} by name, or choose it on the map or in the table.`),
    button({ class: "tool", onclick: () => ask(null) }, "Cancel"));
}

// What is kept stays open when filters take it out of the picture, and says so.
function outOfSight({ node, edge }) {
  const seen = seenNow();
  const hidden = node !== undefined ? !seen.nodes[node] : edge !== undefined && !seen.edges[edge];
  return hidden ? element("p", { class: "fact" }, "Not in the picture now: filters hide it.") : null;
}

function told(kept) {
  const [head, ...rest] = shown(kept);
  return [head, outOfSight(kept), ...rest];
}

function render() {
  const { kept } = store.now();
  const content = kept ? [button({ class: "close", "aria-label": "Close", onclick: close }, "×"), ...told(kept)] : wayIn();
  panel.replaceChildren(...(asked() ? [question()] : []), ...content.flat(2).filter((part) => part !== null && part !== undefined));
  panel.classList.toggle("open", Boolean(kept));
}

function takeFocus() {
  if (!panel.contains(document.activeElement) && document.activeElement !== document.body) cameFrom = document.activeElement;
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

// The sheet leaves the upper half of the window: that is where the map belongs.
function keepInSight() {
  if (sheet.matches && store.now().kept) byId("map").closest(".picture").scrollIntoView({ block: "start" });
}

export function startPanel() {
  store.subscribe((now, before, how) => {
    if (now.kept === before.kept && now.filters === before.filters && now.names === before.names) return;
    const inside = panel.contains(document.activeElement) && document.activeElement !== panel;
    render();
    if (now.kept === before.kept) return;
    panel.scrollTop = 0;
    if (!now.kept) return;
    if (how.focus || inside) takeFocus();
    keepInSight();
    announce(panel.querySelector("h2").textContent, "kept");
  });
  onAsk((question) => {
    render();
    panel.scrollTop = 0;
    if (!question) return;
    announce(ASKS[question.as][question.from === null ? 0 : 1]);
    byId("search").focus();
  });
  render();
  keepInSight();
}
