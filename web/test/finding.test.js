import assert from "node:assert/strict";
import { test } from "node:test";

import { createFinder } from "../src/finding.js";
import { authors } from "./picture.js";

const { model, facts } = authors();
const find = createFinder(model, facts);

for (const [typed, nodes] of [
  ["ada", [0]], ["STERN", [0]], ["dee", [3]], ["Dée", [3]], ["민지", [2]], ["김", [2]], ["김ㅁ", [2]], ["김미", [2]], ["minji", [2]], ["kim minji", [2]],
  ["marsh dee", [3]], ["xyz", []], ["", []], ["   ", []],
]) {
  test(`"${typed}" finds ${JSON.stringify(nodes)}`, () => assert.deepEqual(find(typed).nodes, nodes));
}

test("a name that starts so comes before one that has a word that starts so, and that before one inside", () => {
  // M: Minji (start, by alias), Marsh (a word), none inside.
  assert.deepEqual(find("m").nodes, [2, 3]);
});

test("topics are found as well, the more usual first", () => {
  assert.deepEqual(find("gr").concepts, [0, 1]);
  assert.deepEqual(find("grid").concepts, [1]);
});
