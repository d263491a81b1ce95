// The legend beside the picture: shapes that occur, three sizes, widths, dash, colours with their names; and the choice
// of what size, colour and names stand for.

import { byId, button, capital, counted, drawing, element, numeral, words } from "./dom.js";
import { edges, groupWord, groups, model, nodes, terms } from "./model.js";
import { facts, keep, store } from "./store.js";

const COLOURED = 8;
const SHAPES = {
  paper: "3,3 13,3 13,13 3,13", method: "8,1 15,8 8,15 1,8", model: "4.5,1.5 11.5,1.5 11.5,14.5 4.5,14.5", dataset: "8,1.5 15,13.5 1,13.5",
  task: "4.5,2 11.5,2 15,8 11.5,14 4.5,14 1,8", metric: "8,14.5 15,2.5 1,2.5",
};

function mark(kind, group) {
  const attributes = { class: group === undefined ? "mark" : `mark group-${group < COLOURED && group >= 0 ? group : "other"}` };
  const shape = SHAPES[kind] ? drawing("polygon", { points: SHAPES[kind] }) : drawing("circle", { cx: 8, cy: 8, r: 6 });
  return drawing("svg", { ...attributes, viewBox: "0 0 16 16", "aria-hidden": "true" }, shape);
}

// The shape of a group is that of its nodes, where they have one; a dot where they differ.
const kindOf = groups.map((_, group) => {
  const kinds = new Set(nodes.filter((node) => node.group === group).map((node) => node.kind));
  return kinds.size === 1 ? [...kinds][0] : null;
});

const line = (width, dashed) => drawing("svg", { class: "mark-line", viewBox: "0 0 26 8", "aria-hidden": "true" },
  drawing("line", { x1: 1, y1: 4, x2: 25, y2: 4, "stroke-width": width, "stroke-dasharray": dashed ? "4 3" : null }));

// The least, a middle and the greatest of what is drawn, as large as they are drawn at full size; with their numbers where
// the picture itself shows what size stands for.
function sizes(sizeBy) {
  const value = sizeBy === "bridging" ? (node) => node.bridging : facts.sizedBy;
  const size = sizeBy === "bridging" ? value : (node) => node.radius;
  const order = [...nodes].sort((a, b) => size(a) - size(b) || (value ? value(a) - value(b) : 0));
  if (!value && size(order[0]) === size(order[order.length - 1])) return null; // "less" and "more" would be the same
  const chosen = [...new Set([0, 0.9, 1].map((part) => order[Math.round(part * (order.length - 1))]))];
  const most = size(order[order.length - 1]) || 1;
  const radius = (node) => (sizeBy === "bridging" ? 4 + 10 * Math.sqrt(size(node) / most) : Math.max(3, Math.min(node.radius, 18)));
  const said = (node, place) => (value ? numeral(value(node)) : place ? (place === chosen.length - 1 ? "more" : "") : "less");
  return element("p", { class: "sizes" }, chosen.map((node, place) => {
    const wide = 2 * radius(node);
    const shape = drawing("svg", { class: "size", width: wide, height: wide, viewBox: "0 0 16 16", "aria-hidden": "true" }, mark(node.kind).firstChild);
    return element("span", {}, shape, said(node, place));
  }));
}

function choice(name, label, options) {
  if (options.length < 2) return null;
  const made = element("select", { id: `by-${name}` }, options.map(([value, text]) => element("option", { value }, text)));
  made.value = store.now()[name];
  made.addEventListener("change", () => store.change({ [name]: made.value }));
  store.subscribe((now) => { made.value = now[name]; });
  return element("div", { class: "choice" }, element("label", { for: `by-${name}` }, label), made);
}

function colours(map) {
  const { colourBy, kept } = store.now();
  const years = colourBy === "year" && map.years && map.years();
  if (years) {
    return [element("h3", {}, "Colour: first seen"), element("div", { class: "years" },
      drawing("svg", { viewBox: `0 0 ${years.colours.length} 1`, preserveAspectRatio: "none", "aria-hidden": "true" },
        years.colours.map((colour, place) => drawing("rect", { x: place, width: 1.02, height: 1, fill: colour }))),
      element("span", {}, String(years.first)), element("span", {}, String(years.last)))];
  }
  if (!groups.length) return [];
  const item = (group, place) => element("li", {}, button({ "data-group": place, "aria-pressed": String(Boolean(kept) && kept.group === place),
    onclick: () => keep(kept && kept.group === place ? null : { group: place }, {}) },
    mark(kindOf[place], place), element("span", {}, words(group.name), " ", element("span", { class: "count" }, group.size.toLocaleString("en")),
      group.about ? element("small", {}, words(group.about)) : null)));
  const rest = groups.length - COLOURED;
  return [
    element("h3", {}, terms.groups), element("ol", { class: "groups" }, groups.slice(0, COLOURED).map(item)),
    rest > 0 ? button({ class: "other", onclick: () => keep({ listing: "groups" }) }, mark(kindOf[COLOURED], -1),
      element("span", {}, `${counted(rest, "smaller one shares", "smaller ones share")} one grey`)) : null,
  ];
}

const names = { author: "person", community: "group" };

function draw(map) {
  const { sizeBy } = store.now();
  const focused = document.activeElement && document.activeElement.dataset.group;
  const shape = (kind) => element("div", {}, element("dt", {}, mark(kind)), element("dd", {}, names[kind] || kind));
  const shapes = model.kinds.length > 1 ? model.kinds.map(shape) : [];
  const widths = [...new Set(edges.map((edge) => edge.step))].length > 1;
  const said = capital(terms.link);
  byId("legend").replaceChildren(
    element("dl", {}, shapes,
      element("div", {}, element("dt", {}, line(widths ? 2.6 : 1.4)), element("dd", {}, `${said}${widths ? "; the wider, the stronger" : ""}`)),
      facts.dashed ? element("div", {}, element("dt", {}, line(1.4, true)), element("dd", {}, "Only mentioned")) : null),
    element("h3", {}, sizeBy === "bridging" ? "Size: bridging, the shortest ways that lead through" : terms.size), ...[nodes.length ? sizes(sizeBy) : null].filter(Boolean),
    ...colours(map).filter(Boolean));
  const again = focused !== undefined && byId("legend").querySelector(`[data-group="${focused}"]`);
  if (again) again.focus({ preventScroll: true });
}

export function startLegend(map) {
  const choices = [
    choice("sizeBy", "Size by", [["papers", terms.size.replace(/^Size: (\w+)[^]*$/, "$1")], ...(facts.bridged ? [["bridging", "bridging"]] : [])]),
    choice("colourBy", "Colour by", [["group", groupWord], ...(map.years && map.years() ? [["year", "first seen"]] : [])]),
    choice("names", "Names", [["name", "as written"], ...(facts.aliased ? [["alias", "in the other language"]] : [])]),
  ].filter(Boolean);
  byId("choices").replaceChildren(...choices);
  store.subscribe((now, before) => {
    if (["kept", "sizeBy", "colourBy", "dark"].some((name) => now[name] !== before[name])) draw(map);
  });
  draw(map);
}
