// The one state of this page. Whoever shows it subscribes; whoever changes it says what, and nothing else.

import { readFacts } from "./facts.js";
import { listingKeys } from "./listings.js";
import { model } from "./model.js";
import { createCodec, createStore, START } from "./state.js";
import { NO_FILTERS, visible } from "./visible.js";

export const facts = readFacts(model);
export const codec = createCodec(model, facts, listingKeys(model, facts));
export const store = createStore(START);

let seen = { filters: null, answer: null };

// What the filters leave, worked out once for each change of them.
export function seenNow() {
  const { filters } = store.now();
  if (seen.filters !== filters) seen = { filters, answer: visible(model, facts, filters) };
  return seen.answer;
}

// `focus`: whoever chose it in a list or table wants to be brought to what is told of it.
export const keep = (kept, how = { focus: true }) => store.change({ kept }, how);

// A concept that has a node of its own is that node.
const nodeOf = new Map(model.nodes.filter((node) => node.concept >= 0).map((node) => [node.concept, node.place]));
export const hasNode = (concept) => nodeOf.has(concept);
export const keepConcept = (concept) => keep(nodeOf.has(concept) ? { node: nodeOf.get(concept) } : { concept });

export const filter = (part, how) => store.change({ filters: Object.freeze({ ...store.now().filters, ...part }) }, how);
export const showAll = () => store.change({ filters: Object.freeze({ ...NO_FILTERS, common: store.now().filters.common }) });

// A reader who picks "compare" or "path" chooses the other end next: on the map, in the search, in a table or list.
let asking = null;
const listeners = [];

export const asked = () => asking;
export const onAsk = (listener) => { listeners.push(listener); };

export function ask(question) {
  asking = question;
  for (const listener of listeners) listener(question);
}

// A node is chosen, wherever: it answers what was asked, or is kept.
export function choose(place, how) {
  if (!asking) return keep({ node: place }, how);
  const { as, from } = asking;
  if (from === null) return ask({ as, from: place });
  if (from === place) return undefined;
  ask(null);
  return keep({ [as]: [from, place] }, how);
}
