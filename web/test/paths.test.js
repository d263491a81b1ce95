import assert from "node:assert/strict";
import { test } from "node:test";

import { along, inCommon, lineBetween, shortest } from "../src/paths.js";
import { authors } from "./picture.js";

const { model } = authors();
const all = model.edges.map(() => true);

test("the stronger way is the shorter one, even with more steps", () => {
  // ada–cho is weak (0.5); ada–bo–cho costs 1/2 + 1/1.
  assert.deepEqual(shortest(model, all, 0, 2), [0, 2]);
  assert.deepEqual(along(model, 0, [0, 2]), [0, 1, 2]);
});

test("a way leads over shown lines only, from either end", () => {
  assert.deepEqual(shortest(model, [false, true, true, true, true], 0, 2), [1]);
  assert.deepEqual(shortest(model, all, 4, 0), [4, 3, 2, 0]);
  assert.equal(shortest(model, [true, true, true, false, true], 0, 4), null);
  assert.deepEqual(shortest(model, all, 3, 3), []);
});

test("a long chain is walked to its end", () => {
  const size = 3000;
  const chain = {
    nodes: Array.from({ length: size }, (_, place) => ({ place, edges: [place - 1, place].filter((edge) => edge >= 0 && edge < size - 1) })),
    edges: Array.from({ length: size - 1 }, (_, place) => ({ place, source: place, target: place + 1, weight: 1 + (place % 7) })),
  };
  assert.equal(shortest(chain, chain.edges.map(() => true), 0, size - 1).length, size - 1);
});

test("common neighbours come with both lines, the strongest first", () => {
  assert.deepEqual(inCommon(model, all, [0, 1]), [[2, 1, 2]]);
  assert.deepEqual(inCommon(model, all, [0, 4]), []);
  assert.deepEqual(inCommon(model, [true, false, true, true, true], [0, 1]), []);
});

test("of several in common, first the one whose weaker line is the stronger", () => {
  const edges = [[0, 2, 5], [1, 2, 1], [0, 3, 2], [1, 3, 2]].map(([source, target, weight], place) => ({ place, source, target, weight }));
  const nodes = [[0, 2], [1, 3], [0, 1], [2, 3]].map((lines, place) => ({ place, edges: lines }));
  assert.deepEqual(inCommon({ nodes, edges }, [true, true, true, true], [0, 1]).map(([node]) => node), [3, 2]);
});

test("the line between two, if there is one", () => {
  assert.equal(lineBetween(model, 3, 2), 3);
  assert.equal(lineBetween(model, 0, 4), undefined);
});
