import assert from "node:assert/strict";
import { test } from "node:test";

import { endsOf, otherEnd, readModel, reasons, roleOf, saidOf } from "../src/data.js";

const written = {
  kind: "coauthors", title: "T", summary: [], words: {}, kinds: ["author"], painter: "vis", base: "https://example.org/author/",
  nodes: {
    key: ["ada", "urn:bo"], kind: [0, 0], name: [null, "Bo Lind"], label: ["Ada", "Bo"], x: [0, 1], y: [2, 3],
    radius: [4, 5], group: [0, -1], papers: [[0], [0]],
  },
  edges: { source: [0], target: [1], weight: [1.5], step: [2], papers: [[0, 1]], claims: [0], faint: [1] },
  groups: [["G", "about", 1, []]], papers: [["1", "One", null, null, []]], concepts: [["GRPO", "method", 3, 1]],
  claims: [[0, 0, "uses", 0, 1, 5, "shape", 2]], sentences: ["s"],
  listings: [{ key: "k", title: "L", note: "", columns: ["a"], rows: [[["x"], 1, -1]] }],
};

test("columns become objects, with what was left out at its default", () => {
  const model = readModel(written);
  assert.equal(model.nodes[0].name, "Ada");
  assert.equal(model.nodes[1].name, "Bo Lind");
  assert.equal(model.nodes[0].iri, "https://example.org/author/ada");
  assert.equal(model.nodes[1].iri, "urn:bo");
  assert.deepEqual([model.nodes[0].concept, model.nodes[0].alias, model.nodes[0].bridging], [-1, null, 0]);
  assert.equal(model.edges[0].faint, true);
  assert.equal(model.edges[0].p, null);
  assert.equal(model.concepts[0].common, true);
  assert.deepEqual(model.listings[0].rows[0], { cells: ["x"], node: 1, other: -1 });
});

test("a painter's objects get back what the columns hold", () => {
  const drawn = { options: {}, nodes: { alike: [{ shape: "dot" }, { shape: "square" }], each: [1, 0] }, edges: { alike: [{ width: 3 }], each: [0] } };
  assert.equal(readModel(written).drawn, null);
  assert.deepEqual(readModel({ ...written, drawn }).drawn, {
    options: {},
    nodes: [{ id: 0, shape: "square", x: 0, y: 2, size: 4 }, { id: 1, shape: "dot", x: 1, y: 3, size: 5 }],
    edges: [{ from: 0, to: 1, width: 3 }],
  });
});

test("edges know their ends and what makes them, nodes their edges", () => {
  const { nodes, edges } = readModel(written);
  assert.deepEqual(nodes.map((node) => node.edges), [[0], [0]]);
  assert.equal(otherEnd(edges[0], 0), 1);
  assert.equal(reasons(edges[0]), 2);
});

function around({ kinds = ["paper", "model"], claims = [[[0, 0]]], count = [0], axis = null, labels = ["Ada", "Bo"] } = {}) {
  return readModel({
    ...written, kinds, axis, words: { reason: "link", reasons: "links" }, nodes: { ...written.nodes, kind: [0, 1], label: labels },
    edges: { ...written.edges, papers: [[0]], claims, count },
    claims: [[0, 0, "introduces", 0, 1, 5, null, 1], [0, 0, "compares with", 0, 1, 5, null, 1]],
  });
}

test("a line of one paper says what it does there", () => {
  const said = (changes) => { const model = around(changes); return saidOf(model, model.edges[0]); };
  assert.equal(said(), "introduces");
  assert.equal(said({ kinds: ["paper", "author"], claims: [0] }), "wrote it");
  assert.equal(said({ kinds: ["paper", "paper"], claims: [[[0, 1]]], axis: {} }), "compares with");
  assert.equal(said({ kinds: ["author", "author"], claims: [0] }), "1 link");
  const model = around({ kinds: ["author", "author"], claims: [0] });
  assert.equal(roleOf(model, model.edges[0]), null);
});

test("a line that lists only some of what makes it counts all", () => {
  const model = around({ kinds: ["community", "community"], claims: [0], count: [1332] });
  assert.equal(reasons(model.edges[0]), 1332);
  assert.equal(saidOf(model, model.edges[0]), "1,332 links");
});

test("ends of one name are told apart by their kinds", () => {
  const ends = (labels) => { const model = around({ labels }); return endsOf(model, model.edges[0]); };
  assert.deepEqual(ends(["Octo", "Octo"]), ["Octo (paper)", "Octo (model)"]);
  assert.deepEqual(ends(["Octo", "Atari"]), ["Octo", "Atari"]);
});
