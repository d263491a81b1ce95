// What readers do: hover tells, a click keeps, Esc lets go; every action by key as well as by pointer.

import { reasons } from "./data.js";
import { byId, counted, words } from "./dom.js";
import { keep, nowKept, onKeep } from "./keeping.js";
import { byImportance } from "./labels.js";
import { createMap, litWith } from "./map.js";
import { edges, linksByConcepts, model, nodes, reasonWords } from "./model.js";
import { panel, showEdge, showConcept, showGroup, showNode, showNothing } from "./panel.js";
import { emptyFound, searchBox } from "./search.js";
import { startTables } from "./table.js";

const holder = byId("map");
const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");
const groupButtons = [...document.querySelectorAll("[data-group]")];
const sameThing = (a, b) => (a && a.node) === (b && b.node) && (a && a.edge) === (b && b.edge);
let hovered = null;

const map = createMap(model, holder, { onHover: hoverOver, onPick: (thing) => keep(thing) });

function draw() {
  map.show({ lit: litWith(model, hovered) || litWith(model, nowKept()), dark: darkScheme.matches });
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
    return [words(node.name), linksByConcepts ? ` · ${linked}` : ` · ${counted(node.papers.length, "paper", "papers")}, ${linked}`];
  }
  const edge = edges[thing.edge];
  return [words(nodes[edge.source].label), " — ", words(nodes[edge.target].label), ` · ${counted(reasons(edge), ...reasonWords)}`];
}

function tell(thing) {
  if (!thing) showNothing();
  else if (thing.node !== undefined) showNode(thing.node);
  else if (thing.edge !== undefined) showEdge(thing.edge);
  else if (thing.concept !== undefined) showConcept(thing.concept, thing.nodes);
  else showGroup(thing.group, thing.nodes);
}

onKeep((thing, byKeyboard) => {
  hovered = null;
  for (const button of groupButtons) button.setAttribute("aria-pressed", String(Boolean(thing) && thing.group === Number(button.dataset.group)));
  tell(thing);
  if (thing && thing.node !== undefined) map.reveal(thing.node);
  if (thing && thing.edge !== undefined) map.reveal(edges[thing.edge].source);
  byId("status").textContent = thing ? panel.querySelector("h2").textContent : "";
  if (byKeyboard) {
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }
  draw();
});

for (const button of groupButtons) {
  button.addEventListener("click", () => {
    const group = Number(button.dataset.group);
    const members = byImportance.filter((place) => nodes[place].group === group);
    keep(button.getAttribute("aria-pressed") === "true" ? null : { nodes: members, group });
  });
}

byId("zoom-in").addEventListener("click", () => map.zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => map.zoomBy(1 / 1.3));
byId("zoom-fit").addEventListener("click", map.fit);

const PAN = 60;
const mapKeys = {
  "+": () => map.zoomBy(1.3), "=": () => map.zoomBy(1.3), "-": () => map.zoomBy(1 / 1.3), 0: map.fit,
  ArrowLeft: () => map.panBy(PAN, 0), ArrowRight: () => map.panBy(-PAN, 0), ArrowUp: () => map.panBy(0, PAN), ArrowDown: () => map.panBy(0, -PAN),
};
holder.addEventListener("keydown", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.altKey && mapKeys[event.key]) {
    event.preventDefault();
    mapKeys[event.key]();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    searchBox.value = "";
    emptyFound();
    keep(null);
  } else if (event.key === "/" && event.target !== searchBox && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    searchBox.focus();
  }
});

darkScheme.addEventListener("change", draw);
draw();
map.fit();
showNothing();
setTimeout(startTables, 0);

// For whoever embeds or tests the page: the picture, as createMap tells in map.js.
window.papergraph = Object.freeze({ ...map });
