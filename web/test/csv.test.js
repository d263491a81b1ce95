import assert from "node:assert/strict";
import { test } from "node:test";

import { csv, tabbed } from "../src/csv.js";

test("cells with signs of their own are quoted", () => {
  assert.equal(csv(["a", "b"], [['say "x"', "1,2"], ["line\nbreak", 3]]), '\uFEFFa,b\r\n"say ""x""","1,2"\r\n"line\nbreak",3\r\n');
});

for (const cell of ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\r=1"]) {
  test(`${JSON.stringify(cell)} is no formula any more`, () => {
    assert.ok(csv([], [[cell]]).replaceAll('"', "").includes(`'${cell}`));
    assert.ok(tabbed([], [[cell]]).startsWith("\n'"));
  });
}

test("numbers stay numbers, and what is missing is empty", () => {
  assert.equal(tabbed(["n"], [[-1.5, null]]), "n\n-1.5\t");
});

test("a tab or a line in a cell does not make a new one", () => {
  assert.equal(tabbed(["a"], [["x\ty\nz"]]), "a\nx y z");
});
