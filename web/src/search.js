// The search box: names of nodes and what their papers are about, suggested by kind while one types.

import { announce } from "./announcing.js";
import { byId, capital, counted, element, words } from "./dom.js";
import { createFinder, folded } from "./finding.js";
import { concepts, model, nodes, terms } from "./model.js";
import { asked, choose, facts, hasNode, keepConcept, onAsk } from "./store.js";

const box = byId("search");
const list = byId("found");
const find = createFinder(model, facts);
const [MOST_NODES, MOST_CONCEPTS] = [7, 9];
let options = []; // { item, act }
let active = -1;

export function closeSearch() {
  const wasOpen = !list.hidden || box.value !== "";
  box.value = "";
  suggest([]);
  return wasOpen;
}

const plural = (kind) => (kind === "other" ? "Other topics" : `${capital(kind)}s`);

function suggest(groups) {
  options = [];
  const shown = groups.filter((group) => group.items.length).map((group, place) => element("div", { role: "group", "aria-labelledby": `found-${place}` },
    element("p", { class: "found-head", id: `found-${place}`, role: "presentation" }, group.title),
    group.items.map(({ text, about, act }) => {
      const item = element("div", { role: "option", id: `option-${options.length}`, class: "option", "aria-selected": "false" },
        words(text), about ? element("small", {}, about) : null);
      item.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
      item.addEventListener("click", () => take(act));
      options.push({ item, act });
      return item;
    })));
  list.replaceChildren(...shown);
  list.hidden = !options.length;
  box.setAttribute("aria-expanded", String(!list.hidden));
  point(options.length ? 0 : -1);
}

function point(place) {
  if (options[active]) options[active].item.setAttribute("aria-selected", "false");
  active = place;
  if (!options[place]) return box.removeAttribute("aria-activedescendant");
  options[place].item.setAttribute("aria-selected", "true");
  options[place].item.scrollIntoView({ block: "nearest" });
  return box.setAttribute("aria-activedescendant", options[place].item.id);
}

function take(act) {
  closeSearch();
  act();
}

function search() {
  const found = find(box.value);
  const people = found.nodes.slice(0, MOST_NODES).map((place) => {
    const { name, alias, papers, edges } = nodes[place];
    const number = papers.length < 2 ? counted(edges.length, "link", "links") : counted(papers.length, "paper", "papers");
    return { text: alias && alias !== name ? `${name} (${alias})` : name, about: number, act: () => choose(place) };
  });
  const byKind = new Map();
  const topicsFound = asked() ? [] : found.concepts.filter((place) => !hasNode(place));
  for (const place of topicsFound.slice(0, MOST_CONCEPTS)) {
    const { label, kind, support } = concepts[place];
    byKind.set(kind, [...(byKind.get(kind) || []), { text: label, about: counted(support, "paper", "papers"), act: () => keepConcept(place) }]);
  }
  const topics = [...byKind].map(([kind, items]) => ({ title: plural(kind), items }));
  const named = { title: capital(terms.nodes), items: people };
  // What is meant to the letter comes before what merely begins alike.
  const exact = topicsFound.length && folded(concepts[topicsFound[0]].label) === folded(box.value.trim());
  suggest(exact ? [...topics, named] : [named, ...topics]);
  if (box.value.trim()) announce(`${counted(found.nodes.length, terms.node, terms.nodes)} and ${counted(topicsFound.length, "topic", "topics")} found`, "found");
}

const KEYS = {
  ArrowDown: () => point((active + 1) % options.length),
  ArrowUp: () => point((active - 1 + options.length) % options.length),
  Enter: () => take(options[active].act),
};

export function startSearch() {
  box.addEventListener("input", search);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || !options.length || !KEYS[event.key]) return; // a syllable under way is not an answer
    event.preventDefault();
    KEYS[event.key]();
  });
  box.addEventListener("blur", () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); });
  box.addEventListener("focus", () => { if (options.length) { list.hidden = false; box.setAttribute("aria-expanded", "true"); } });
  const usual = box.placeholder;
  onAsk((question) => { box.placeholder = question ? `Name of the ${terms.node}` : usual; });
}
