import assert from "node:assert/strict";
import { test } from "node:test";

import { barOf, barsOf, dayOf, havingConcept, readFacts } from "../src/facts.js";
import { halves, listingKeys, listingOf, sinceWhen } from "../src/listings.js";
import { lighting, neighbourTowards } from "../src/lighting.js";
import { NO_FILTERS, visible } from "../src/visible.js";
import { authors, papers } from "./picture.js";

const { model, facts } = authors();

for (const [text, day] of [["2024-02-29", "2024-02-29"], ["2024-05", "2024-05-01"], ["2024", "2024-01-01"], ["2024-02-30", null], ["2024-13-01", null], ["soon", null], [null, null]]) {
  test(`the day of ${text} is ${day}`, () => assert.equal(dayOf(text), day));
}

test("who is first seen when, and in which order they come", () => {
  assert.deepEqual(facts.firstSeen, ["2024-01-05", "2024-01-05", "2024-01-05", "2024-03-20", null]);
  assert.deepEqual(facts.foremost, [0, 2, 1, 3, 4]);
  assert.deepEqual(facts.span, ["2024-01-05", "2024-03-20"]);
});

test("what size stands for shows in the picture, or is not told", () => {
  assert.equal(facts.sizedBy, null); // radii 9, 6, 7, 5, 4 go with neither papers nor lines
  const grown = authors();
  grown.model.nodes.forEach((node, place) => { node.radius = [8, 4, 8, 8, 4][place]; });
  assert.equal(readFacts(grown.model).sizedBy(grown.model.nodes[0]), 2);
});

test("common concepts hide lines where two papers share them, and never all lines", () => {
  const { model: shared } = papers();
  assert.deepEqual(readFacts(shared).shared, [true, true, true]);
  assert.equal(readFacts(shared).commonly, true);
  assert.equal(facts.commonly, false);
  const all = papers();
  all.model.concepts.forEach((concept) => { concept.common = true; });
  assert.equal(readFacts(all.model).commonly, false);
  const own = papers();
  own.model.edges[1].claims = [[4, 4]]; // a paper has the concept: nothing is shared
  assert.equal(readFacts(own.model).commonly, false);
});

const dated = (...dates) => readFacts({ nodes: [], edges: [], claims: [], concepts: [], papers: dates.map((date) => ({ date })) });

test("bars are weeks, months or years, without a gap, and hold every paper", () => {
  const weeks = barsOf(facts);
  assert.equal(weeks.length, 11);
  assert.deepEqual(weeks[0], { from: "2024-01-05", to: "2024-01-11", papers: 1 });
  const months = barsOf(dated("2023-11-20", "2024-01-31", "2024-12-31", "2024-02-29"));
  assert.equal(months.length, 14);
  assert.deepEqual([months[3].from, months[3].to, months[3].papers], ["2024-02-01", "2024-02-29", 1]);
  assert.deepEqual(barsOf(dated("2001-05-05", "2020-01-01")).length, 20);
  assert.equal(barsOf(dated("2024-01-01", "2024-01-03")).length, 3);
  assert.deepEqual(barsOf(dated(null)), []);
  assert.equal(barOf(months, "2024-02-29"), 3);
});

test("a concept is worked on by those with most papers on it first", () => {
  assert.deepEqual(havingConcept(model, facts, 0), [[0, 2], [2, 1], [1, 1]]);
});

test("listings that can be worked out are offered, the model's own win", () => {
  assert.deepEqual(listingKeys(model, facts), ["groups", "bridging", "new", "rising"]);
  const own = { ...model, listings: [{ key: "rising", title: "Own", note: "", columns: [], rows: [] }, { key: "coverage", rows: [] }] };
  assert.deepEqual(listingKeys(own, facts), ["groups", "bridging", "new", "rising", "coverage"]);
  assert.equal(listingOf(own, facts, NO_FILTERS, "rising").title, "Own");
  assert.equal(listingOf(own, facts, { ...NO_FILTERS, from: "2024-01-01" }, "rising").title, "What is rising");
});

test("new are those first seen in the period", () => {
  assert.equal(sinceWhen(facts, NO_FILTERS), "2024-03-02");
  const rows = listingOf(model, facts, NO_FILTERS, "new").rows;
  assert.deepEqual(rows.map((row) => [row.node, row.cells[1], row.cells[2]]), [[3, "2024-03-20", "Three"]]);
  assert.equal(listingOf(model, facts, { ...NO_FILTERS, from: "2024-01-05" }, "new").rows.length, 4);
});

test("rising is what more papers of the later half name, with both counts", () => {
  assert.deepEqual(halves(facts, NO_FILTERS), ["2024-01-05", "2024-02-11", "2024-03-20"]);
  const late = authors({ claims: [[0, 0, "uses", 0, 0, 1, null, 1], [1, 1, "uses", 0, 0, 1, null, 1], [2, 1, "uses", 0, 0, 1, null, 1]] });
  const [first] = listingOf(late.model, late.facts, { ...NO_FILTERS, from: "2024-01-01", to: "2024-03-25" }, "rising").rows;
  assert.equal(first, undefined); // one paper in the later half is no rise
  const more = authors({ claims: [[0, 0, "uses", 0, 0, 1, null, 1], [1, 1, "uses", 0, 0, 1, null, 1], [2, 1, "uses", 0, 0, 1, null, 1]],
    papers: [["1", "One", "2024-01-05", null, []], ["2", "Two", "2024-03-10", null, []], ["3", "Three", "2024-03-20", null, []], ["4", "Four", null, null, []]] });
  assert.deepEqual(listingOf(more.model, more.facts, NO_FILTERS, "rising").rows.map((row) => row.cells), [["GridSet", 0, 2, "0.0 % → 100.0 %"]]);
});

test("bridges are told with the groups that they join", () => {
  assert.deepEqual(listingOf(model, facts, NO_FILTERS, "bridging").rows.map((row) => row.cells), [["김민지", 0.5, "First · Second"], ["Bo Lind", 0.1, "First"]]);
});

test("what is kept is lit with what answers for it", () => {
  const page = { model, facts, seen: visible(model, facts, NO_FILTERS), filters: NO_FILTERS };
  const lit = (kept) => { const { nodes, edges } = lighting(page, kept); return [[...nodes].sort(), [...edges].sort()]; };
  assert.equal(lighting(page, null), null);
  assert.deepEqual(lit({ node: 3 }), [[2, 3, 4], [3, 4]]);
  assert.deepEqual(lit({ edge: 3 }), [[2, 3], [3]]);
  assert.deepEqual(lit({ pair: [0, 1] }), [[0, 1, 2], [0, 1, 2]]);
  assert.deepEqual(lit({ path: [0, 3] }), [[0, 1, 2, 3], [0, 2, 3]]);
  assert.deepEqual(lit({ group: 0 }), [[0, 1, 2], [0, 1, 2]]);
  assert.deepEqual(lit({ concept: 1 }), [[2, 3], [3]]);
  assert.deepEqual(lit({ listing: "new" }), [[3], []]);
  assert.equal(lighting(page, { listing: "groups" }), null);
});

test("an arrow leads to the neighbour that lies there", () => {
  const page = { model, seen: visible(model, facts, NO_FILTERS) };
  assert.equal(neighbourTowards(page, 2, [1, 0]), 3);
  assert.equal(neighbourTowards(page, 2, [-1, 0]), 1);
  assert.equal(neighbourTowards(page, 2, [0, -1]), undefined);
});
