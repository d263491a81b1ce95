// The picture: a painter draws dots and lines and moves the camera; what is lit, the names and the picking are ours.
//
// createMap(model, holder, { onHover, onPick }) gives
//   show({ visible: { nodes, edges } | null, lit: { nodes, edges, first, single } | null, dark })  draws this state
//   fit(), zoomBy(factor), panBy(x, y), reveal(place)                                             moves the camera
//   camera(), moveTo({ x, y, scale })                                                             tells and sets it
//   nodeAt(place), labels()                                                                       what is where, px
// A painter (painters/*.js) gives
//   paint(scene), camera(), moveTo({ x, y, scale }), onMove(listener), canvas
// where scene is { model, colours, visible, lit, veil, after(context, view) }. Things are places in the model.

import { otherEnd } from "./data.js";
import { writeLabels } from "./labels.js";
import { visPainter } from "./painters/vis.js";
import { paintEdge, paintNode, faded } from "./scene.js";

const REACH = 12; // px around a dot that still count as a hit
const LINE_REACH = 6;
const ZOOMS = [0.05, 12];
const ZOOM_AT_FIRST = 1.4;

// What is lit with a kept or hovered thing: itself, its neighbours, the lines between.
export function litWith(model, thing) {
  if (!thing) return null;
  const { nodes, edges } = model;
  if (thing.node !== undefined) {
    const lines = nodes[thing.node].edges;
    const ends = lines.map((place) => otherEnd(edges[place], thing.node));
    return { nodes: new Set([thing.node, ...ends]), edges: lines, first: new Set([thing.node]), single: false };
  }
  if (thing.edge !== undefined) {
    const ends = new Set([edges[thing.edge].source, edges[thing.edge].target]);
    return { nodes: ends, edges: [thing.edge], first: ends, single: true };
  }
  const members = new Set(thing.nodes);
  const inside = edges.filter((edge) => members.has(edge.source) && members.has(edge.target));
  return { nodes: members, edges: inside.map((edge) => edge.place), first: new Set(), single: false };
}

export function createMap(model, holder, { onHover, onPick }) {
  const { nodes, edges } = model;
  let state = { visible: null, lit: null, dark: false };
  let written = []; // the names on the screen, with their boxes
  let moved = false; // whether a reader has moved the camera
  const painter = visPainter(model, holder);

  function view() {
    const { x, y, scale } = painter.camera();
    const [width, height] = [holder.clientWidth, holder.clientHeight];
    return {
      scale, width, height, ratio: painter.canvas.width / width,
      toScreen: (node) => ({
        x: width / 2 + (node.x - x) * scale, y: height / 2 + (node.y - y) * scale, radius: node.radius * scale,
      }),
    };
  }

  const colours = () => model.palettes[state.dark ? "dark" : "light"];
  const shown = (kind, place) => !state.visible || state.visible[kind][place];

  // A veil over all, then the lit things once more: the painter's own data never changes, so hovering costs nothing.
  function after(context) {
    const { lit } = state;
    if (lit) {
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = faded(colours().background, 0.78);
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
      context.restore();
      const ink = lit.single ? colours().ink : faded(colours().ink, 0.55);
      for (const place of lit.edges) if (shown("edges", place)) paintEdge(context, model, edges[place], ink, lit.single ? 1 : 0.2);
      for (const place of lit.nodes) if (shown("nodes", place)) paintNode(context, nodes[place], colours());
    }
    written = writeLabels(context, view(), lit && lit.nodes, lit ? lit.first : new Set(), colours());
  }

  function nodeNear(at, x, y) {
    let best = null;
    let least = Infinity;
    for (const node of nodes) {
      if (!shown("nodes", node.place)) continue;
      const dot = at.toScreen(node);
      const distance = Math.hypot(dot.x - x, dot.y - y) - dot.radius;
      if (distance < least && distance < Math.max(REACH - dot.radius, 2)) {
        least = distance;
        best = node.place;
      }
    }
    return best;
  }

  function edgeNear(at, x, y) {
    let best = null;
    let least = LINE_REACH;
    for (const edge of edges) {
      if (!shown("edges", edge.place)) continue;
      const a = at.toScreen(nodes[edge.source]);
      const b = at.toScreen(nodes[edge.target]);
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
    const at = view();
    const node = nodeNear(at, x, y);
    if (node !== null) return { node };
    const edge = edgeNear(at, x, y);
    return edge === null ? null : { edge };
  }

  const bounded = (scale) => Math.max(ZOOMS[0], Math.min(scale, ZOOMS[1]));
  const move = (camera) => {
    moved = true;
    painter.moveTo({ ...painter.camera(), ...camera });
  };

  function fit() {
    const seen = nodes.filter((node) => shown("nodes", node.place));
    const low = (axis) => seen.reduce((least, node) => Math.min(least, node[axis] - node.radius), seen.length ? Infinity : 0);
    const high = (axis) => seen.reduce((most, node) => Math.max(most, node[axis] + node.radius), seen.length ? -Infinity : 0);
    const [left, right, top, bottom] = [low("x"), high("x"), low("y"), high("y")];
    // Room beside the outermost dots for their names.
    const across = (holder.clientWidth - 120) / Math.max(right - left, 1);
    const down = (holder.clientHeight - 60) / Math.max(bottom - top, 1);
    const scale = bounded(Math.min(across, down, ZOOM_AT_FIRST));
    painter.moveTo({ x: (left + right) / 2, y: (top + bottom) / 2, scale });
    moved = false;
  }

  // Brings a node into the picture when it is outside; never moves a picture that shows it already.
  function reveal(place) {
    const at = view();
    const { x, y } = at.toScreen(nodes[place]);
    if (x < 20 || y < 20 || x > at.width - 20 || y > at.height - 20) move({ x: nodes[place].x, y: nodes[place].y });
  }

  painter.onMove(() => { moved = true; });
  // A window of another size shows all again, unless a reader has chosen what to look at.
  painter.onResize(() => { if (!moved) fit(); });
  painter.onClick((x, y) => onPick(thingAt(x, y)));
  painter.canvas.addEventListener("pointermove", (event) => {
    if (event.buttons) return;
    const box = painter.canvas.getBoundingClientRect();
    onHover(thingAt(event.clientX - box.left, event.clientY - box.top));
  });
  painter.canvas.addEventListener("pointerleave", () => onHover(null));

  return {
    show(next) {
      state = { ...state, ...next };
      painter.paint({ colours: colours(), visible: state.visible, after });
    },
    fit,
    reveal,
    zoomBy: (factor) => move({ scale: bounded(painter.camera().scale * factor) }),
    panBy(x, y) {
      const camera = painter.camera();
      move({ x: camera.x - x / camera.scale, y: camera.y - y / camera.scale });
    },
    camera: () => painter.camera(),
    moveTo: move,
    nodeAt: (place) => view().toScreen(nodes[place]),
    labels: () => written.map((label) => ({ ...label })),
  };
}
