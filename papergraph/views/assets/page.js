// What readers do: hover tells, a click keeps, Esc lets go; every action by key as well as by pointer.

const groupButtons = [...document.querySelectorAll("[data-group]")];

// Keeps a thing lit and tells of it: {node}, {edge}, {nodes, group} or {nodes, concept}; null lets go.
function keep(thing, bringBack = false) {
  kept = thing;
  hovered = null;
  for (const button of groupButtons) button.setAttribute("aria-pressed", String(Boolean(thing) && thing.group === Number(button.dataset.group)));
  if (!thing) showNothing();
  else if (thing.node !== undefined) showNode(thing.node);
  else if (thing.edge !== undefined) showEdge(thing.edge);
  else if (thing.concept !== undefined) showConcept(thing.concept, thing.nodes);
  else showGroup(thing.group, thing.nodes);
  if (thing && thing.node !== undefined) reveal(thing.node);
  if (thing && thing.edge !== undefined) reveal(edges[thing.edge].source);
  byId("status").textContent = thing ? panel.querySelector("h2").textContent : "";
  if (bringBack) {
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }
  network.redraw();
}

for (const button of groupButtons) {
  button.addEventListener("click", () => {
    const group = Number(button.dataset.group);
    const members = byImportance.filter((place) => nodes[place].group === group);
    keep(button.getAttribute("aria-pressed") === "true" ? null : { nodes: members, group });
  });
}

byId("zoom-in").addEventListener("click", () => zoomBy(1.3));
byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
byId("zoom-fit").addEventListener("click", showAll);

const PAN = 60;
const mapKeys = {
  "+": () => zoomBy(1.3), "=": () => zoomBy(1.3), "-": () => zoomBy(1 / 1.3), 0: showAll,
  ArrowLeft: () => panBy(PAN, 0), ArrowRight: () => panBy(-PAN, 0), ArrowUp: () => panBy(0, PAN), ArrowDown: () => panBy(0, -PAN),
};
mapElement.addEventListener("keydown", (event) => {
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

startMap(keep);
showNothing();
setTimeout(startTables, 0);

// For whoever embeds or tests the page: where things stand on the screen. Nothing here changes the page.
window.papergraph = Object.freeze({
  nodeAt: (place) => viewOf().toScreen(nodes[place]),
  labels: () => drawnLabels.map((label) => ({ ...label })),
});
