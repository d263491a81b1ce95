// The filters beside the picture, each with the number of lines it leaves.

import { button, byId, capital, counted, element, words } from "./dom.js";
import { concepts, edges, groupWord, groups, model, reasonWords } from "./model.js";
import { facts, filter, keepConcept, seenNow, store } from "./store.js";
import { choices, hiding } from "./visible.js";

const holder = byId("filters");
const MOST_NAMED = 4;

const lines = (number) => number.toLocaleString("en");

// Boxes to tick, for classes or roles. They are made once, so that a keyboard keeps its place.
function boxes(facet, title) {
  const names = choices(model, facts, store.now().filters, facet).map(([name]) => name);
  if (names.length < 2) return null;
  const counts = new Map();
  const inputs = new Map();
  const toggle = (name) => {
    const now = store.now().filters[facet];
    filter({ [facet]: now.includes(name) ? now.filter((other) => other !== name) : [...now, name].sort() });
  };
  const made = element("fieldset", {}, element("legend", {}, title), names.map((name) => {
    const input = element("input", { type: "checkbox", onchange: () => toggle(name) });
    const count = element("span", { class: "count" });
    inputs.set(name, input);
    counts.set(name, count);
    return element("label", { class: "tick" }, input, element("span", {}, name), count);
  }));
  return { made, update(filters) {
    const left = new Map(choices(model, facts, filters, facet));
    for (const name of names) {
      inputs.get(name).checked = filters[facet].includes(name);
      counts.get(name).textContent = lines(left.get(name) || 0);
    }
  } };
}

// A slider over the values that there are, so that every step counts.
function slider(name, values, title) {
  if (values.length < 2) return null;
  const input = element("input", { type: "range", min: 0, max: values.length - 1, step: 1, id: `least-${name}` });
  const said = element("output", { for: `least-${name}` });
  input.addEventListener("input", () => filter({ [name]: Number(input.value) ? values[Number(input.value)] : 0 }, { dragging: true }));
  const made = element("div", { class: "slide" }, element("label", { for: `least-${name}` }, title), said, input);
  return { made, update(filters) {
    const place = Math.max(0, values.findIndex((value) => value >= filters[name]));
    input.value = filters[name] > values[values.length - 1] ? values.length - 1 : place;
    const least = values[Number(input.value)];
    const left = edges.filter((edge) => (name === "strength" ? edge.weight : edge.claims.length || edge.papers.length) >= least).length;
    said.textContent = `≥ ${least.toLocaleString("en")} · ${lines(left)}`;
    input.setAttribute("aria-valuetext", `at least ${least}: ${counted(left, "link", "links")}`);
  } };
}

function groupChoice() {
  if (groups.length < 2) return null;
  const choice = element("select", { id: "within" }, element("option", { value: "-1" }, "All"),
    groups.map((group, place) => element("option", { value: place }, `${group.name} (${group.size})`)));
  choice.addEventListener("change", () => filter({ group: Number(choice.value) }));
  return { made: element("div", { class: "choice" }, element("label", { for: "within" }, capital(groupWord)), choice),
    update: (filters) => { choice.value = String(filters.group); } };
}

function tick(name, title, turned = false) {
  const input = element("input", { id: name, type: "checkbox", onchange: () => filter({ [name]: input.checked !== turned }) });
  const count = element("span", { class: "count" });
  const made = element("label", { class: "tick" }, input, element("span", {}, title), count);
  return { made, count, input, update: (filters) => { input.checked = filters[name] !== turned; } };
}

function statedOnly() {
  if (!facts.dashed) return null;
  const made = tick("stated", "Only what texts state");
  made.count.textContent = lines(edges.filter((edge) => !edge.faint).length);
  return made;
}

// The obvious is left out unless asked for, and the page says what that was.
function commonOut() {
  if (!facts.commonly) return null;
  const box = tick("common", `Without links that only common ones make`, true);
  const told = element("p", { class: "hidden-said", id: "common-hidden" });
  box.input.setAttribute("aria-describedby", "common-hidden");
  return { made: element("div", {}, box.made, told), update(filters) {
    box.update(filters);
    const { common } = seenNow();
    const named = hiding(model, common);
    told.replaceChildren(...(common.length ? [`Hidden: ${counted(common.length, "link", "links")} by `,
      ...named.slice(0, MOST_NAMED).flatMap(([concept, number], place) => [place ? ", " : "",
        button({ class: "inline", onclick: () => keepConcept(concept) }, words(concepts[concept].label)), ` (${lines(number)})`]),
      named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more.` : "."]
      : [filters.common ? "Nothing is hidden for being common." : "No link is hidden for that."]));
  } };
}

const alike = (one, other) => one.length === other.length && one.every((number, place) => number === other[place]);

export function startFilters() {
  const parts = [
    slider("amount", facts.amounts, capital(reasonWords[1])),
    alike(facts.amounts, facts.strengths) ? null : slider("strength", facts.strengths, "Strength"), commonOut(), statedOnly(), groupChoice(),
    boxes("classes", "About"), boxes("roles", "In the role"),
  ].filter(Boolean);
  holder.replaceChildren(...parts.map((part) => part.made));
  byId("filters-section").hidden = !parts.length;
  const update = () => parts.forEach((part) => part.update(store.now().filters));
  store.subscribe((now, before) => { if (now.filters !== before.filters) update(); });
  update();
}
