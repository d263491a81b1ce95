// The sentence over the picture: what is shown of what there is, and each filter with a cross to take it off.

import { announce } from "./announcing.js";
import { byId, button, counted, element, words } from "./dom.js";
import { edges, groups, nodes, reasonWords, terms } from "./model.js";
import { filter, seenNow, showAll, store } from "./store.js";

const CHIPS = {
  from: ({ from }) => from && `from ${from}`,
  to: ({ to }) => to && `to ${to}`,
  classes: ({ classes }) => classes.length && classes.join(" or "),
  roles: ({ roles }) => roles.length && roles.join(" or "),
  strength: ({ strength }) => strength && `strength ≥ ${strength}`,
  amount: ({ amount }) => amount && `${counted(amount, ...reasonWords)} or more`,
  group: ({ group }) => group >= 0 && groups[group].name,
  around: ({ around }) => around >= 0 && `around ${nodes[around].label}`,
  stated: ({ stated }) => stated && "only stated",
};
const NOTHING = { from: null, to: null, classes: [], roles: [], strength: 0, amount: 0, group: -1, around: -1, stated: false };

const of = (number, all, thing) => `${number.toLocaleString("en")} of ${all.toLocaleString("en")} ${thing}`;

export function sentence() {
  const { counts } = seenNow();
  const all = `${counted(nodes.length, terms.node, terms.nodes)} and ${counted(edges.length, "link", "links")}`;
  if (counts.nodes === nodes.length && counts.edges === edges.length) return `All ${all} drawn are shown`;
  return `${of(counts.nodes, nodes.length, terms.nodes)} and ${of(counts.edges, edges.length, "links")} shown`;
}

function show(focus) {
  const { filters } = store.now();
  const { common } = seenNow();
  const chips = Object.keys(CHIPS).filter((name) => CHIPS[name](filters)).map((name) => button({
    class: "chip", "aria-label": `Take off the filter: ${CHIPS[name](filters)}`, onclick: () => takeOff({ [name]: NOTHING[name] }),
  }, words(CHIPS[name](filters)), element("span", { "aria-hidden": "true" }, " ×")));
  const hidden = common.length ? [button({
    class: "chip", "aria-label": `Show the ${counted(common.length, "link", "links")} that only common ones make`, onclick: () => takeOff({ common: true }),
  }, `${counted(common.length, "common link", "common links")} hidden`, element("span", { "aria-hidden": "true" }, " ×"))] : [];
  const all = chips.length ? [button({ class: "chip all", onclick: () => { showAll(); byId("map").focus(); } }, "Show all")] : [];
  byId("shown").replaceChildren(element("span", { class: "shown-said" }, `${sentence()}.`), ...chips, ...hidden, ...all);
  if (focus) (byId("shown").querySelector("button") || byId("map")).focus();
}

function takeOff(part) {
  filter(part);
  show(true);
}

export function startShown() {
  store.subscribe((now, before) => {
    if (now.filters === before.filters) return;
    show(false);
    announce(sentence(), "shown");
  });
  show(false);
}
