// The one model of this page.

import { readModel } from "./data.js";
import { byId } from "./dom.js";

export const model = readModel(JSON.parse(byId("data").textContent));
export const { nodes, edges, papers, claims, concepts, groups, sentences, words: terms } = model;
export const reasonWords = [terms.reason, terms.reasons];
