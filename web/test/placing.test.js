import assert from "node:assert/strict";
import { test } from "node:test";

import { dotGrid } from "../src/grid.js";
import { followNames, importance, lineNames, nameSize, placeNames, shortened } from "../src/placing.js";

const size = { width: 1200, height: 800 };
const measure = (text, style) => text.length * style.size * 0.55;

function crowd(count) {
  const across = Math.ceil(Math.sqrt(count * 1.5));
  return Array.from({ length: count }, (_, place) => ({
    place, x: (place % across) * 34 + (place * 7) % 11, y: Math.floor(place / across) * 30 + (place * 5) % 13,
    radius: 3 + (place * 13) % 9, label: `Name ${place} of many`, labelFrom: 0, edges: [],
  }));
}

function frameOf(nodes, camera, state = {}) {
  const look = { radii: nodes.map((node) => node.radius) };
  return { model: { nodes }, look, camera, size, state: { lit: null, ...state }, shows: () => true, nameOf: (place) => nodes[place].label };
}

const middle = (nodes) => ({ x: nodes.reduce((sum, { x }) => sum + x, 0) / nodes.length, y: nodes.reduce((sum, { y }) => sum + y, 0) / nodes.length });

const asked = (nodes, others = []) => ({ order: importance(nodes), dots: dotGrid(nodes), measure, others });

function overlaps(names) {
  return names.some((one, place) => names.slice(0, place).some((other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom));
}

test("no two names overlap at any zoom, none leaves the window, and there are enough", () => {
  const nodes = crowd(900);
  for (const scale of [0.1, 0.3, 0.7, 1, 2, 5]) {
    const names = placeNames(frameOf(nodes, { ...middle(nodes), scale }), asked(nodes));
    assert.ok(!overlaps(names), `at ${scale}`);
    assert.ok(names.every(({ left, right, top, bottom }) => left >= 0 && top >= 0 && right <= size.width && bottom <= size.height));
    assert.ok(names.length <= 120);
    if (scale >= 0.3 && scale < 2) assert.ok(names.length >= 40, `${names.length} at ${scale}`);
  }
});

test("the weightiest are named first, and larger, but never above 22 px nor below 11", () => {
  const nodes = crowd(900);
  const names = placeNames(frameOf(nodes, { ...middle(nodes), scale: 1 }), asked(nodes));
  const first = importance(nodes)[0];
  assert.ok(names.some(({ place }) => place === first));
  const sizes = [...new Set(Array.from({ length: 900 }, (_, rank) => nameSize(rank, 900)))];
  assert.ok(sizes.length <= 3 && Math.max(...sizes) <= 22 && Math.min(...sizes) >= 11);
});

test("what is selected has its name before all others, and only what is lit is named", () => {
  const nodes = crowd(400);
  const last = importance(nodes).at(-1);
  const lit = { nodes: new Set([last, 3, 4]), edges: [], first: new Set([last]), single: false };
  const names = placeNames(frameOf(nodes, { ...middle(nodes), scale: 0.5 }, { lit }), asked(nodes));
  assert.equal(names[0].place, last);
  assert.ok(names.every(({ place }) => lit.nodes.has(place)));
});

test("names whose zoom has come go before those whose zoom has not", () => {
  const nodes = crowd(900).map((node) => ({ ...node, labelFrom: node.place % 2 ? 4 : 0 }));
  const named = (scale) => placeNames(frameOf(nodes, { ...middle(nodes), scale }), asked(nodes)).map(({ place }) => place % 2);
  const share = (odd) => odd.reduce((sum, one) => sum + one, 0) / odd.length;
  assert.ok(share(named(1.2)) < share(named(4)) - 0.05, `${share(named(1.2))} and ${share(named(4))}`);
});

test("names of regions keep clear of names of nodes", () => {
  const nodes = crowd(500);
  const box = (left) => ({ left, right: left + 200, top: 390, bottom: 407 });
  const regions = [{ key: "one", label: "one", group: 0, size: 13, boxes: [box(500)] }, { key: "other", label: "other", group: 1, size: 13, boxes: [box(520), box(800)] }];
  const names = placeNames(frameOf(nodes, { ...middle(nodes), scale: 1 }), asked(nodes, regions));
  assert.deepEqual(names.filter(({ group }) => group !== undefined).map(({ left }) => left), [500, 800]);
  assert.ok(!overlaps(names));
});

test("no name lies over the word of a lane", () => {
  const nodes = [{ place: 0, x: 90, y: 0, radius: 5, label: "Name of a paper that is long", labelFrom: 0, edges: [] }];
  const camera = { x: 600, y: 0, scale: 1 };
  const frame = (axis) => { const made = frameOf(nodes, camera); return { ...made, model: { ...made.model, axis } }; };
  const word = { left: 8, right: 8 + 13 * 6.6, top: 385, bottom: 397 };
  const left = (axis) => placeNames({ ...frame(axis), size: { ...size, width: 1200 } }, asked(nodes)).map((name) => ({ ...name }));
  assert.ok(overlaps([...left(null).map((name) => ({ ...name, left: 0 })), word]));
  assert.ok(!overlaps([...left({ ticks: [], lanes: [[0, "compares with"]] }), word]));
});

test("while the camera moves names keep their side and still do not overlap", () => {
  const nodes = crowd(900);
  const names = placeNames(frameOf(nodes, { ...middle(nodes), scale: 1 }), asked(nodes));
  const panned = followNames(frameOf(nodes, { x: middle(nodes).x + 50, y: middle(nodes).y, scale: 1 }), names, []);
  for (const { place, left } of panned) assert.ok(Math.abs(left + 50 - names.find((name) => name.place === place).left) < 1e-6);
  assert.ok(panned.length > names.length / 2);
  assert.ok(!overlaps(followNames(frameOf(nodes, { ...middle(nodes), scale: 0.4 }), names, [])));
});

test("a name in the other language is cut by columns, Hangul counting two, and never within a letter", () => {
  assert.equal(shortened("김민지"), "김민지");
  assert.equal(shortened("가".repeat(15)), "가".repeat(15));
  assert.equal(shortened("가".repeat(16)), `${"가".repeat(14)}…`);
  assert.equal(shortened("e\u0301".repeat(31)), `${"e\u0301".repeat(29)}…`);
});

test("only lines that are lit by themselves say what makes them, beside their middle", () => {
  const nodes = [{ place: 0, x: -100, y: 0 }, { place: 1, x: 100, y: 0 }];
  const frame = (lit) => ({ model: { nodes, edges: [{ source: 0, target: 1 }] }, camera: { x: 0, y: 0, scale: 1 }, size, state: { lit } });
  const said = () => "3 papers";
  assert.deepEqual(lineNames(frame(null), said, measure), []);
  assert.deepEqual(lineNames(frame({ single: false, edges: [0] }), said, measure), []);
  const [name] = lineNames(frame({ single: true, edges: [0] }), said, measure);
  assert.equal(name.label, "3 papers");
  for (const box of name.boxes) assert.ok(Math.min(Math.abs(box.left - 600), Math.abs(box.right - 600)) < 10 && Math.abs((box.top + box.bottom) / 2 - 400) < 20);
});
