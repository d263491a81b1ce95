// A community: who is in it and what it is about.

import { addressNow } from "../address.js";
import { copyButton } from "../copying.js";
import { button, counted, element, joined, many, words } from "../dom.js";
import { membersOf } from "../facts.js";
import { concepts, groups, model, nodes, papers, claims, terms } from "../model.js";
import { choose, facts, filter, keepConcept, store } from "../store.js";

const MOST_THEMES = 8;

// What the members' papers state, weighed by how rare it is.
function themes(members) {
  const own = new Set(members.flatMap((place) => nodes[place].papers));
  const told = new Map();
  for (const paper of own) {
    for (const concept of new Set(facts.claimsOfPaper[paper].filter((claim) => claims[claim].role !== "mentions").map((claim) => claims[claim].concept))) {
      told.set(concept, (told.get(concept) || 0) + 1);
    }
  }
  const rarity = (concept) => Math.log(1 + papers.length / Math.max(concepts[concept].support, 1));
  return [...told].filter(([, number]) => number > 1).sort((a, b) => b[1] * rarity(b[0]) - a[1] * rarity(a[0]) || a[0] - b[0]).slice(0, MOST_THEMES);
}

export function showGroup(place) {
  const { name, about } = groups[place];
  const members = membersOf(model, facts, place);
  const only = store.now().filters.group === place;
  const found = themes(members);
  return [
    element("h2", {}, words(name)),
    element("p", { class: "fact" }, joined([counted(members.length, terms.node, terms.nodes), about ? words(about) : ""])),
    element("div", { class: "tools" },
      button({ class: "tool", "aria-pressed": String(only), onclick: () => filter({ group: only ? -1 : place }) }, only ? "Show the others too" : "Show only these"),
      copyButton("Copy link", addressNow)),
    found.length ? [element("h3", {}, "Themes"), element("ul", {}, found.map(([concept, number]) => element("li", {},
      button({ class: "row", onclick: () => keepConcept(concept) }, element("span", {}, words(concepts[concept].label), element("small", {}, concepts[concept].kind)),
        element("span", { class: "quiet" }, counted(number, "paper", "papers"))))))] : null,
    element("h3", {}, "Members"),
    many("ul", members, (member) => element("li", {}, button({ class: "row", onclick: () => choose(member) },
      words(nodes[member].name), element("span", { class: "quiet" }, counted(nodes[member].edges.length, "link", "links"))))),
  ];
}
