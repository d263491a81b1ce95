// What one may ask of this picture, in plain words; each leads to its answer, or to the one thing it needs to know.

import { byId, button, element } from "./dom.js";
import { edges, groups, model, nodes, terms } from "./model.js";
import { ask, facts, keep, store } from "./store.js";

const people = model.kinds.includes("author");

// The model's listings, by their keys, as one would ask for them.
const ASKED = {
  bridging: "Who bridges two groups?", apart: "Who works alike without ever writing together?", rising: "What is rising?",
  coverage: "What is missing?", pairs: "What goes together more than by chance?",
};

function go(id) {
  const place = byId(id);
  if (place.closest("details")) place.closest("details").open = true;
  place.scrollIntoView({ block: "nearest" });
  place.focus();
}

function questions() {
  const asked = [];
  const add = (text, act, when = true) => { if (when) asked.push([text, act]); };
  const listed = (key) => () => keep({ listing: key });
  const own = new Set(model.listings.map((listing) => listing.key));
  add(people ? "Who works on …?" : "What is about …?", () => go("search"), nodes.length > 0);
  add(people ? "Whom does somebody work with most?" : "What is most like …?", () => go("search"), nodes.length > 0);
  add("What is the strongest link, and why is it there?", () => keep({ edge: 0 }), edges.length > 0);
  add(people ? "Do two know anyone in common?" : "What do two have in common?", () => ask({ as: "pair", from: null }), nodes.length > 1);
  add("How does one get from one to another?", () => ask({ as: "path", from: null }), nodes.length > 1);
  add("What groups are there, and what are they about?", listed("groups"), groups.length > 0);
  const bridges = () => store.change({ sizeBy: facts.bridged ? "bridging" : "papers", kept: { listing: "bridging" } }, { focus: true });
  add(ASKED.bridging, bridges, facts.bridged || own.has("bridging"));
  add(people ? "Who is new?" : "What is new?", listed("new"), Boolean(facts.span));
  add(ASKED.rising, listed("rising"), own.has("rising") || Boolean(facts.span && model.claims.length));
  add("What is hidden because it is common?", () => go("common-hidden"), Boolean(byId("common-hidden")));
  add("How sure are the links?", () => go("stated"), facts.dashed);
  for (const { key, title } of model.listings) {
    if (key !== "bridging" && key !== "rising") add(ASKED[key] || title, listed(key));
  }
  add(`Which ${terms.nodes} have no link?`, () => { byId("alone").open = true; go("alone-head"); }, Boolean(byId("alone")));
  return asked;
}

export function startQuestions() {
  const asked = questions();
  byId("questions").replaceChildren(element("ul", {}, asked.map(([text, act]) => element("li", {}, button({ onclick: act }, text)))));
  byId("questions-open").hidden = !asked.length;
}
