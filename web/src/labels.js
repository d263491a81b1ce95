// Which names are written, and where: the weightiest first, none over another, 12 px on the screen at any zoom.

import { nodes } from "./model.js";

const LABEL_SIZE = 12;
const MOST_LABELS = 110;
const ENOUGH_LABELS = 60;
const FOREMOST = 24; // named even where the name covers dots
const FONT = `${LABEL_SIZE}px ${getComputedStyle(document.documentElement).getPropertyValue("--font").trim()}`;
const labelWidths = new Map();

// Who has more papers, or more links, is named first.
export const byImportance = nodes.map((node) => node.place).sort((a, b) =>
  nodes[b].radius - nodes[a].radius || nodes[b].edges.length - nodes[a].edges.length || a - b);

function labelWidth(context, label) {
  let width = labelWidths.get(label);
  if (width === undefined) {
    width = context.measureText(label).width;
    labelWidths.set(label, width);
  }
  return width;
}

class Taken {
  constructor() { this.cells = new Map(); }

  keys(box) {
    const keys = [];
    for (let x = Math.floor(box.left / 64); x <= Math.floor(box.right / 64); x++) {
      for (let y = Math.floor(box.top / 32); y <= Math.floor(box.bottom / 32); y++) keys.push(x * 10007 + y);
    }
    return keys;
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  hits(box) {
    return this.keys(box).some((key) => (this.cells.get(key) || []).some((other) =>
      other.owner !== box.owner && box.left < other.right && other.left < box.right
      && box.top < other.bottom && other.top < box.bottom));
  }
}

function candidates(node, at, width) {
  const gap = at.radius + 4;
  const box = (left, top) => ({ left, right: left + width, top, bottom: top + LABEL_SIZE + 3, owner: node.place });
  const middle = at.y - (LABEL_SIZE + 3) / 2;
  return [
    box(at.x + gap, middle), box(at.x - width / 2, at.y + gap), box(at.x - gap - width, middle),
    box(at.x - width / 2, at.y - gap - LABEL_SIZE - 3),
  ];
}

// `lit` is the set of nodes that are lit, or null; `first` are those that must be named if anything is.
function placeLabels(context, view, lit, first) {
  const names = new Taken();
  const dots = new Taken();
  const seen = [];
  for (const node of nodes) {
    const at = view.toScreen(node);
    if (at.x < -40 || at.y < -20 || at.x > view.width + 40 || at.y > view.height + 20) continue;
    dots.add({ left: at.x - at.radius, right: at.x + at.radius, top: at.y - at.radius, bottom: at.y + at.radius, owner: node.place });
    seen[node.place] = at;
  }
  const order = [...first, ...byImportance.filter((place) => !first.has(place))].filter((place) =>
    seen[place] && (!lit || lit.has(place)));
  const placed = new Map();
  const tryAll = (places, limit, mayCoverDots) => {
    for (const place of places) {
      if (placed.size >= limit) return;
      if (placed.has(place)) continue;
      const node = nodes[place];
      const open = candidates(node, seen[place], labelWidth(context, node.label)).filter((box) =>
        box.left > 2 && box.right < view.width - 2 && box.top > 2 && box.bottom < view.height - 2 && !names.hits(box));
      const free = open.find((box) => !dots.hits(box)) || (mayCoverDots ? open[0] : undefined);
      if (free) {
        names.add(free);
        placed.set(place, { ...free, label: node.label });
      }
    }
  };
  tryAll(order.slice(0, FOREMOST), MOST_LABELS, true);
  tryAll(order, MOST_LABELS, false);
  tryAll(order, ENOUGH_LABELS, true);
  return [...placed.values()];
}

// Writes the names and returns their boxes.
export function writeLabels(context, view, lit, first, colours) {
  context.save();
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.font = FONT;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3;
  const written = placeLabels(context, view, lit, first);
  for (const { left, top, bottom, label } of written) {
    context.strokeStyle = colours.background;
    context.strokeText(label, left, (top + bottom) / 2);
    context.fillStyle = colours.ink;
    context.fillText(label, left, (top + bottom) / 2);
  }
  context.restore();
  return written;
}
