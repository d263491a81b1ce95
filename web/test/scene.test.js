import assert from "node:assert/strict";
import { test } from "node:test";

import { isWithin, leftShares, ownShares, presence, regionsOf } from "../src/backdrop.js";
import { sourceLine, wrapped } from "../src/figure_text.js";
import { wheelFactor } from "../src/gestures.js";
import { pathWords } from "../src/pens.js";
import { bridgeRadii, lookOf, mixed, yearScale } from "../src/scene.js";

const palette = { background: "#FFFFFF", ink: "#000000", line: "#888888", other: "#777777", groups: ["#AA0000", "#00AA00"], years: ["#000001", "#000002", "#000003"] };

function modelOf(dates) {
  const papers = dates.map((date) => ({ date }));
  const nodes = dates.map((date, place) => ({ place, x: place * 40, y: 0, radius: 5, papers: [place], group: place % 3, bridging: place / 10 }));
  const edges = [{ place: 0, source: 0, target: 1, step: 0 }, { place: 1, source: 0, target: 3, step: 0 }];
  return { nodes, edges, papers, palettes: { light: palette, dark: palette } };
}

test("years keep their order on the scale, whole years and days alike, and what has no date has no colour", () => {
  const scale = yearScale(modelOf(["2020", "2021-06-01", "2023-01-01", null]), 3);
  assert.deepEqual([scale.first, scale.last], ["2020-01-01", "2023-01-01"]);
  assert.deepEqual(scale.steps, [0, 1, 2, -1]);
  assert.equal(yearScale(modelOf([null]), 3), null);
  assert.deepEqual(yearScale(modelOf(["2020-05-05"]), 3).steps, [0]);
});

test("colours: by group, the rest in one grey; lines within a group in its colour", () => {
  const model = modelOf(["2020", "2021", "2022", "2023"]);
  const look = lookOf(model, { dark: false, sizeBy: "papers", colourBy: "group" });
  assert.deepEqual(look.fills, ["#AA0000", "#00AA00", "#777777", "#AA0000"]);
  assert.deepEqual(look.strokes, ["#888888", "#AA0000"]);
  const years = lookOf(model, { dark: false, sizeBy: "papers", colourBy: "year" });
  assert.deepEqual(years.fills, ["#000001", "#000002", "#000003", "#000003"]);
  assert.deepEqual(years.strokes, ["#888888", "#888888"]);
});

test("sized by bridging the greatest is largest, and no dot reaches into another", () => {
  const nodes = [0, 12, 24, 300].map((x, place) => ({ place, x, y: 0, bridging: [0.1, 0, 0.9, 0.5][place] }));
  const radii = bridgeRadii(nodes);
  assert.ok(radii[0] + radii[1] <= 12 && radii[1] + radii[2] <= 12);
  assert.ok(radii[3] > radii[1]);
});

test("a mixed colour lies between its two", () => {
  assert.equal(mixed("#FF0000", "#0000FF", 0.5), "#800080");
  assert.equal(mixed("#102030", "#FFFFFF", 0), "#102030");
});

test("a region fades out as one goes into it, and is not drawn as a speck", () => {
  const size = { width: 1000, height: 800 };
  const box = (wide) => ({ left: 0, right: wide, top: 0, bottom: 20 });
  assert.equal(presence(box(20), size), 0);
  assert.equal(presence(box(500), size), 1);
  assert.ok(presence(box(1000), size) > 0 && presence(box(1000), size) < 1);
  assert.equal(presence(box(2000), size), 0);
});

test("traces become words of SVG", () => {
  const words = pathWords((trace) => { trace.moveTo(1, 2); trace.lineTo(3.04, 4.06); trace.closePath(); });
  assert.equal(words, "M1 2L3 4.1Z");
  assert.equal(pathWords((trace) => trace.arc(10, 20, 5, 0, 7)), "M15 20a5 5 0 1 0 -10 0a5 5 0 1 0 10 0Z");
});

test("text is broken between words and loses none", () => {
  const lines = wrapped("one two three four five", { size: 10 }, 60, (text) => text.length * 6);
  assert.deepEqual(lines, ["one two", "three four", "five"]);
  assert.deepEqual(wrapped("", { size: 10 }, 60, () => 0), [""]);
});

test("a picture says from what and when", () => {
  const model = { papers: [{ date: "2024-02-01" }, { date: null }, { date: "2023-01-05" }] };
  assert.equal(sourceLine(model, "2026-01-01"), "Source: 3 papers, 2023-01-05 to 2024-02-01. Drawn with papergraph on 2026-01-01.");
  assert.equal(sourceLine({ papers: [{ date: "2024-02-01" }] }, "2026-01-01"), "Source: 1 paper, 2024-02-01. Drawn with papergraph on 2026-01-01.");
});

test("a wheel zooms in and back by the same, in px and in lines", () => {
  for (const [deltaY, deltaMode] of [[100, 0], [3, 1]]) {
    const [out, back] = [wheelFactor({ deltaY, deltaMode }), wheelFactor({ deltaY: -deltaY, deltaMode })];
    assert.ok(out < 1 && Math.abs(out * back - 1) < 1e-9);
  }
});

test("a community has a region as far as it is alone there", () => {
  const square = [[0, 0], [10, 0], [10, 10], [0, 10]];
  assert.ok(isWithin(square, 5, 5) && !isWithin(square, 15, 5) && !isWithin(square, 5, -1));
  const groups = [{ hull: square }, { hull: [] }];
  const nodes = [[1, 1, 0], [9, 9, 0], [5, 5, 1], [6, 5, 1], [50, 50, 0]].map(([x, y, group]) => ({ x, y, group }));
  assert.deepEqual(ownShares({ groups, nodes }), [0.5, 0]);
});

test("a region goes with its nodes when filters hide them", () => {
  const hull = [[-50, -50], [50, -50], [50, 50], [-50, 50]];
  const nodes = [0, 1, 2, 3, 4].map((place) => ({ place, group: 0 }));
  const model = { groups: [{ hull }], nodes };
  const fade = (shown) => {
    const left = leftShares(model, { nodes: nodes.map(({ place }) => place < shown) });
    const look = { shares: [1], left, colours: { groups: ["#112233"] } };
    const frame = { model, look, state: { colourBy: "group" }, size: { width: 800, height: 600 }, camera: { x: 0, y: 0, scale: 1 } };
    return regionsOf(frame).map((region) => region.fade);
  };
  assert.deepEqual([fade(5), fade(3), fade(1)], [[1], [0.6], []]);
  assert.deepEqual(leftShares(model, null), [1]);
});
