import assert from "node:assert/strict";
import { test } from "node:test";

import { choices, hiding, NO_FILTERS, visible } from "../src/visible.js";
import { authors, papers } from "./picture.js";

const places = (answers) => answers.flatMap((answer, place) => (answer ? [place] : []));
const see = ({ model, facts }, filters = {}) => {
  const seen = visible(model, facts, { ...NO_FILTERS, ...filters });
  return { nodes: places(seen.nodes), edges: places(seen.edges), counts: seen.counts, common: seen.common };
};

test("without filters all is shown", () => {
  assert.deepEqual(see(authors()), { nodes: [0, 1, 2, 3, 4], edges: [0, 1, 2, 3, 4], counts: { nodes: 5, edges: 5 }, common: [] });
});

test("a period leaves who and what has a paper in it, its days included", () => {
  const seen = see(authors(), { from: "2024-02-10", to: "2024-03-20" });
  assert.deepEqual(seen.nodes, [0, 2, 3]);
  assert.deepEqual(seen.edges, [3]);
  assert.deepEqual(see(authors(), { from: "2024-02-11", to: "2024-03-19" }).nodes, []);
});

test("strength, number and certainty take off weaker lines, and whoever loses all of them", () => {
  assert.deepEqual(see(authors(), { strength: 1 }), { nodes: [0, 1, 2, 3], edges: [0, 2, 3], counts: { nodes: 4, edges: 3 }, common: [] });
  assert.deepEqual(see(authors(), { amount: 2 }).edges, [0]);
  assert.deepEqual(see(authors(), { stated: true }).edges, [0, 1, 2, 3]);
});

test("a group leaves its members and the lines between them", () => {
  assert.deepEqual(see(authors(), { group: 0 }), { nodes: [0, 1, 2], edges: [0, 1, 2], counts: { nodes: 3, edges: 3 }, common: [] });
});

test("around a node are its neighbours, with the lines between these", () => {
  const seen = see(authors(), { around: 0 });
  assert.deepEqual([seen.nodes, seen.edges], [[0, 1, 2], [0, 1, 2]]);
  assert.deepEqual(see(authors(), { around: 4 }).nodes, [3, 4]);
});

test("a member without a line inside the group stays: no filter took its lines", () => {
  assert.deepEqual(see(authors(), { group: 1 }).nodes, [3]);
});

test("classes and roles ask for one claim that is both", () => {
  assert.deepEqual(see(authors(), { classes: ["dataset"] }).edges, [3]);
  assert.deepEqual(see(authors(), { roles: ["introduces"] }).edges, [0, 1, 2]);
  assert.deepEqual(see(authors(), { classes: ["dataset"], roles: ["introduces"] }).edges, []);
});

test("what only common concepts make is hidden at first, and told", () => {
  const page = papers();
  const seen = see(page);
  assert.deepEqual(seen.edges, [0, 2]);
  assert.deepEqual(seen.common, [1]);
  assert.deepEqual(seen.nodes, [0, 1, 2, 3]);
  assert.deepEqual(hiding(page.model, seen.common), [[2, 1]]);
  assert.deepEqual(see(page, { common: true }).edges, [0, 1, 2]);
  assert.deepEqual(see(page, { classes: ["method"] }).edges, [0]);
});

test("links between people are never hidden for being common", () => {
  assert.deepEqual(see(authors()).edges, [0, 1, 2, 3, 4]);
});

test("each choice tells how many lines it would leave, the other filters being as they are", () => {
  const { model, facts } = authors();
  assert.deepEqual(choices(model, facts, NO_FILTERS, "classes"), [["dataset", 1], ["method", 4]]);
  assert.deepEqual(choices(model, facts, { ...NO_FILTERS, classes: ["dataset"] }, "classes"), [["dataset", 1], ["method", 4]]);
  assert.deepEqual(choices(model, facts, { ...NO_FILTERS, strength: 2 }, "classes"), [["dataset", 0], ["method", 1]]);
  assert.deepEqual(choices(model, facts, { ...NO_FILTERS, classes: ["dataset"] }, "roles"), [["mentions", 1]]);
});
