// What a click keeps: {node}, {edge}, {nodes, group}, {nodes, concept} or null. Whoever shows it listens.

const listeners = [];
let kept = null;

export const nowKept = () => kept;

export function onKeep(listener) {
  listeners.push(listener);
}

// `byKeyboard`: whoever chose it in a table or list wants to be brought to what is told of it.
export function keep(thing, byKeyboard = false) {
  kept = thing;
  for (const listener of listeners) listener(thing, byKeyboard);
}
