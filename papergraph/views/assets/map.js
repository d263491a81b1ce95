// The picture: vis-network draws dots and lines and moves the camera; what is lit, the names and the picking are ours.

const mapElement = byId("map");
const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");
const REACH = 12; // px around a dot that still count as a hit
const LINE_REACH = 6;
let network = null;
let kept = null; // what a click keeps lit
let hovered = null; // what the pointer is over
let moved = false; // whether a reader has moved the camera

const colours = () => data.palettes[darkScheme.matches ? "dark" : "light"];
const colourOf = (node) => colours().groups[node.group] || colours().other;

function faded(hex, alpha) {
  const part = (from) => parseInt(hex.slice(from, from + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${alpha})`;
}

function styledNode(node) {
  const colour = colourOf(node);
  return {
    id: node.place, x: node.x, y: node.y, size: node.radius, shape: data.shape,
    color: { background: colour, border: colours().background },
  };
}

function edgeStyle() {
  return { color: faded(colours().line, edges.length > 1500 ? 0.42 : 0.55), inherit: false };
}

// What is lit with a thing: itself, its neighbours, the lines between.
function around(thing) {
  if (!thing) return null;
  if (thing.node !== undefined) {
    const lines = nodes[thing.node].edges;
    return {
      nodes: new Set([thing.node, ...lines.map((place) => otherEnd(edges[place], thing.node))]),
      edges: lines, first: new Set([thing.node]),
    };
  }
  if (thing.edge !== undefined) {
    const ends = [edges[thing.edge].source, edges[thing.edge].target];
    return { nodes: new Set(ends), edges: [thing.edge], first: new Set(ends) };
  }
  const members = new Set(thing.nodes);
  const inside = edges.filter((edge) => members.has(edge.source) && members.has(edge.target));
  return { nodes: members, edges: inside.map((edge) => edge.place), first: new Set() };
}

function viewOf() {
  const scale = network.getScale();
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  return {
    scale,
    ratio: mapElement.querySelector("canvas").width / mapElement.clientWidth,
    width: mapElement.clientWidth,
    height: mapElement.clientHeight,
    toScreen: (node) => ({ x: origin.x + node.x * scale, y: origin.y + node.y * scale, radius: node.radius * scale }),
  };
}

function paintNode(context, node) {
  context.fillStyle = colourOf(node);
  context.strokeStyle = colours().background;
  context.lineWidth = 1.2;
  context.beginPath();
  if (data.shape === "square") context.rect(node.x - node.radius, node.y - node.radius, 2 * node.radius, 2 * node.radius);
  else context.arc(node.x, node.y, node.radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function paintEdge(context, edge, colour, extra) {
  context.strokeStyle = colour;
  context.lineWidth = edge.width + extra;
  context.beginPath();
  context.moveTo(nodes[edge.source].x, nodes[edge.source].y);
  context.lineTo(nodes[edge.target].x, nodes[edge.target].y);
  context.stroke();
}

// A veil over all, then the lit things once more: nothing in vis-network's own data changes, so hovering costs nothing.
function afterDrawing(context) {
  const view = viewOf();
  const lit = around(hovered) || around(kept);
  if (lit) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = faded(colours().background, 0.78);
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
    const single = (hovered || kept).edge !== undefined;
    for (const place of lit.edges) paintEdge(context, edges[place], single ? colours().ink : faded(colours().ink, 0.55), single ? 1 : 0.2);
    for (const place of lit.nodes) paintNode(context, nodes[place]);
  }
  writeLabels(context, view, lit && lit.nodes, lit ? lit.first : new Set(), colours());
}

function nodeAt(view, x, y) {
  let best = null;
  let least = Infinity;
  for (const node of nodes) {
    const at = view.toScreen(node);
    const distance = Math.hypot(at.x - x, at.y - y) - at.radius;
    if (distance < least && distance < Math.max(REACH - at.radius, 2)) {
      least = distance;
      best = node.place;
    }
  }
  return best;
}

function edgeAt(view, x, y) {
  let best = null;
  let least = LINE_REACH;
  for (const edge of edges) {
    const a = view.toScreen(nodes[edge.source]);
    const b = view.toScreen(nodes[edge.target]);
    const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1;
    const along = Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length));
    const distance = Math.hypot(a.x + along * (b.x - a.x) - x, a.y + along * (b.y - a.y) - y);
    if (distance < least) {
      least = distance;
      best = edge.place;
    }
  }
  return best;
}

function thingAt(x, y) {
  const view = viewOf();
  const node = nodeAt(view, x, y);
  if (node !== null) return { node };
  const edge = edgeAt(view, x, y);
  return edge === null ? null : { edge };
}

const sameThing = (a, b) => (a && a.node) === (b && b.node) && (a && a.edge) === (b && b.edge);

function hoverOver(thing) {
  if (sameThing(thing, hovered)) return;
  hovered = thing;
  mapElement.style.cursor = thing ? "pointer" : "";
  const told = byId("hover");
  told.hidden = !thing;
  if (thing) told.replaceChildren(...hoverText(thing));
  network.redraw();
}

function hoverText(thing) {
  if (thing.node !== undefined) {
    const node = nodes[thing.node];
    const linked = counted(node.edges.length, "link", "links");
    return [words(node.name), sharesConcepts ? ` · ${linked}` : ` · ${counted(node.papers.length, "paper", "papers")}, ${linked}`];
  }
  const edge = edges[thing.edge];
  return [words(nodes[edge.source].label), " — ", words(nodes[edge.target].label), ` · ${counted(reasons(edge), ...reasonWords)}`];
}

function showAll() {
  const low = (axis) => Math.min(...nodes.map((node) => node[axis] - node.radius));
  const high = (axis) => Math.max(...nodes.map((node) => node[axis] + node.radius));
  const [left, right, top, bottom] = nodes.length ? [low("x"), high("x"), low("y"), high("y")] : [0, 0, 0, 0];
  // Room beside the outermost dots for their names.
  const across = (mapElement.clientWidth - 120) / Math.max(right - left, 1);
  const down = (mapElement.clientHeight - 60) / Math.max(bottom - top, 1);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(0.05, Math.min(across, down, 1.4)), animation: false,
  });
  moved = false;
}

function zoomBy(factor) {
  moved = true;
  network.moveTo({ scale: Math.max(0.05, Math.min(network.getScale() * factor, 12)), animation: false });
}

function panBy(x, y) {
  moved = true;
  network.moveTo({ offset: { x, y }, animation: false });
}

// Brings a node into the picture when it is outside; never moves a picture that shows it already.
function reveal(place) {
  const view = viewOf();
  const at = view.toScreen(nodes[place]);
  if (at.x < 20 || at.y < 20 || at.x > view.width - 20 || at.y > view.height - 20) {
    moved = true;
    network.moveTo({ position: { x: nodes[place].x, y: nodes[place].y }, animation: false });
  }
}

function recolour() {
  network.setOptions({ edges: { color: edgeStyle() } });
  network.body.data.nodes.update(nodes.map(styledNode));
}

function startMap(onPick) {
  const drawn = {
    nodes: new vis.DataSet(nodes.map(styledNode)),
    edges: new vis.DataSet(edges.map((edge) => ({ id: edge.place, from: edge.source, to: edge.target, width: edge.width }))),
  };
  const options = data.graph.options;
  options.edges.color = edgeStyle();
  network = new vis.Network(mapElement, drawn, options);
  network.on("afterDrawing", afterDrawing);
  network.on("dragStart", () => { moved = true; });
  network.on("zoom", () => { moved = true; });
  // A window of another size shows all again, unless a reader has chosen what to look at.
  network.on("resize", () => { if (!moved) showAll(); });
  network.on("click", (event) => onPick(thingAt(event.pointer.DOM.x, event.pointer.DOM.y)));
  const surface = mapElement.querySelector("canvas");
  surface.addEventListener("pointermove", (event) => {
    if (event.buttons) return;
    const box = surface.getBoundingClientRect();
    hoverOver(thingAt(event.clientX - box.left, event.clientY - box.top));
  });
  surface.addEventListener("pointerleave", () => hoverOver(null));
  darkScheme.addEventListener("change", recolour);
  showAll();
}
