// Two pens that write the same picture: one on a canvas, one into SVG. A trace is told with moveTo, lineTo,
// quadraticCurveTo, arc and closePath, as on a canvas; a style is { fill, stroke, width, dash, opacity }.

const SVG = "http://www.w3.org/2000/svg";
const HALO = 3;

export const fontOf = ({ size, weight }, faces) => `${weight || 400} ${size}px ${faces}`;

// `context` is already scaled so that its unit is a px of the page.
export function canvasPen(context, faces) {
  function draw({ fill, stroke, width, dash, opacity = 1 }, trace) {
    context.globalAlpha = opacity;
    context.beginPath();
    trace(context);
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.setLineDash(dash || []);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  function write(text, x, y, { fill, halo, align = "left", opacity = 1, ...font }) {
    context.font = fontOf(font, faces);
    context.textAlign = align;
    context.textBaseline = "middle";
    context.globalAlpha = opacity;
    if (halo) {
      context.lineJoin = "round";
      context.setLineDash([]);
      context.lineWidth = HALO * 2; // half of it lies under the letters
      context.strokeStyle = halo;
      context.strokeText(text, x, y);
    }
    context.fillStyle = fill;
    context.fillText(text, x, y);
    context.globalAlpha = 1;
  }

  function inside({ left, top, width, height }, draws) {
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    context.translate(left, top);
    draws();
    context.restore();
  }

  return { draw, write, inside };
}

const short = (number) => String(Math.round(number * 10) / 10);

// Says a trace as the `d` of a path.
export function pathWords(trace) {
  const words = [];
  trace({
    moveTo: (x, y) => words.push(`M${short(x)} ${short(y)}`),
    lineTo: (x, y) => words.push(`L${short(x)} ${short(y)}`),
    quadraticCurveTo: (x, y, toX, toY) => words.push(`Q${short(x)} ${short(y)} ${short(toX)} ${short(toY)}`),
    // Only whole circles are drawn.
    arc: (x, y, radius) => words.push(
      `M${short(x + radius)} ${short(y)}a${short(radius)} ${short(radius)} 0 1 0 ${short(-2 * radius)} 0`
      + `a${short(radius)} ${short(radius)} 0 1 0 ${short(2 * radius)} 0Z`),
    closePath: () => words.push("Z"),
  });
  return words.join("");
}

function made(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) element.setAttribute(key, value);
  }
  return element;
}

// Returns a pen and the <svg> that it writes into. Nothing is pasted: text goes in as text nodes.
export function svgPen(width, height, faces) {
  const root = made("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "font-family": faces });
  let into = root;
  let clips = 0;

  function draw({ fill, stroke, width: lineWidth, dash, opacity }, trace) {
    const words = pathWords(trace);
    if (!words) return;
    into.append(made("path", {
      d: words, fill: fill || "none", stroke: stroke || undefined, "stroke-width": stroke ? lineWidth : undefined,
      "stroke-dasharray": dash && dash.length ? dash.join(" ") : undefined, opacity: opacity === 1 ? undefined : opacity,
    }));
  }

  function write(text, x, y, { fill, halo, align = "left", size, weight, opacity }) {
    const element = made("text", {
      x: short(x), y: short(y + size * 0.35), fill, "font-size": size, "font-weight": weight, opacity,
      "text-anchor": { left: undefined, center: "middle", right: "end" }[align],
      ...(halo && { stroke: halo, "stroke-width": HALO * 2, "stroke-linejoin": "round", "paint-order": "stroke" }),
    });
    element.textContent = text;
    into.append(element);
  }

  function inside({ left, top, width: wide, height: high }, draws) {
    clips += 1;
    const clip = made("clipPath", { id: `window-${clips}` });
    clip.append(made("rect", { width: wide, height: high }));
    const group = made("g", { transform: `translate(${left} ${top})`, "clip-path": `url(#window-${clips})` });
    into.append(clip, group);
    const outer = into;
    into = group;
    draws();
    into = outer;
  }

  return { root, draw, write, inside };
}
