// Building blocks of the page. Text goes in as text nodes only: no string ever becomes markup.

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) made.append(child);
  }
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function drawing(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) if (value !== null && value !== undefined) made.setAttribute(name, value);
  made.append(...children.flat());
  return made;
}

export const byId = (id) => document.getElementById(id);

// A stranger's words: their direction stays inside, and Korean is read and broken as Korean.
export function words(text, tag = "bdi") {
  return element(tag, { lang: /[\u1100-\u11FF\u3130-\u318F\uAC00-\uD7A3]/.test(text) ? "ko" : null, dir: "auto" }, text);
}

export const button = (attributes, ...children) => element("button", { type: "button", ...attributes }, ...children);

// The first of many, and a button for the rest.
export function many(tag, items, make, { first = 12, attributes = {} } = {}) {
  const list = element(tag, attributes, items.slice(0, first).map(make));
  if (items.length <= first) return [list];
  const more = button({
    class: "more",
    onclick: () => {
      const rest = items.slice(first).map(make);
      list.append(...rest);
      more.remove();
      (rest[0].querySelector("button, a") || list).focus();
    },
  }, `Show all ${items.length.toLocaleString("en")}`);
  return [list, more];
}

export const joined = (parts, by = " · ") => parts.filter(Boolean).flatMap((part, place) => (place ? [by, part] : [part]));

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// A number as one reads it: to the third place, and small ones to three figures.
export const numeral = (number) => (Math.abs(number) >= 1 || number === 0 ? number.toLocaleString("en", { maximumFractionDigits: 3 })
  : Number(number.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 9 }));

export function counted(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

// Offsets count code points; JavaScript's strings count UTF-16 units. Spans may touch or overlap.
export function marked(sentence, spans) {
  const points = Array.from(sentence);
  const parts = [];
  let reached = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (end <= reached) continue;
    const from = Math.max(start, reached);
    parts.push(points.slice(reached, from).join(""), element("mark", {}, points.slice(from, end).join("")));
    reached = end;
  }
  return element("blockquote", { lang: /[\uAC00-\uD7A3]/.test(sentence) ? "ko" : null, dir: "auto" }, parts, points.slice(reached).join(""));
}

export function link(url, text) {
  // Python has checked the address; the page does not take its word for it.
  return /^https?:\/\//i.test(url || "")
    ? element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, words(text))
    : words(text);
}
