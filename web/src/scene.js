// How things look, whichever painter draws them: colour by community or year, shape by kind, width by strength.
// All is drawn in px of the screen. Pure but for the pen it is handed.

import { dotRadius, toScreen } from "./camera.js";

const WIDTHS = [0.8, 1.8, 3.2];
const DASH = [4, 4];
const RIM = 1.2;
const LEAST_BRIDGE = 3.5;
const MOST_BRIDGE = 15;
const FEW_LINES = 700; // more than these, on one screen, are drawn fainter

export const widthOf = (edge) => WIDTHS[edge.step];
export const dashOf = (edge) => (edge.faint ? DASH : []);

// Lines fainter the more there are, so that where many cross it still is no blot.
export const lineOpacity = (lines) => Math.max(0.2, Math.min(0.6, 0.6 * Math.sqrt(FEW_LINES / Math.max(lines, 1))));

// The first day that each node's papers tell, as a number; null where none does.
function daysOf(model) {
  const day = (date) => (date ? Date.parse(date.length === 4 ? `${date}-01-01` : date) : NaN);
  const days = model.papers.map((paper) => day(paper.date));
  return model.nodes.map((node) => {
    const known = node.papers.map((place) => days[place]).filter((value) => !Number.isNaN(value));
    return known.length ? known.reduce((least, value) => Math.min(least, value)) : null;
  });
}

// From which day to which, { first, last } as YYYY-MM-DD, and each node's step on the palette's scale of years; null
// when no date is known.
export function yearScale(model, steps) {
  const days = daysOf(model);
  const known = days.filter((value) => value !== null);
  if (!known.length) return null;
  const first = known.reduce((least, value) => Math.min(least, value));
  const last = known.reduce((most, value) => Math.max(most, value));
  const step = (value) => Math.min(steps - 1, Math.floor(((value - first) / (last - first || 1)) * steps));
  const said = (value) => new Date(value).toISOString().slice(0, 10);
  return { first: said(first), last: said(last), steps: days.map((value) => (value === null ? -1 : step(value))) };
}

// Between how many shortest paths a node lies, as area; no dot grows over the middle between it and the next.
export function bridgeRadii(nodes) {
  const most = nodes.reduce((value, node) => Math.max(value, node.bridging), 0) || 1;
  const room = roomAround(nodes);
  return nodes.map((node, place) =>
    Math.min(LEAST_BRIDGE + (MOST_BRIDGE - LEAST_BRIDGE) * Math.sqrt(node.bridging / most), Math.max(room[place], LEAST_BRIDGE)));
}

// Half the way to the nearest other node, found by a sweep from left to right.
function roomAround(nodes) {
  const order = nodes.map((node, place) => place).sort((a, b) => nodes[a].x - nodes[b].x || a - b);
  const room = new Array(nodes.length).fill(MOST_BRIDGE);
  order.forEach((place, rank) => {
    const node = nodes[place];
    for (let next = rank + 1; next < order.length; next++) {
      const other = nodes[order[next]];
      if (other.x - node.x > 2 * MOST_BRIDGE) break;
      const half = Math.hypot(other.x - node.x, other.y - node.y) / 2;
      room[place] = Math.min(room[place], half);
      room[order[next]] = Math.min(room[order[next]], half);
    }
  });
  return room;
}

// What a state (dark, sizeBy, colourBy) makes of the model: a fill and a radius for each node, a stroke for each edge.
export function lookOf(model, { dark, sizeBy, colourBy }) {
  const colours = model.palettes[dark ? "dark" : "light"];
  const years = colourBy === "year" ? yearScale(model, colours.years.length) : null;
  const fillOf = (node, place) => (years ? colours.years[years.steps[place]] : colours.groups[node.group]) || colours.other;
  const fills = model.nodes.map(fillOf);
  const radii = sizeBy === "bridging" ? bridgeRadii(model.nodes) : model.nodes.map((node) => node.radius);
  // Within a community a line has its colour: so communities are seen without a legend.
  const strokeOf = ({ source, target }) => {
    const { group } = model.nodes[source];
    return !years && group === model.nodes[target].group && colours.groups[group] ? colours.groups[group] : colours.line;
  };
  return { colours, fills, radii, strokes: model.edges.map(strokeOf), years };
}

// Shapes of one area: a dot for people, a square for papers, a diamond for methods, a triangle for datasets …
const CORNERS = {
  paper: [[-0.89, -0.89], [0.89, -0.89], [0.89, 0.89], [-0.89, 0.89]],
  method: [[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]],
  model: [[-0.65, -1.2], [0.65, -1.2], [0.65, 1.2], [-0.65, 1.2]],
  dataset: [[0, -1.35], [1.35, 0.98], [-1.35, 0.98]],
  task: [[-0.55, -0.95], [0.55, -0.95], [1.1, 0], [0.55, 0.95], [-0.55, 0.95], [-1.1, 0]],
  metric: [[0, 1.35], [1.35, -0.98], [-1.35, -0.98]],
};

export function traceShape(trace, kind, x, y, radius) {
  const corners = CORNERS[kind];
  if (!corners || radius < 2) {
    trace.moveTo(x + radius, y);
    trace.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([across, down], place) => {
    if (place) trace.lineTo(x + across * radius, y + down * radius);
    else trace.moveTo(x + across * radius, y + down * radius);
  });
  trace.closePath();
}

// Groups things that are drawn alike, in the order of the first of each.
function alike(things, keyOf) {
  const batches = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    if (batches.has(key)) batches.get(key).push(thing);
    else batches.set(key, [thing]);
  }
  return batches.values();
}

export function drawDots(pen, frame, places) {
  const { model, look, camera, size } = frame;
  const seen = [];
  for (const place of places) {
    const radius = dotRadius(look.radii[place], camera.scale);
    const { x, y } = toScreen(camera, size, model.nodes[place]);
    const reach = 1.4 * radius;
    if (x > -reach && y > -reach && x < size.width + reach && y < size.height + reach) seen.push({ place, x, y, radius });
  }
  for (const batch of alike(seen, ({ place }) => look.fills[place])) {
    const rim = batch.some(({ radius }) => radius > 3);
    pen.draw({ fill: look.fills[batch[0].place], stroke: rim ? look.colours.background : null, width: RIM }, (trace) => {
      for (const { place, x, y, radius } of batch) traceShape(trace, model.nodes[place].kind, x, y, radius);
    });
  }
}

// Draws lines that may be seen, alike ones in one go. `stroke(place)` and `width(place)` may be given instead of the look's.
export function drawLines(pen, frame, places, { opacity, stroke, width }) {
  const { model, look, camera, size } = frame;
  const seen = [];
  for (const place of places) {
    const a = toScreen(camera, size, model.nodes[model.edges[place].source]);
    const b = toScreen(camera, size, model.nodes[model.edges[place].target]);
    const out = (a.x < 0 && b.x < 0) || (a.y < 0 && b.y < 0) || (a.x > size.width && b.x > size.width) || (a.y > size.height && b.y > size.height);
    if (!out) seen.push({ edge: model.edges[place], place, a, b });
  }
  const strokeOf = stroke || ((place) => look.strokes[place]);
  const widthFor = width || ((place) => widthOf(model.edges[place]));
  for (const batch of alike(seen, ({ edge, place }) => `${strokeOf(place)} ${widthFor(place)} ${edge.faint}`)) {
    const [{ edge, place }] = batch;
    pen.draw({ stroke: strokeOf(place), width: widthFor(place), dash: dashOf(edge), opacity }, (trace) => {
      for (const { a, b } of batch) {
        trace.moveTo(a.x, a.y);
        trace.lineTo(b.x, b.y);
      }
    });
  }
}

const parts = (hex) => [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));

export const faded = (hex, alpha) => `rgba(${parts(hex).join(",")},${alpha})`;

// `share` of the second colour in the first.
export function mixed(hex, other, share) {
  const added = parts(other);
  return `#${parts(hex).map((value, place) => Math.round(value * (1 - share) + added[place] * share).toString(16).padStart(2, "0")).join("")}`;
}
