// What is seen as a picture that can go into a paper: title, sentence, map, legend, source and date, as SVG or PNG.

import { sourceLine, wrapped as broken } from "./figure_text.js";
import { measure } from "./labels.js";
import { canvasPen, svgPen } from "./pens.js";
import { drawDots, drawLines, lineOpacity, traceShape } from "./scene.js";

const PAD = 20;
const LEGEND = 236;
const LINE = 17;
const TITLE_LINE = 26;
const SHARPNESS = 2; // px of a PNG for one of the screen
const SIZES = { title: 20, text: 13, small: 11.5 };

const wrapped = (text, style, wide) => broken(text, style, wide, measure);

function layout({ model, size }) {
  const width = size.width + LEGEND + 2 * PAD;
  const summary = wrapped(model.summary.join(" "), { size: SIZES.text }, width - 2 * PAD);
  const title = wrapped(model.title, { size: SIZES.title, weight: 600 }, width - 2 * PAD);
  const under = PAD + title.length * TITLE_LINE;
  const top = under + summary.length * LINE + 14;
  return { width, title, under, summary, top, height: Math.max(top + size.height, top + 320) + 2 * PAD };
}

// Writes line after line downwards, at most `wide` px across.
function column(pen, left, top, wide) {
  let y = top;
  const text = (words, style, indent = 0) => {
    for (const line of wrapped(words, style, wide - indent)) {
      pen.write(line, left + indent, y, style);
      y += style.size + 4;
    }
  };
  return { text, mark: (draws) => draws(left + 6, y), gap: (px) => { y += px; } };
}

function drawLegend(pen, frame, left, top) {
  const { model, look, state } = frame;
  const { colours } = look;
  const down = column(pen, left, top, LEGEND - PAD);
  const quiet = { size: SIZES.small, fill: colours.quiet };
  const plain = { size: SIZES.text, fill: colours.ink };
  const kind = model.kinds[0];
  const dot = (fill) => down.mark((x, y) => pen.draw({ fill }, (trace) => traceShape(trace, kind, x, y, 5)));
  dot(colours.quiet);
  down.text(state.sizeBy === "bridging" ? "Size: how many shortest paths lead through it" : model.words.size, quiet, 18);
  down.mark((x, y) => pen.draw({ stroke: colours.line, width: 2 }, (trace) => { trace.moveTo(x - 6, y); trace.lineTo(x + 6, y); }));
  down.text(`Line: ${model.words.link}`, quiet, 18);
  down.gap(10);
  if (look.years) {
    down.text("Colour: day of the first paper", { ...quiet, weight: 600 });
    down.gap(4);
    const wide = (LEGEND - PAD) / colours.years.length;
    colours.years.forEach((fill, place) => down.mark((x, y) => pen.draw({ fill }, (trace) => {
      const [one, other] = [x - 6 + place * wide, x - 6 + (place + 1) * wide];
      trace.moveTo(one, y - 5);
      trace.lineTo(other, y - 5);
      trace.lineTo(other, y + 5);
      trace.lineTo(one, y + 5);
      trace.closePath();
    })));
    down.gap(17);
    down.text(`${look.years.first} to ${look.years.last}`, quiet);
    return;
  }
  if (!model.groups.length) return;
  down.text(model.words.groups, { ...quiet, weight: 600 });
  down.gap(4);
  model.groups.slice(0, colours.groups.length).forEach((group, place) => {
    dot(colours.groups[place]);
    down.text(`${group.name} (${group.size})`, plain, 18);
    if (group.about) down.text(group.about, quiet, 18);
    down.gap(4);
  });
  const others = model.groups.length - colours.groups.length;
  if (others > 0) {
    dot(colours.other);
    down.text(`${others} smaller ones`, quiet, 18);
  }
}

function drawMap(pen, frame) {
  const { model } = frame;
  frame.back(pen);
  const edges = model.edges.map((edge) => edge.place).filter((place) => frame.shows("edges", place));
  drawLines(pen, frame, edges, { opacity: lineOpacity(edges.length) });
  drawDots(pen, frame, model.nodes.map((node) => node.place).filter((place) => frame.shows("nodes", place)));
  frame.front(pen);
}

function drawFigure(pen, frame, { width, height, title, under, summary, top }) {
  const { model, look, size } = frame;
  const { colours } = look;
  pen.draw({ fill: colours.background }, (trace) => {
    trace.moveTo(0, 0);
    trace.lineTo(width, 0);
    trace.lineTo(width, height);
    trace.lineTo(0, height);
    trace.closePath();
  });
  const head = { size: SIZES.title, weight: 600, fill: colours.ink };
  title.forEach((line, place) => pen.write(line, PAD, PAD + 8 + place * TITLE_LINE, head));
  summary.forEach((line, place) => pen.write(line, PAD, under + 8 + place * LINE, { size: SIZES.text, fill: colours.quiet }));
  pen.inside({ left: PAD, top, width: size.width, height: size.height }, () => drawMap(pen, frame));
  drawLegend(pen, frame, PAD + size.width + PAD, top + 12);
  const today = new Date().toISOString().slice(0, 10);
  pen.write(sourceLine(model, today), PAD, height - PAD, { size: SIZES.small, fill: colours.quiet });
}

// The map alone, as an <svg> that fills its holder: for the printed page, which has title and legend of its own.
export function mapElement(frame, faces) {
  const pen = svgPen(frame.size.width, frame.size.height, faces);
  drawMap(pen, frame);
  pen.root.setAttribute("width", "100%");
  pen.root.setAttribute("height", "100%");
  return pen.root;
}

function asElement(frame, faces) {
  const sheet = layout(frame);
  const pen = svgPen(sheet.width, sheet.height, faces);
  const title = document.createElementNS(pen.root.namespaceURI, "title");
  title.textContent = frame.model.title;
  pen.root.append(title);
  drawFigure(pen, frame, sheet);
  return pen.root;
}

export const asSvg = (frame, faces) => new XMLSerializer().serializeToString(asElement(frame, faces));

export function asBlob(frame, faces) {
  const sheet = layout(frame);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [sheet.width * SHARPNESS, sheet.height * SHARPNESS];
  const context = canvas.getContext("2d");
  context.scale(SHARPNESS, SHARPNESS);
  drawFigure(canvasPen(context, faces), frame, sheet);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}
