// On a touch screen one finger moves the drawing and two fingers make it larger or smaller.

const between = ([one, other]) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, distance: Math.hypot(one.x - other.x, one.y - other.y) });

export function withFingers(part, canvasOf) {
  const fingers = new Map();
  let before;
  part.addEventListener('pointerdown', event => {
    if (event.pointerType !== 'touch') return;
    fingers.set(event.pointerId, event);
    before = fingers.size === 2 ? between([...fingers.values()]) : undefined;
  });
  part.addEventListener('pointermove', event => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    fingers.set(event.pointerId, event);
    const canvas = canvasOf();
    if (fingers.size === 1) canvas.scroll({ dx: event.x - last.x, dy: event.y - last.y });
    if (fingers.size === 2 && before) {
      const now = between([...fingers.values()]);
      const { left, top } = part.getBoundingClientRect();
      canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * (now.distance / before.distance))), { x: now.x - left, y: now.y - top });
      before = now;
    }
  });
  const lift = event => { fingers.delete(event.pointerId); before = undefined; };
  ['pointerup', 'pointercancel', 'pointerleave'].forEach(name => part.addEventListener(name, lift));
}
