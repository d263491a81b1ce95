// Ways through the picture. Pure; `shown` says for each line whether it may be used.

import { otherEnd } from "./data.js";

// The lines of the shortest way from one node to another, or null. The stronger a line, the shorter.
export function shortest(model, shown, from, to) {
  const far = new Map([[from, 0]]);
  const by = new Map();
  const done = new Set();
  const waiting = [[0, from]];
  while (waiting.length) {
    const [length, node] = pull(waiting);
    if (done.has(node)) continue;
    if (node === to) break;
    done.add(node);
    for (const place of model.nodes[node].edges) {
      const edge = model.edges[place];
      const next = otherEnd(edge, node);
      const reached = length + 1 / Math.max(edge.weight, 1e-9);
      if (shown[place] && !done.has(next) && reached < (far.get(next) ?? Infinity)) {
        far.set(next, reached);
        by.set(next, place);
        push(waiting, [reached, next]);
      }
    }
  }
  if (from !== to && !by.has(to)) return null;
  const way = [];
  for (let at = to; at !== from; at = otherEnd(model.edges[by.get(at)], at)) way.unshift(by.get(at));
  return way;
}

// The nodes along the lines of a way, its start first.
export function along(model, from, way) {
  const nodes = [from];
  for (const place of way) nodes.push(otherEnd(model.edges[place], nodes[nodes.length - 1]));
  return nodes;
}

// The neighbours of a node over shown lines: node → line.
export function neighbours(model, shown, node) {
  return new Map(model.nodes[node].edges.filter((place) => shown[place])
    .map((place) => [otherEnd(model.edges[place], node), place]));
}

// Whom two nodes have in common: [node, line to the one, line to the other], the strongest first.
export function inCommon(model, shown, [one, other]) {
  const ofOther = neighbours(model, shown, other);
  const weakest = ([, first, second]) => Math.min(model.edges[first].weight, model.edges[second].weight);
  return [...neighbours(model, shown, one)].filter(([node]) => ofOther.has(node))
    .map(([node, line]) => [node, line, ofOther.get(node)])
    .sort((a, b) => weakest(b) - weakest(a) || a[0] - b[0]);
}

export const lineBetween = (model, one, other) =>
  model.nodes[one].edges.find((place) => otherEnd(model.edges[place], one) === other);

// A heap: the nearest first, among equals the lower place, so that one picture has one way.
const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

function push(heap, item) {
  let place = heap.push(item) - 1;
  while (place && before(heap[place], heap[(place - 1) >> 1])) {
    const parent = (place - 1) >> 1;
    [heap[place], heap[parent]] = [heap[parent], heap[place]];
    place = parent;
  }
}

function pull(heap) {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length) {
    heap[0] = last;
    for (let place = 0; ;) {
      let least = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < heap.length && before(heap[child], heap[least])) least = child;
      }
      if (least === place) break;
      [heap[place], heap[least]] = [heap[least], heap[place]];
      place = least;
    }
  }
  return top;
}
