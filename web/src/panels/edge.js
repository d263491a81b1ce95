// Why a line is there: its papers, or what both ends share, with the sentences.

import { addressNow } from "../address.js";
import { copyButton } from "../copying.js";
import { reasons, roleOf, saidOf } from "../data.js";
import { button, counted, element, joined, words } from "../dom.js";
import { claims, concepts, edges, model, nodes, papers, reasonWords, terms } from "../model.js";
import { conceptButton, paperItem, paperList } from "../papers.js";
import { edgeQuery } from "../sparql.js";
import { choose, facts } from "../store.js";

// Whether a line is told by how much it weighs: what two papers share, the rare before the common.
export const isWeighed = (edge) => facts.shared[edge.place] && !edge.count && !roleOf(model, edge);
export const strengthOf = (edge) => (isWeighed(edge) ? String(edge.weight) : saidOf(model, edge));

function head(edge) {
  const ends = (by) => [words(nodes[edge.source][by]), " and ", words(nodes[edge.target][by])];
  const number = counted(reasons(edge), ...reasonWords);
  if (edge.count) return [...ends("label"), `: ${number}`];
  if (roleOf(model, edge) && !model.axis) return does(edge);
  if (facts.shared[edge.place]) return [...ends("label"), ` have ${number}`];
  return terms.link.startsWith("wrote") ? [...ends("name"), ` wrote ${number} together`]
    : [...ends("name"), `: ${counted(new Set(edge.papers).size, "paper", "papers")}`];
}

// Who wrote a paper, or what this does with a concept, as a sentence.
function does(edge) {
  const [paper, other] = [edge.source, edge.target].map((end) => nodes[end]).sort((a, b) => (b.kind === "paper") - (a.kind === "paper"));
  return other.kind === "author" ? [words(other.name), " wrote ", words(paper.name)]
    : [words(paper.name), ` ${roleOf(model, edge)} `, words(other.name)];
}

// Of a line that lists only some of what makes it, which.
const listed = (edge) => (edge.claims.length ? counted(edge.claims.length, "shared concept is listed", "shared concepts are listed")
  : `The latest ${counted(edge.papers.length, "paper is listed", "papers are listed")}`);

export function against({ lift, p }) {
  if (lift === null && p === null) return null;
  const chance = lift === null ? "" : `${lift} times as often as by chance`;
  return joined([chance, p === null ? "" : `p ${p < 0.001 ? "< 0.001" : `= ${p}`}`]).join("");
}

// Both ends, what else there is to do with them, and how to take it along.
export const pairTools = ([one, other], ...more) => element("div", { class: "tools" },
  [one, other].map((place) => button({ class: "tool", onclick: () => choose(place) }, words(nodes[place].label))), more,
  copyButton("Copy link", addressNow), model.queries.edge ? copyButton("Copy SPARQL", () => edgeQuery(model, one, other)) : null);

export function showEdge(place) {
  const edge = edges[place];
  const chance = against(edge);
  return [
    element("h2", {}, head(edge)),
    element("p", { class: "fact" }, joined([edge.count ? listed(edge) : roleOf(model, edge) ? "" : `Strength ${edge.weight}`, chance, facts.shared[edge.place] ? "the rarest first" : ""])),
    edge.faint ? element("p", { class: "fact" }, "Dashed: nothing but mentions make this link.") : null,
    topics(edge), pairTools([edge.source, edge.target]),
    whyOf(edge),
  ];
}

const MOST_TOPICS = 6;

// What people wrote about together: what most of their papers state, the rare before the common.
function topics(edge) {
  if (edge.claims.length || nodes[edge.source].concept >= 0) return null;
  const told = new Map();
  for (const paper of edge.papers) {
    for (const concept of new Set(facts.claimsOfPaper[paper].filter((claim) => claims[claim].role !== "mentions").map((claim) => claims[claim].concept))) {
      told.set(concept, (told.get(concept) || 0) + 1);
    }
  }
  const most = [...told].sort((a, b) => b[1] - a[1] || concepts[a[0]].support - concepts[b[0]].support || a[0] - b[0]).slice(0, MOST_TOPICS);
  return most.length ? element("p", { class: "fact" }, "About: ", joined(most.map(([concept]) => conceptButton(concept)), ", ")) : null;
}

function whyOf(edge) {
  if (!edge.claims.length) return paperList(edge.papers, toldOf(edge));
  const pairs = edge.claims.map((pair) => pair.map((claim) => claims[claim]));
  if (!facts.shared[edge.place]) return byPaper(pairs);
  return [...pairs].sort((a, b) => concepts[a[0].concept].support - concepts[b[0].concept].support).map(([first, second]) => {
    const concept = concepts[first.concept];
    const common = concept.common ? ", common" : "";
    return element("section", {},
      element("h3", {}, conceptButton(first.concept), ` · ${concept.kind}, in ${counted(concept.support, "paper", "papers")}${common}`),
      element("ul", {}, [...new Set([first, second])].map((claim) => paperItem(claim.paper, [claim]))));
  });
}

// A line between two concepts stands on what papers say of both.
function byPaper(pairs) {
  const told = new Map();
  for (const claim of pairs.flat()) told.set(claim.paper, [...(told.get(claim.paper) || []), claim]);
  return paperList([...told.keys()], (paper) => [...new Set(told.get(paper))]);
}

function toldOf(edge) {
  const both = [edge.source, edge.target].map((place) => nodes[place].concept).filter((concept) => concept >= 0);
  if (!both.length) return undefined;
  return (paper) => {
    const about = claims.filter((claim) => claim.paper === paper && both.includes(claim.concept));
    return about.length ? about : papers[paper].claims.map((claim) => claims[claim]);
  };
}
