// A method, dataset …: who works on it, and what the papers say of it.

import { addressNow } from "../address.js";
import { sparkline } from "../bars.js";
import { copyButton } from "../copying.js";
import { button, capital, counted, element, joined, many, words } from "../dom.js";
import { havingConcept } from "../facts.js";
import { claims, concepts, model, nodes, terms } from "../model.js";
import { paperList, papersHead } from "../papers.js";
import { choose, facts } from "../store.js";

export function showConcept(place) {
  const concept = concepts[place];
  const ranked = havingConcept(model, facts, place);
  const found = facts.claimsOfConcept[place].map((claim) => claims[claim]);
  const about = [...new Set(found.map((claim) => claim.paper))];
  const row = ([node, papers]) => element("li", {}, button({ class: "row", onclick: () => choose(node) },
    words(nodes[node].name), element("span", { class: "quiet" }, counted(papers, "paper", "papers"))));
  return [
    element("h2", {}, words(concept.label)),
    element("p", { class: "fact" }, joined([concept.kind, `in ${counted(concept.support, "paper", "papers")}`,
      concept.common ? "common" : "", `${counted(ranked.length, terms.node, terms.nodes)} lit`])),
    sparkline(facts.daysOf(about)),
    element("div", { class: "tools" }, copyButton("Copy link", addressNow)),
    element("h3", {}, `${capital(terms.nodes)}, by papers on it`),
    ranked.length ? many("ul", ranked, row) : element("p", { class: "quiet" }, "Nobody and nothing drawn here."),
    papersHead(about.length),
    paperList(about, (paper) => found.filter((claim) => claim.paper === paper)),
  ];
}
