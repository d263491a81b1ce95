// Tables that answer a question of their own: those that came with the model, and those worked out from what is shown.
// Pure. A row's `node`, `other`, `group` and `concept` are places in the model, −1 for none; they say what it opens.

import { dayOfNumber, numberOfDay } from "./facts.js";

const MADE = { groups, bridging, new: newcomers, rising };
const row = (cells, opens) => ({ cells, node: -1, other: -1, group: -1, concept: -1, ...opens });

export function listingKeys(model, facts) {
  const made = Object.keys(MADE).filter((key) => ({
    groups: model.groups.length > 0, bridging: facts.bridged, new: Boolean(facts.span), rising: Boolean(facts.span) && model.claims.length > 0,
  })[key]);
  return [...new Set([...made, ...model.listings.map((listing) => listing.key)])];
}

// The model's own is better informed, except that it knows nothing of the period a reader has chosen.
export function listingOf(model, facts, filters, key) {
  const own = model.listings.find((listing) => listing.key === key);
  const chosen = key === "rising" && (filters.from || filters.to);
  if (own && !chosen) return { ...own, rows: own.rows.map(({ cells, node, other }) => row(cells, { node, other })) };
  return MADE[key](model, facts, filters);
}

function groups(model) {
  return {
    key: "groups", title: "What groups there are", note: `${model.words.groups}. Open one for its members and themes.`,
    columns: ["Group", model.words.nodes, "About"],
    rows: model.groups.map(({ name, size, about }, group) => row([name, size, about], { group })),
  };
}

const MOST_BRIDGES = 10;

function bridging(model, facts) {
  const { nodes, edges } = model;
  const joined = (node) => {
    const met = new Map();
    for (const place of node.edges) {
      const { group } = nodes[edges[place].source === node.place ? edges[place].target : edges[place].source];
      if (group >= 0) met.set(group, (met.get(group) || 0) + 1);
    }
    return [...met].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 3).map(([group]) => model.groups[group].name).join(" · ");
  };
  const best = facts.foremost.filter((place) => nodes[place].bridging > 0)
    .sort((a, b) => nodes[b].bridging - nodes[a].bridging).slice(0, MOST_BRIDGES);
  return {
    key: "bridging", title: "Who bridges groups", note: "Bridging is betweenness: the share of shortest ways through the picture that lead through it.",
    columns: [model.words.node, "Bridging", "Groups joined"],
    rows: best.map((place) => row([nodes[place].name, nodes[place].bridging, joined(nodes[place])], { node: place })),
  };
}

// Where no period is chosen the last quarter of the time is what counts as new.
export function sinceWhen(facts, filters) {
  if (filters.from) return filters.from;
  const [first, last] = facts.span.map(numberOfDay);
  return dayOfNumber(last - Math.floor((last - first) / 4));
}

function newcomers(model, facts, filters) {
  const from = sinceWhen(facts, filters);
  const to = filters.to || facts.span[1];
  const first = (place) => [...model.nodes[place].papers].filter((paper) => facts.days[paper])
    .sort((a, b) => facts.days[a].localeCompare(facts.days[b]) || a - b)[0];
  const fresh = facts.foremost.filter((place) => facts.firstSeen[place] >= from && facts.firstSeen[place] <= to)
    .sort((a, b) => facts.firstSeen[a].localeCompare(facts.firstSeen[b]));
  return {
    key: "new", title: `New from ${from} to ${to}`, note: `The ${model.words.nodes} drawn whose first paper in this graph falls into these days.`,
    columns: [model.words.node, "First seen", "First paper"],
    rows: fresh.map((place) => row([model.nodes[place].name, facts.firstSeen[place], model.papers[first(place)].title], { node: place })),
  };
}

// The two halves of a period, as days: the later one begins the day after `middle`.
export function halves(facts, { from, to }) {
  const [first, last] = [from || facts.span[0], to || facts.span[1]].map(numberOfDay);
  return [dayOfNumber(first), dayOfNumber(Math.floor((first + last) / 2)), dayOfNumber(last)];
}

const MOST_RISING = 30;

function rising(model, facts, filters) {
  const [from, middle, to] = halves(facts, filters);
  const half = (paper) => {
    const day = facts.days[paper];
    return !day || day < from || day > to ? -1 : Number(day > middle);
  };
  const papers = [0, 0];
  model.papers.forEach((_, paper) => { if (half(paper) >= 0) papers[half(paper)] += 1; });
  const rows = model.concepts.map(({ label }, concept) => {
    const counts = [0, 0];
    for (const paper of new Set(facts.claimsOfConcept[concept].map((claim) => model.claims[claim].paper))) {
      if (half(paper) >= 0) counts[half(paper)] += 1;
    }
    const shares = counts.map((count, at) => count / Math.max(papers[at], 1));
    // How far the second half is above what the first would lead to expect, in units of chance.
    const pooled = (counts[0] + counts[1]) / Math.max(papers[0] + papers[1], 1);
    const spread = Math.sqrt(pooled * (1 - pooled) * (1 / Math.max(papers[0], 1) + 1 / Math.max(papers[1], 1)));
    return { label, concept, counts, shares, above: spread ? (shares[1] - shares[0]) / spread : 0 };
  }).filter(({ counts, above }) => counts[1] > 1 && above > 0).sort((a, b) => b.above - a.above || a.concept - b.concept);
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  return {
    key: "rising", title: "What is rising",
    note: `Papers that name it, from ${from} to ${middle} (${papers[0]} papers) and after that to ${to} (${papers[1]} papers), `
      + "among the papers and claims that this page holds. What grew most beyond chance stands first.",
    columns: ["Topic", "Before", "After", "Share of papers"],
    rows: rows.slice(0, MOST_RISING).map(({ label, concept, counts, shares }) =>
      row([label, ...counts, `${percent(shares[0])} → ${percent(shares[1])}`], { concept })),
  };
}
