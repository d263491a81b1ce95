// When: bars of papers over time, and a brush over them with two handles, which are sliders; a click on a bar does too.

import { bars } from "./bars.js";
import { byId, counted, drawing } from "./dom.js";
import { barOf } from "./facts.js";
import { facts, filter, store } from "./store.js";

const HIGH = 30;
const holder = byId("timeline");
const handles = [byId("from"), byId("to")];

function brushed({ from, to }) {
  return [from ? barOf(bars, from) : 0, to ? barOf(bars, to) + 1 : bars.length];
}

// A handle at its end asks for nothing.
function brush(start, end, how) {
  filter({ from: start > 0 ? bars[start].from : null, to: end < bars.length ? bars[end - 1].to : null }, how);
}

const said = ([start, end]) => `${bars[start].from} to ${bars[end - 1].to}`;

function show() {
  const { filters } = store.now();
  const [start, end] = brushed(filters);
  handles[0].value = start;
  handles[1].value = end;
  handles[0].setAttribute("aria-valuetext", filters.from || bars[start].from);
  handles[1].setAttribute("aria-valuetext", filters.to || bars[end - 1].to);
  const whole = start === 0 && end === bars.length && !filters.from && !filters.to;
  const papers = facts.days.filter((day) => day && (!filters.from || day >= filters.from) && (!filters.to || day <= filters.to)).length;
  byId("period").textContent = `${filters.from || facts.span[0]} to ${filters.to || facts.span[1]} · ${counted(papers, "paper", "papers")}`;
  byId("all-time").hidden = whole;
  [...holder.querySelectorAll("rect")].forEach((bar, place) => bar.setAttribute("class", place >= start && place < end ? "in" : "out"));
}

export function startTimeline() {
  if (bars.length < 2) return;
  holder.hidden = false;
  const most = Math.max(...bars.map((bar) => bar.papers), 1);
  const picture = drawing("svg", { viewBox: `0 0 ${bars.length} ${HIGH}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    bars.map(({ papers }, place) => {
      const height = Math.max(1, (HIGH * papers) / most);
      return drawing("rect", { x: place + 0.08, width: 0.84, y: HIGH - height, height });
    }));
  byId("bars").prepend(picture);
  for (const [place, handle] of handles.entries()) {
    handle.max = bars.length;
    handle.addEventListener("input", () => {
      const other = Number(handles[1 - place].value);
      const value = place ? Math.max(Number(handle.value), other + 1) : Math.min(Number(handle.value), other - 1);
      brush(...(place ? [other, value] : [value, other]), { dragging: true });
    });
  }
  byId("all-time").addEventListener("click", () => { filter({ from: null, to: null }); handles[0].focus(); });
  pressBars(picture);
  store.subscribe((now, before) => { if (now.filters !== before.filters) show(); });
  show();
}

// A click takes one bar, a second click gives it back, a drag takes all it passes.
function pressBars(picture) {
  let began = null;
  const barAt = (event) => {
    const box = picture.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  picture.addEventListener("pointerdown", (event) => {
    const bar = barAt(event);
    const [start, end] = brushed(store.now().filters);
    if (start === bar && end === bar + 1) return brush(0, bars.length);
    began = bar;
    picture.setPointerCapture(event.pointerId);
    return brush(bar, bar + 1, { dragging: true });
  });
  picture.addEventListener("pointermove", (event) => {
    if (began === null) return;
    brush(Math.min(began, barAt(event)), Math.max(began, barAt(event)) + 1, { dragging: true });
  });
  picture.addEventListener("pointerup", () => { began = null; });
  picture.addEventListener("pointermove", (event) => {
    const bar = bars[barAt(event)];
    byId("bar").textContent = `${said([bars.indexOf(bar), bars.indexOf(bar) + 1])}: ${counted(bar.papers, "paper", "papers")}`;
  });
  picture.addEventListener("pointerleave", () => { byId("bar").textContent = ""; });
}
