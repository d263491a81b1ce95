import assert from "node:assert/strict";
import { test } from "node:test";

import { createCodec, createStore, START } from "../src/state.js";
import { NO_FILTERS } from "../src/visible.js";
import { authors } from "./picture.js";

const { model, facts } = authors();
const codec = createCodec(model, facts, ["groups", "new"]);
const again = (state) => codec.decode(codec.encode({ ...START, ...state }));

test("nothing chosen is an empty address", () => {
  assert.equal(codec.encode(START), "");
  assert.deepEqual(codec.decode(""), { ...START, filters: NO_FILTERS });
});

for (const kept of [{ node: 2 }, { edge: 3 }, { pair: [4, 0] }, { path: [0, 4] }, { group: 1 }, { concept: 1 }, { listing: "new" }, { circle: 0, split: "2024-02-01" }]) {
  test(`an address brings back ${JSON.stringify(kept)}`, () => {
    assert.deepEqual(again({ kept }).kept, kept);
  });
}

test("an address brings back filters and looks", () => {
  const filters = { from: "2024-01-01", to: "2024-02-01", classes: ["dataset", "method"], roles: ["uses"], strength: 0.5, amount: 2, group: 0, around: 3, stated: true, common: true };
  const state = { ...START, filters, sizeBy: "bridging", colourBy: "year", names: "alias", dark: false, table: "nodes", sort: "-papers" };
  assert.deepEqual(codec.decode(`#${codec.encode(state)}`), state);
});

test("an address names nodes by key, not by place", () => {
  assert.equal(codec.encode({ ...START, kept: { edge: 0 } }), "link=ada,bo");
  assert.equal(codec.encode({ ...START, kept: { group: 0 } }), "group=ada");
});

test("keys with signs of their own come back", () => {
  const odd = authors({
    nodes: { key: ["a,b", "c&d=e#f%"], kind: [0, 0], label: ["A", "B"], x: [0, 1], y: [0, 1], radius: [1, 1], group: [-1, -1], papers: [[0], [0]] },
    edges: { source: [0], target: [1], weight: [1], step: [0], papers: [[0]], claims: [0] }, groups: [],
  });
  const strange = createCodec(odd.model, odd.facts, []);
  assert.deepEqual(strange.decode(strange.encode({ ...START, kept: { edge: 0 } })).kept, { edge: 0 });
});

const HOSTILE = [
  "node=nobody", "node=", "node=__proto__", "node=constructor", "link=ada", "link=ada,eve", "link=ada,bo,cho", "pair=ada,ada", "path=ada,",
  "group=eve", "about=method:none", "list=__proto__", "list=secret", "circle=ada,never", "%E0%A4%A", "node=%E0%A4%A", "=", "&&&", "dark=2",
  "from=2024-13-01", "from=yesterday", "strength=NaN", "strength=-1", "strength=Infinity", "class=<script>", "role=__proto__", "within=eve",
  "size=constructor", "colour=url(x)", "table=__proto__", "sort=<b>", "javascript:alert(1)",
];
for (const text of HOSTILE) {
  test(`an address that says nothing of this picture is passed over: ${text}`, () => {
    assert.deepEqual(codec.decode(`#${text}`), { ...START, filters: NO_FILTERS });
  });
}

test("listeners hear of a change with what was before", () => {
  const store = createStore(START);
  const heard = [];
  store.subscribe((now, before, how) => heard.push([now.sizeBy, before.sizeBy, how.dragging]));
  store.change({ sizeBy: "bridging" }, { dragging: true });
  assert.deepEqual(heard, [["bridging", "papers", true]]);
  assert.equal(store.now().sizeBy, "bridging");
});
