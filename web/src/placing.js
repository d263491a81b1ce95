// Where names go: the weightiest first, none over another, as big on the screen at any zoom. Pure.

import { laneBoxes } from "./backdrop.js";
import { dotRadius, toModel, toScreen } from "./camera.js";
import { within } from "./grid.js";

const SIZES = [18, 14, 12]; // px; papergraph/views/labels.py has the same
const AREAS_OF_ONE = [6500, 8000]; // px² of a small and of a large window for each name
const MOST = 120; // where a window stops to be small
const FOREMOST = 0.2; // of these come before all others, covering dots or not
const ENOUGH = 0.65; // of these are written even where they cover dots
const AIRY = 0.85; // of these are written where there is room at the rim
const LEAST_NAMES = 14;
const GAP = 4; // px from the dot
const LINE = 4; // px more than the letters are high
const APART = 3; // px between two names on one line
const MOST_COLUMNS = 30;
const MOST_LINES = 12; // of a path, that have their words
const EDGE = 2; // px that stay free at the window's edge

// How big a name is written: the few foremost bigger, so that one knows where to look first.
export function nameSize(rank, count) {
  if (rank < Math.min(10, Math.ceil(count / 100))) return SIZES[0];
  return rank < Math.min(40, Math.ceil(count / 12)) ? SIZES[1] : SIZES[2];
}

// Who has more papers, or more links, is named first.
export function importance(nodes) {
  return nodes.map((node, place) => place).sort((a, b) =>
    nodes[b].radius - nodes[a].radius || nodes[b].edges.length - nodes[a].edges.length || a - b);
}

// Cut to 30 columns, of which a Hangul syllable takes two, never within a letter; Python has cut the first names.
export function shortened(name) {
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  const columns = (letter) => (/[\u1100-\u11FF\u2E80-\uFFEF]/.test(letter) ? 2 : 1);
  let used = 0;
  const kept = letters.filter((letter) => (used += columns(letter)) <= MOST_COLUMNS);
  return kept.length < letters.length ? `${kept.slice(0, -1).join("")}…` : name;
}

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Boxes that are taken.
export class Taken {
  constructor() { this.cells = new Map(); }

  keys({ left, right, top, bottom }) {
    const keys = [];
    for (let x = Math.floor(left / 64); x <= Math.floor(right / 64); x++) {
      for (let y = Math.floor(top / 32); y <= Math.floor(bottom / 32); y++) keys.push(x * 10007 + y);
    }
    return keys;
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (this.cells.has(key)) this.cells.get(key).push(box);
      else this.cells.set(key, [box]);
    }
  }

  hits(box) {
    return this.keys(box).some((key) => (this.cells.get(key) || []).some((other) => overlap(box, other)));
  }
}

const SIDES = ["right", "below", "left", "above"];

function boxAt(side, { x, y, radius }, { wide, high }) {
  const gap = radius + GAP;
  const left = { right: x + gap, below: x - wide / 2, left: x - gap - wide, above: x - wide / 2 }[side];
  const top = { right: y - high / 2, below: y + gap, left: y - high / 2, above: y - gap - high }[side];
  return { left, right: left + wide, top, bottom: top + high };
}

const inWindow = (box, { width, height }) =>
  box.left > EDGE && box.right < width - EDGE && box.top > EDGE && box.bottom < height - EDGE;

const spaced = (box) => ({ left: box.left - APART, right: box.right + APART, top: box.top, bottom: box.bottom });

// Whether a box lies over a dot other than its own.
function coversDot(box, owner, { frame, dots, most }) {
  const { camera, size, model, look } = frame;
  const reach = most / camera.scale;
  const low = toModel(camera, size, { x: box.left, y: box.top });
  const high = toModel(camera, size, { x: box.right, y: box.bottom });
  let covers = false;
  within(dots, { left: low.x - reach, top: low.y - reach, right: high.x + reach, bottom: high.y + reach }, (place) => {
    if (covers || place === owner || !frame.shows("nodes", place)) return;
    const { x, y } = toScreen(camera, size, model.nodes[place]);
    const across = Math.max(box.left - x, 0, x - box.right);
    const down = Math.max(box.top - y, 0, y - box.bottom);
    covers = Math.hypot(across, down) < dotRadius(look.radii[place], camera.scale);
  });
  return covers;
}

function dotOf(frame, place) {
  const { camera, size, model, look } = frame;
  return { ...toScreen(camera, size, model.nodes[place]), radius: dotRadius(look.radii[place], camera.scale) };
}

function mostNames(area) {
  const [small, large] = AREAS_OF_ONE.map((one) => Math.round(area / one));
  return Math.max(LEAST_NAMES, Math.min(small, Math.max(MOST, large)));
}

// What makes the lines that are lit by themselves, in words beside their middle: other lines have none.
export function lineNames({ model, state, camera, size }, said, measure) {
  if (!state.lit || !state.lit.single) return [];
  return state.lit.edges.slice(0, MOST_LINES).map((place) => {
    const edge = model.edges[place];
    const [a, b] = [edge.source, edge.target].map((end) => toScreen(camera, size, model.nodes[end]));
    const style = { size: SIZES[2], weight: 400 };
    const label = said(edge);
    const [wide, high] = [measure(label, style), style.size + LINE];
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
    const box = (left, top) => ({ left, right: left + wide, top, bottom: top + high });
    const boxes = [box(x + GAP, y + GAP), box(x - wide - GAP, y + GAP), box(x + GAP, y - high - GAP), box(x - wide - GAP, y - high - GAP)];
    return { key: `edge ${place}`, label, edge: place, ...style, boxes };
  });
}

// Returns the names to write: { place, label, size, weight, side, left, right, top, bottom }, after those of regions and
// lines, which have a `key` instead of a place. `measure(label, style)` tells a width, `dots` is the grid of the nodes,
// `order` whom to name first, `others` are names of regions or lines with the boxes that would do.
export function placeNames(frame, { order, dots, measure, others }) {
  const { size, camera, model, state } = frame;
  const most = mostNames(size.width * size.height);
  const reach = { frame, dots, most: frame.look.radii.reduce((value, radius) => Math.max(value, dotRadius(radius, camera.scale)), 0) };
  const taken = new Taken();
  laneBoxes(frame).forEach((box) => taken.add(spaced(box)));
  const placed = new Map();
  const written = [];
  for (const { boxes, ...name } of others) {
    const choice = boxes.findIndex((one) => inWindow(one, size) && !taken.hits(spaced(one)));
    if (choice < 0) continue;
    taken.add(spaced(boxes[choice]));
    written.push({ ...name, choice, ...boxes[choice] });
  }

  const seen = order.map((place, rank) => ({ place, rank })).filter(({ place }) => {
    if (!frame.shows("nodes", place) || (state.lit && !state.lit.nodes.has(place))) return false;
    const { x, y } = toScreen(camera, size, model.nodes[place]);
    return x > 0 && y > 0 && x < size.width && y < size.height;
  });
  const first = state.lit ? state.lit.first : new Set();
  seen.sort((a, b) => first.has(b.place) - first.has(a.place) || a.rank - b.rank);

  function tryAll(names, limit, mayCover) {
    for (const { place, rank } of names) {
      if (placed.size >= limit) return;
      if (placed.has(place)) continue;
      const label = frame.nameOf(place);
      const style = { size: nameSize(rank, order.length), weight: first.has(place) ? 600 : 400 };
      const extent = { wide: measure(label, style), high: style.size + LINE };
      const dot = dotOf(frame, place);
      const open = SIDES.map((side) => ({ side, ...boxAt(side, dot, extent) }))
        .filter((box) => inWindow(box, size) && !taken.hits(spaced(box)));
      const best = open.find((box) => !coversDot(box, place, reach)) || (mayCover ? open[0] : undefined);
      if (!best) continue;
      taken.add(spaced(best));
      placed.set(place, { place, label, ...style, ...best });
    }
  }

  tryAll(seen.slice(0, Math.ceil(most * FOREMOST)), most, true);
  tryAll(state.lit ? seen : seen.filter(({ place }) => model.nodes[place].labelFrom <= camera.scale), most, false);
  tryAll(seen, Math.ceil(most * ENOUGH), true);
  tryAll(seen, Math.ceil(most * AIRY), false);
  return [...written, ...placed.values()];
}

// The same names under a camera that has moved: each stays on its side, those that would touch another go until rest.
export function followNames(frame, written, others) {
  const taken = new Taken();
  laneBoxes(frame).forEach((box) => taken.add(spaced(box)));
  const boxOf = ({ place, key, choice, side, left, right, top, bottom }) => {
    if (place !== undefined) return boxAt(side, dotOf(frame, place), { wide: right - left, high: bottom - top });
    const other = others.find((one) => one.key === key);
    return other && other.boxes[choice];
  };
  return written.flatMap((name) => {
    const box = boxOf(name);
    if (!box || !inWindow(box, frame.size) || taken.hits(spaced(box))) return [];
    taken.add(spaced(box));
    return [{ ...name, ...box }];
  });
}
