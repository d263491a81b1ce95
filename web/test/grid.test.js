import assert from "node:assert/strict";
import { test } from "node:test";

import { distanceToLine, dotGrid, lineGrid, nearestDot, nearestLine } from "../src/grid.js";

// The same numbers in every run.
function chance(seed) {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function plane(count, seed) {
  const next = chance(seed);
  const nodes = Array.from({ length: count }, (_, place) => ({ place, x: next() * 1000 - 500, y: next() * 400, radius: 2 + next() * 6 }));
  const edges = Array.from({ length: count * 3 }, (_, place) =>
    ({ place, source: Math.floor(next() * count), target: Math.floor(next() * count) })).filter(({ source, target }) => source !== target);
  return { nodes, edges: edges.map((edge, place) => ({ ...edge, place })), next };
}

const all = () => true;
const radius = (node) => node.radius;

test("the grid finds the dot that asking every dot finds", () => {
  const { nodes, next } = plane(300, 3);
  const cells = dotGrid(nodes);
  for (let turn = 0; turn < 400; turn++) {
    const [x, y] = [next() * 1200 - 600, next() * 500 - 50];
    const hit = nodes.filter((node) => Math.hypot(node.x - x, node.y - y) <= Math.max(12, node.radius))
      .sort((a, b) => Math.hypot(a.x - x, a.y - y) - a.radius - (Math.hypot(b.x - x, b.y - y) - b.radius))[0];
    assert.equal(nearestDot(cells, nodes, { x, y, reach: 12, most: 8, radius, open: all }), hit ? hit.place : null);
  }
});

test("the grid finds the line that asking every line finds", () => {
  const { nodes, edges, next } = plane(120, 8);
  const cells = lineGrid(nodes, edges);
  let found = 0;
  for (let turn = 0; turn < 400; turn++) {
    const [x, y] = [next() * 1000 - 500, next() * 400];
    const distance = (edge) => distanceToLine(nodes[edge.source], nodes[edge.target], x, y);
    const hit = edges.filter((edge) => distance(edge) <= 3).sort((a, b) => distance(a) - distance(b) || a.place - b.place)[0];
    const got = nearestLine(cells, nodes, edges, { x, y, reach: 3, open: all });
    assert.equal(got, hit ? hit.place : null);
    found += got !== null;
  }
  assert.ok(found > 100);
});

test("what is hidden is not found", () => {
  const nodes = [{ place: 0, x: 0, y: 0, radius: 5 }, { place: 1, x: 100, y: 0, radius: 5 }];
  const edges = [{ place: 0, source: 0, target: 1 }];
  const asked = { x: 50, y: 1, reach: 4 };
  assert.equal(nearestLine(lineGrid(nodes, edges), nodes, edges, { ...asked, open: all }), 0);
  assert.equal(nearestLine(lineGrid(nodes, edges), nodes, edges, { ...asked, open: () => false }), null);
  const dot = { x: 1, y: 0, reach: 12, most: 5, radius };
  assert.equal(nearestDot(dotGrid(nodes), nodes, { ...dot, open: all }), 0);
  assert.equal(nearestDot(dotGrid(nodes), nodes, { ...dot, open: (place) => place !== 0 }), null);
});

test("of lines over one another the strongest is found", () => {
  const nodes = [{ place: 0, x: 0, y: 0 }, { place: 1, x: 100, y: 0 }, { place: 2, x: 50, y: 0 }];
  const edges = [{ place: 0, source: 0, target: 1 }, { place: 1, source: 0, target: 2 }];
  assert.equal(nearestLine(lineGrid(nodes, edges), nodes, edges, { x: 25, y: 0, reach: 4, open: all }), 0);
});

test("an empty plane has nothing near", () => {
  assert.equal(nearestDot(dotGrid([]), [], { x: 0, y: 0, reach: 12, most: 5, radius, open: all }), null);
  assert.equal(nearestLine(lineGrid([], []), [], [], { x: 0, y: 0, reach: 4, open: all }), null);
});
