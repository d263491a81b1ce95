// The search box: names of nodes, and what their papers are about.

import { byId, counted, element, words } from "./dom.js";
import { keep } from "./keeping.js";
import { claims, concepts, nodes, terms } from "./model.js";

export const searchBox = byId("search");
const foundList = byId("found");
const MOST_FOUND = 12;

const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC").toLowerCase();
const foldedNames = nodes.map((node) => folded(node.name));
const foldedConcepts = concepts.map((concept) => folded(concept.label));

function matches(all, wanted) {
  return all.map((text, place) => ({ place, at: text.indexOf(wanted), length: text.length }))
    .filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at || a.length - b.length || a.place - b.place)
    .map(({ place }) => place);
}

// The nodes whose papers have a concept.
function nodesWith(concept) {
  const having = new Set(claims.filter((claim) => claim.concept === concept).map((claim) => claim.paper));
  return nodes.filter((node) => node.papers.some((paper) => having.has(paper))).map((node) => node.place);
}

function search() {
  const wanted = folded(searchBox.value.trim());
  emptyFound();
  if (!wanted) return;
  const people = matches(foldedNames, wanted);
  const topics = matches(foldedConcepts, wanted);
  const item = (label, kind, act) => element("li", {}, element("button", { type: "button", onclick: act }, words(label), " ", element("small", {}, kind)));
  const items = [
    ...topics.slice(0, MOST_FOUND / 3).map((place) => item(concepts[place].label, concepts[place].kind, () => keep({ nodes: nodesWith(place), concept: place }))),
    ...people.slice(0, MOST_FOUND).map((place) => item(nodes[place].name, terms.node, () => keep({ node: place }))),
  ].slice(0, MOST_FOUND);
  foundList.replaceChildren(...items);
  foundList.hidden = !items.length;
  byId("status").textContent = `${counted(people.length, terms.node, terms.nodes)} and ${counted(topics.length, "topic", "topics")} found`;
}

export function emptyFound() {
  foundList.replaceChildren();
  foundList.hidden = true;
}

searchBox.addEventListener("input", search);
searchBox.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && foundList.querySelector("button")) foundList.querySelector("button").click();
});
