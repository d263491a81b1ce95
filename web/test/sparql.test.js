import assert from "node:assert/strict";
import { test } from "node:test";

import { edgeQuery, nodeQuery } from "../src/sparql.js";

const model = (iris, node = "SELECT ?x {\n  #values\n  ?x ?y ?node }") => ({
  queries: { node, edge: "SELECT ?x { #values\n ?one ?x ?other }" }, nodes: iris.map((iri) => ({ iri })),
});

test("the query is bound to what the panel shows", () => {
  assert.equal(nodeQuery(model(["https://e.org/a"]), 0), "SELECT ?x {\n  VALUES ?node { <https://e.org/a> }\n  ?x ?y ?node }");
  assert.equal(edgeQuery(model(["urn:a", "urn:b"]), 0, 1), "SELECT ?x { VALUES (?one ?other) { (<urn:a> <urn:b>) }\n ?one ?x ?other }");
});

test("signs that replacing would take for a pattern are taken as they are", () => {
  assert.ok(nodeQuery(model(["urn:$&$1"]), 0).includes("<urn:$&$1>"));
});

for (const iri of ["urn:a> } DROP ALL #", "urn:a b", "no-scheme", "urn:a\nb", "urn:{a}", "urn:a\\u003e", "urn:\"a", ""]) {
  test(`${JSON.stringify(iri)} cannot stand in a query`, () => assert.equal(nodeQuery(model([iri]), 0), null));
}

test("without a query, or a place for the values, there is none", () => {
  assert.equal(nodeQuery(model(["urn:a"], ""), 0), null);
  assert.equal(nodeQuery(model(["urn:a"], "SELECT * { ?s ?p ?o }"), 0), null);
});
