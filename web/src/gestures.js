// What hands do to the map: drag, wheel, pinch, click, point. Mouse, pen and finger alike; nothing is animated.
//
// onGestures(element, { pan(x, y), zoom(at, factor), point(at), leave(), pick(at) }), places in px from the element's corner.

const STILL = { mouse: 3, pen: 6, touch: 8 }; // px that a click may tremble
const WHEEL = 0.0016;
const WHEEL_PINCH = 0.01; // a pinch on a trackpad comes as a wheel with Ctrl, in small steps

const between = (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) });

// A wheel tells px, lines or pages; the factor is for the zoom.
export function wheelFactor({ deltaY, deltaMode, ctrlKey }) {
  const turned = deltaY * [1, 16, 400][deltaMode];
  return Math.exp(-Math.max(-300, Math.min(300, turned)) * (ctrlKey ? WHEEL_PINCH : WHEEL));
}

export function onGestures(element, { pan, zoom, point, leave, pick }) {
  const down = new Map(); // pointers that are pressed, where they are now
  let start = null; // where a lone press began, until it has gone too far for a click

  function placeOf(event) {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  function press(event) {
    if (event.button) return;
    down.set(event.pointerId, placeOf(event));
    start = down.size === 1 ? placeOf(event) : null;
    element.setPointerCapture(event.pointerId);
  }

  function drag(event, at) {
    const before = down.get(event.pointerId);
    const limit = STILL[event.pointerType] || STILL.mouse;
    if (start && Math.hypot(at.x - start.x, at.y - start.y) <= limit) return;
    start = null;
    const other = [...down].find(([id]) => id !== event.pointerId);
    down.set(event.pointerId, at);
    if (!other) {
      pan(at.x - before.x, at.y - before.y);
      return;
    }
    const [was, is] = [between(before, other[1]), between(at, other[1])];
    pan(is.x - was.x, is.y - was.y);
    if (was.apart > 0) zoom(is, is.apart / was.apart);
  }

  function release(event) {
    if (!down.delete(event.pointerId)) return;
    if (start && event.type === "pointerup") pick(placeOf(event));
    start = null;
  }

  element.style.touchAction = "none";
  element.addEventListener("pointerdown", press);
  element.addEventListener("pointermove", (event) => {
    if (down.has(event.pointerId)) drag(event, placeOf(event));
    else if (event.pointerType !== "touch") point(placeOf(event));
  });
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  element.addEventListener("pointerleave", () => leave());
  element.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(placeOf(event), wheelFactor(event));
  }, { passive: false });
}
