// The panel beside the picture: what a click keeps. Every line says why it is there.

import { otherEnd, reasons } from "./data.js";
import { byId, counted, element, link, marked, words } from "./dom.js";
import { keep } from "./keeping.js";
import { claims, concepts, edges, groups, linksByConcepts, nodes, papers, reasonWords, sentences, terms } from "./model.js";

export const panel = byId("panel");
const hint = panel.firstElementChild;

function show(title, ...content) {
  panel.replaceChildren(
    element("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => keep(null) }, "×"),
    element("h2", {}, title), ...content.flat());
  panel.scrollTop = 0;
}

// With nothing kept the panel offers a way in.
export function showNothing() {
  const strongest = edges.slice(0, 12).map((edge) => element("li", {},
    element("button", { type: "button", class: "row", onclick: () => keep({ edge: edge.place }) },
      element("span", {}, words(nodes[edge.source].label), " — ", words(nodes[edge.target].label)),
      element("span", { class: "quiet" }, linksByConcepts ? String(edge.weight) : counted(reasons(edge), ...reasonWords)))));
  panel.replaceChildren(hint, ...(strongest.length ? [element("h3", {}, "Strongest links"), element("ul", {}, strongest)] : []));
}

// What a paper says: one block for each sentence, with everything that is named in it marked.
function said(told) {
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
      parts.push(element("b", {}, words(concepts[claim.concept].label)), ` (${concepts[claim.concept].kind})`);
    });
  }
  return element("p", { class: "said" }, parts);
}

function saidSentence(group) {
  if (group[0].sentence === null) {
    return element("p", { class: "quiet" }, "This graph keeps no text, so there is no sentence to show.");
  }
  return marked(sentences[group[0].sentence], group.map(({ start, end }) => [start, end]));
}

function paperHead(paper) {
  return [
    element("p", { class: "title" }, link(paper.url, paper.title)),
    element("p", { class: "fact" }, [paper.date, paper.id].filter(Boolean).join(" · ")),
  ];
}

function paperItem(place, told = papers[place].claims.map((claim) => claims[claim])) {
  return element("li", { class: "paper" }, paperHead(papers[place]), said(told));
}

// The newest first; among equals as they stand.
const newestFirst = (places) => [...places].sort((a, b) => (papers[b].date || "").localeCompare(papers[a].date || "") || a - b);

export function showEdge(place) {
  const edge = edges[place];
  const named = (kind) => [words(nodes[edge.source][kind]), " and ", words(nodes[edge.target][kind])];
  if (linksByConcepts) showSharing(edge, named("label"));
  else {
    show([...named("name"), ` wrote ${counted(reasons(edge), "paper", "papers")} together`],
      element("p", { class: "fact" }, `Strength ${edge.weight}`),
      element("ul", {}, newestFirst(edge.papers).map((paper) => paperItem(paper))));
  }
}

function showSharing(edge, names) {
  const shared = edge.claims.map(([first, second]) => [claims[first], claims[second]])
    .sort((a, b) => concepts[a[0].concept].support - concepts[b[0].concept].support);
  show([...names, ` have ${counted(shared.length, ...reasonWords)}`],
    element("p", { class: "fact" }, `Strength ${edge.weight}; the rarest first`),
    shared.map(([first, second]) => {
      const concept = concepts[first.concept];
      return element("section", {},
        element("h3", {}, words(concept.label), ` · ${concept.kind}, in ${counted(concept.support, "paper", "papers")}`),
        element("ul", {}, [first, second].map((claim) => paperItem(claim.paper, [claim]))));
    }));
}

export function showNode(place) {
  const node = nodes[place];
  const strongest = [...node.edges].sort((a, b) => edges[b].weight - edges[a].weight || a - b);
  const row = (edge) => element("li", {},
    element("button", { type: "button", class: "row", onclick: () => keep({ edge }) },
      words(nodes[otherEnd(edges[edge], place)].label), element("span", { class: "quiet" }, counted(reasons(edges[edge]), ...reasonWords))));
  const linked = [
    element("h3", {}, linksByConcepts ? "Linked to, strongest first" : "Wrote with, strongest first"),
    element("ul", {}, strongest.map(row)),
  ];
  const group = groups[node.group];
  const community = group ? element("p", { class: "fact" }, "Community: ", words(group.name), ` (${group.size.toLocaleString("en")})`) : null;
  if (linksByConcepts) {
    const paper = papers[node.papers[0]];
    show(link(paper.url, paper.title), element("p", { class: "fact" }, [paper.date, paper.id].filter(Boolean).join(" · ")), community,
      said(paper.claims.map((claim) => claims[claim])), linked);
  } else {
    show(words(node.name), community, linked, element("h3", {}, counted(node.papers.length, "paper", "papers")),
      element("ul", {}, newestFirst(node.papers).map((paper) => paperItem(paper))));
  }
}

export function showConcept(place, places) {
  const concept = concepts[place];
  const found = claims.filter((claim) => claim.concept === place);
  show(words(concept.label),
    element("p", { class: "fact" }, `${concept.kind} · in ${counted(concept.support, "paper", "papers")} · ${counted(places.length, terms.node, terms.nodes)} lit`),
    element("ul", {}, found.map((claim) => paperItem(claim.paper, [claim]))));
}

export function showGroup(place, members) {
  const { name, about } = groups[place];
  const row = (member) => element("li", {}, element("button", { type: "button", class: "row", onclick: () => keep({ node: member }) },
    words(nodes[member].name), element("span", { class: "quiet" }, counted(nodes[member].edges.length, "link", "links"))));
  show(words(name), element("p", { class: "fact" }, `${counted(members.length, terms.node, terms.nodes)}${about ? ` · ${about}` : ""}`),
    element("ul", {}, members.map(row)));
}
