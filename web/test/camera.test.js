import assert from "node:assert/strict";
import { test } from "node:test";

import { dotRadius, fitted, pannedBy, toModel, toScreen, zoomedAt } from "../src/camera.js";

const size = { width: 800, height: 600 };
const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} is not ${other}`);

test("the middle of the view is the camera's place, and a way there leads back", () => {
  const camera = { x: 30, y: -20, scale: 2.5 };
  assert.deepEqual(toScreen(camera, size, { x: 30, y: -20 }), { x: 400, y: 300 });
  const back = toModel(camera, size, toScreen(camera, size, { x: 7, y: 11 }));
  near(back.x, 7);
  near(back.y, 11);
});

test("zooming keeps what is under the pointer there, also at the limits", () => {
  for (const factor of [1.7, 0.4, 1e6, 1e-6]) {
    const camera = { x: 30, y: -20, scale: 0.5 };
    const at = { x: 640, y: 90 };
    const held = toModel(camera, size, at);
    const after = toScreen(zoomedAt(camera, size, at, factor), size, held);
    assert.ok(Math.abs(after.x - at.x) < 1e-6 && Math.abs(after.y - at.y) < 1e-6);
  }
  const far = zoomedAt({ x: 0, y: 0, scale: 1 }, size, { x: 1, y: 1 }, 1e-9);
  assert.ok(far.scale > 0.001);
});

test("the picture follows the hand by as many px at any zoom", () => {
  for (const scale of [0.1, 1, 6]) {
    const camera = { x: 5, y: 5, scale };
    const before = toScreen(camera, size, { x: 0, y: 0 });
    const after = toScreen(pannedBy(camera, 12, -7), size, { x: 0, y: 0 });
    near(after.x - before.x, 12);
    near(after.y - before.y, -7);
  }
});

test("all dots are inside the window when all are shown, whatever its size", () => {
  const dots = [{ x: -900, y: 10, radius: 18 }, { x: 1400, y: -300, radius: 4 }, { x: 0, y: 700, radius: 9 }];
  for (const window of [size, { width: 320, height: 480 }, { width: 90, height: 40 }]) {
    const camera = fitted(dots, window);
    for (const dot of dots) {
      const { x, y } = toScreen(camera, window, dot);
      const radius = dot.radius * camera.scale;
      assert.ok(x - radius > 0 && x + radius < window.width && y - radius > 0 && y + radius < window.height);
    }
  }
  const camera = fitted(dots, size, { left: 200, bottom: 30 });
  for (const dot of dots) {
    const { x, y } = toScreen(camera, size, dot);
    assert.ok(x > 200 && x < size.width && y > 0 && y < size.height - 30);
  }
  assert.deepEqual(fitted([], size), { x: 0, y: 0, scale: 1 });
});

test("dots shrink with the picture but not to nothing, and grow no more when one is near", () => {
  assert.equal(dotRadius(10, 0.5), 5);
  assert.ok(dotRadius(4, 0.01) >= 1);
  assert.equal(dotRadius(18, 3), dotRadius(18, 8));
});
