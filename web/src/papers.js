// Papers and what they say, as the panel shows them: title, date, link, and the sentences with what is named marked.

import { button, counted, element, joined, link, many, marked, words } from "./dom.js";
import { claims, concepts, papers, sentences } from "./model.js";
import { facts, keepConcept } from "./store.js";

export const conceptButton = (place) => button({ class: "inline", onclick: () => keepConcept(place) }, words(concepts[place].label));

// One block for each sentence, with everything that is named in it marked.
export function said(told) {
  if (!told.length) return [element("p", { class: "quiet" }, "Nothing that the graph knows is named in its text.")];
  const bySentence = new Map();
  for (const claim of told) {
    const key = claim.sentence === null ? `none ${bySentence.size}` : claim.sentence;
    bySentence.set(key, [...(bySentence.get(key) || []), claim]);
  }
  return [...bySentence.values()].flatMap((group) => [saidHead(group), saidSentence(group)]);
}

function saidHead(group) {
  const parts = [];
  for (const role of new Set(group.map((claim) => claim.role))) {
    parts.push(`${parts.length ? "; " : ""}${role} `);
    group.filter((claim) => claim.role === role).forEach((claim, place) => {
      if (place) parts.push(", ");
      parts.push(conceptButton(claim.concept), ` (${concepts[claim.concept].kind}${howRead(claim)})`);
    });
  }
  return element("p", { class: "said" }, parts);
}

function howRead({ rule, mentions }) {
  return `${mentions > 1 ? `, named ${mentions} times` : ""}${rule ? `, rule: ${rule}` : ""}`;
}

function saidSentence(group) {
  if (group[0].sentence === null) {
    return element("p", { class: "quiet" }, "This graph keeps no text, so there is no sentence to show.");
  }
  return marked(sentences[group[0].sentence], group.map(({ start, end }) => [start, end]));
}

export const paperFacts = (paper) => element("p", { class: "fact" }, joined([paper.date, paper.id].filter(Boolean).map((text) => words(text))));

export function paperItem(place, told = papers[place].claims.map((claim) => claims[claim])) {
  return element("li", { class: "paper" },
    element("p", { class: "title" }, link(papers[place].url, papers[place].title)), paperFacts(papers[place]), said(told));
}

// The newest first; among equals as they stand.
export const newestFirst = (places) => [...places].sort((a, b) => (facts.days[b] || "").localeCompare(facts.days[a] || "") || a - b);

export const paperList = (places, told) => many("ul", newestFirst(places), (paper) => paperItem(paper, told && told(paper)), { first: 8 });

export const papersHead = (number) => element("h3", {}, counted(number, "paper", "papers"));
