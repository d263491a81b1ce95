// The camera: where a place of the model stands on the screen. Pure; px everywhere, { x, y } being the middle of the view.

const ZOOMS = [0.02, 8];
const ZOOM_AT_FIRST = 1.4;
const DOTS_GROW_TO = 1.4; // beyond this zoom places move apart and dots stay as they are, as on a street map
const LEAST_DOT = 1.3;
const ROOM = { across: 120, down: 60 }; // beside the outermost dots, for their names

export const bounded = (scale) => Math.max(ZOOMS[0], Math.min(scale, ZOOMS[1]));

export const toScreen = (camera, size, { x, y }) => ({
  x: size.width / 2 + (x - camera.x) * camera.scale, y: size.height / 2 + (y - camera.y) * camera.scale,
});

export const toModel = (camera, size, { x, y }) => ({
  x: camera.x + (x - size.width / 2) / camera.scale, y: camera.y + (y - size.height / 2) / camera.scale,
});

export const dotRadius = (radius, scale) => Math.max(radius * Math.min(scale, DOTS_GROW_TO), LEAST_DOT);

// What is under the finger stays under it: the picture follows by (x, y) px.
export const pannedBy = (camera, x, y) => ({ ...camera, x: camera.x - x / camera.scale, y: camera.y - y / camera.scale });

// Zooms so that what stands at the place `at` of the screen stays there.
export function zoomedAt(camera, size, at, factor) {
  const scale = bounded(camera.scale * factor);
  const held = toModel(camera, size, at);
  return { x: held.x - (at.x - size.width / 2) / scale, y: held.y - (at.y - size.height / 2) / scale, scale };
}

// The camera that shows all of `dots`, each with a radius; `beside` are px at the left and the bottom that stay free.
export function fitted(dots, window, beside = { left: 0, bottom: 0 }) {
  if (!dots.length) return { x: 0, y: 0, scale: 1 };
  const size = { width: window.width - beside.left, height: window.height - beside.bottom };
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, radius } of dots) {
    left = Math.min(left, x - radius);
    right = Math.max(right, x + radius);
    top = Math.min(top, y - radius);
    bottom = Math.max(bottom, y + radius);
  }
  const across = Math.max(size.width - ROOM.across, size.width / 2) / Math.max(right - left, 1);
  const down = Math.max(size.height - ROOM.down, size.height / 2) / Math.max(bottom - top, 1);
  const scale = bounded(Math.min(across, down, ZOOM_AT_FIRST));
  return { x: (left + right) / 2 - beside.left / 2 / scale, y: (top + bottom) / 2 + beside.bottom / 2 / scale, scale };
}
