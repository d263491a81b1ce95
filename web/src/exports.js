// What is seen, as files: the picture, the network, the tables. Nothing leaves the machine.

import { addressNow } from "./address.js";
import { copyButton, download } from "./copying.js";
import { reasons } from "./data.js";
import { button, byId, capital, element } from "./dom.js";
import { gexf } from "./gexf.js";
import { claims, concepts, edges, groups, model, nodes, papers, terms } from "./model.js";
import { sentence } from "./shown.js";
import { facts, seenNow } from "./store.js";
import { saveTable } from "./table.js";

function network() {
  const seen = seenNow();
  const shared = (edge) => [...new Set(edge.claims.map(([first]) => concepts[claims[first].concept].label))];
  const why = (edge) => (edge.claims.length ? shared(edge) : edge.papers.map((paper) => papers[paper].id)).join("; ");
  return {
    title: `${model.title}. ${model.summary.join(" ")} ${sentence()}.`,
    nodes: nodes.filter((node) => seen.nodes[node.place]).map((node) => ({
      id: node.iri, label: node.name, x: node.x, y: node.y, size: node.radius,
      values: {
        kind: node.kind, papers: node.papers.length, community: (groups[node.group] || { name: null }).name,
        first: facts.firstSeen[node.place], iri: node.iri, alias: node.alias,
      },
    })),
    edges: edges.filter((edge) => seen.edges[edge.place]).map((edge) => ({
      source: nodes[edge.source].iri, target: nodes[edge.target].iri, weight: edge.weight, values: { reasons: reasons(edge), why: why(edge) },
    })),
  };
}

export function startExports(map) {
  const name = (ending) => `${model.kind}.${ending}`;
  const item = (label, act) => element("li", {}, button({ onclick: act }, label));
  byId("exports").replaceChildren(element("ul", {},
    map.png ? item("Picture as PNG", async () => download(name("png"), "image/png", await map.png())) : null,
    map.svg ? item("Picture as SVG", async () => download(name("svg"), "image/svg+xml", await map.svg())) : null,
    item("Network as GEXF", () => download(name("gexf"), "application/xml", gexf(network()))),
    item(`${capital(terms.nodes)} as CSV`, () => saveTable("nodes")),
    item("Links as CSV", () => saveTable("links")),
    element("li", {}, copyButton("Copy link to this view", addressNow, { class: null }))));
}
