// The one model of this page.

import { readModel } from "./data.js";
import { byId } from "./dom.js";

export const model = readModel(JSON.parse(byId("data").textContent));
export const { nodes, edges, papers, claims, concepts, groups, sentences, words: terms } = model;
// Groups are communities, or what else the picture tells apart by colour.
export const groupWord = model.words.groups.startsWith("Communities") ? "community" : "group";
export const reasonWords = [terms.reason, terms.reasons];
