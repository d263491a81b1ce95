// What the model does not say outright and much of the page asks: days, who stands on which paper, who comes first. Pure.

import { reasons, shares } from "./data.js";

const DAY = 86_400_000;

// The day of a date as written, "2024" and "2024-05" being their first day; null for what is no date.
export function dayOf(text) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text || "");
  if (!found) return null;
  const day = `${found[1]}-${found[2] || "01"}-${found[3] || "01"}`;
  const time = Date.parse(day);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
}

export const numberOfDay = (day) => Date.parse(day) / DAY;
export const dayOfNumber = (number) => new Date(number * DAY).toISOString().slice(0, 10);

export function readFacts(model) {
  const { nodes, edges, papers, claims, concepts } = model;
  const common = (edge) => edge.claims.every(([claim]) => concepts[claims[claim].concept].common);
  const shared = edges.map((edge) => shares(model, edge));
  const sharing = edges.filter((edge) => shared[edge.place]);
  const days = papers.map((paper) => dayOf(paper.date));
  const known = [...new Set(days)].filter(Boolean).sort();
  const claimsOfPaper = papers.map(() => []);
  claims.forEach((claim, place) => claimsOfPaper[claim.paper].push(place));
  const claimsOfConcept = model.concepts.map(() => []);
  claims.forEach((claim, place) => claimsOfConcept[claim.concept].push(place));
  const daysOf = (places) => places.map((paper) => days[paper]).filter(Boolean).sort();
  // Who has more papers, or more links, comes first.
  const foremost = nodes.map((node) => node.place).sort((a, b) =>
    nodes[b].radius - nodes[a].radius || nodes[b].edges.length - nodes[a].edges.length || a - b);
  return {
    days, claimsOfPaper, claimsOfConcept, daysOf, foremost,
    shared, // for each line, whether it stands on concepts that two papers have in common
    // Lines that nothing but common concepts make say little, unless there are no others.
    commonly: sharing.some(common) && !sharing.every(common),
    span: known.length ? [known[0], known[known.length - 1]] : null,
    firstSeen: nodes.map((node) => daysOf(node.papers)[0] || null),
    strengths: distinct(edges.map((edge) => edge.weight)),
    amounts: distinct(edges.map(reasons)),
    sizedBy: SIZES.find((measure) => growsWith(nodes, measure)) || null,
    bridged: nodes.some((node) => node.bridging > 0),
    dashed: edges.some((edge) => edge.faint),
    aliased: nodes.some((node) => node.alias),
  };
}

// What the size of a node may stand for. Which one it is shows in the picture itself: radii grow with it.
const SIZES = [(node) => node.papers.length, (node) => node.edges.length];

function growsWith(nodes, measure) {
  const order = [...nodes].sort((a, b) => a.radius - b.radius || measure(a) - measure(b));
  return order.every((node, place) => !place || node.radius === order[place - 1].radius || measure(node) >= measure(order[place - 1]))
    && order.length > 0 && measure(order[0]) < measure(order[order.length - 1]);
}

const distinct = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);

// The members of a group, the foremost first.
export const membersOf = (model, facts, group) => facts.foremost.filter((place) => model.nodes[place].group === group);

// The nodes whose papers have a concept, those with most such papers first: [node, papers].
export function havingConcept(model, facts, concept) {
  const having = new Set(facts.claimsOfConcept[concept].map((claim) => model.claims[claim].paper));
  return facts.foremost.map((place) => [place, model.nodes[place].papers.filter((paper) => having.has(paper)).length])
    .filter(([place, papers]) => papers || model.nodes[place].concept === concept)
    .sort((a, b) => b[1] - a[1]);
}

// Bars over time: by day, week, month or year, whatever gives the eye something to hold on to.
export function barsOf(facts) {
  if (!facts.span) return [];
  const [first, last] = facts.span.map(numberOfDay);
  const wide = last - first;
  const bars = [];
  for (let from = startOf(first, wide); from <= last; from = after(from, wide)) {
    bars.push({ from: dayOfNumber(from), to: dayOfNumber(after(from, wide) - 1), papers: 0 });
  }
  for (const day of facts.days) {
    if (day) bars[barOf(bars, day)].papers += 1;
  }
  return bars;
}

export function barOf(bars, day) {
  let place = bars.length - 1;
  while (place > 0 && bars[place].from > day) place -= 1;
  return place;
}

const [YEARS, MONTHS, WEEKS] = [365 * 6, 120, 28];

function startOf(number, wide) {
  const day = dayOfNumber(number);
  if (wide > YEARS) return numberOfDay(`${day.slice(0, 4)}-01-01`);
  if (wide > MONTHS) return numberOfDay(`${day.slice(0, 7)}-01`);
  return number;
}

function after(number, wide) {
  if (wide > YEARS) return numberOfDay(`${String(Number(dayOfNumber(number).slice(0, 4)) + 1).padStart(4, "0")}-01-01`);
  if (wide > MONTHS) return numberOfDay(`${dayOfNumber(number + 31).slice(0, 7)}-01`);
  return number + (wide > WEEKS ? 7 : 1);
}
