// A small picture for tests: five authors of four papers, in two groups, unfolded as the page does it.

import { readModel } from "../src/data.js";
import { readFacts } from "../src/facts.js";

const CLAIMS = [
  [0, 0, "introduces", 0, 0, 1, null, 1], // GRPO
  [1, 0, "uses", 0, 0, 1, null, 1],
  [2, 1, "mentions", 0, 0, 1, null, 1], // a data set
  [3, 2, "uses", 0, 0, 1, null, 1], // common
];

export function authors(changes = {}) {
  const written = {
    kind: "coauthors", title: "T", summary: [], words: { node: "author", nodes: "authors", groups: "Communities" }, kinds: ["author"], painter: "vis",
    base: "https://example.org/a/",
    nodes: {
      key: ["ada", "bo", "cho", "dee", "eve"], kind: [0, 0, 0, 0, 0], label: ["Ada Stern", "Bo Lind", "김민지", "Dée Marsh", "Eve Ono"], alias: [null, null, "Minji Kim", null, null],
      x: [0, 10, 20, 30, 40], y: [0, 0, 0, 10, 0], radius: [9, 6, 7, 5, 4], group: [0, 0, 0, 1, -1], bridging: [0, 0.1, 0.5, 0, 0],
      papers: [[0, 1], [0], [0, 2], [2, 3], [3]],
    },
    //         ada-bo ada-cho bo-cho cho-dee dee-eve
    edges: {
      source: [0, 0, 1, 2, 3], target: [1, 2, 2, 3, 4], weight: [2, 0.5, 1, 1, 0.25], step: [2, 0, 0, 0, 0],
      papers: [[0, 1], [0], [0], [2], [3]], claims: [0, 0, 0, 0, 0], faint: [0, 0, 0, 0, 1],
    },
    groups: [["First", "", 3, []], ["Second", "", 1, []]],
    papers: [["1", "One", "2024-01-05", null, [0]], ["2", "Two", "2024-02-10", null, [1]], ["3", "Three", "2024-03-20", null, [2]], ["4", "Four", null, null, [3]]],
    concepts: [["GRPO", "method", 2, 0], ["GridSet", "dataset", 1, 0], ["Adam", "method", 90, 1]],
    claims: CLAIMS, sentences: ["s"], listings: [], queries: { node: "", edge: "" }, ...changes,
  };
  const model = readModel(written);
  return { model, facts: readFacts(model) };
}

// Four papers in a row; the first two share a method and a common one, the next a common one only, the last a data set.
export function papers() {
  return authors({
    kind: "papers", kinds: ["paper"],
    nodes: { key: ["1", "2", "3", "4"], kind: [0, 0, 0, 0], label: ["One", "Two", "Three", "Four"], x: [0, 1, 2, 3], y: [0, 0, 0, 0], radius: [5, 5, 5, 5], group: [0, 0, 0, 0], papers: [[0], [1], [2], [3]] },
    edges: {
      source: [0, 1, 2], target: [1, 2, 3], weight: [2, 1, 1], step: [0, 0, 0], papers: [[0, 1], [1, 2], [2, 3]],
      claims: [[[0, 1], [2, 3]], [[3, 4]], [[5, 6]]],
    },
    claims: [
      [0, 0, "introduces", 0, 0, 1, null, 1], [1, 0, "uses", 0, 0, 1, null, 1], [0, 2, "uses", 0, 0, 1, null, 1], [1, 2, "uses", 0, 0, 1, null, 1],
      [2, 2, "mentions", 0, 0, 1, null, 1], [2, 1, "uses", 0, 0, 1, null, 1], [3, 1, "uses", 0, 0, 1, null, 1],
    ],
    papers: [["1", "One", "2024-01-05", null, []], ["2", "Two", "2024-02-10", null, []], ["3", "Three", "2024-03-20", null, []], ["4", "Four", "2024-04-01", null, []]],
  });
}
