// All of it beside the palette, but not larger than it was drawn.
export function fit(canvas, left) {
  const { inner, outer } = canvas.viewbox();
  if (!outer.width || !outer.height || !inner.width) return;
  const scale = Math.min(1, (outer.width - left - 24) / inner.width, (outer.height - 48) / inner.height);
  const [width, height] = [outer.width / scale, outer.height / scale];
  canvas.viewbox({ x: inner.x - (left / scale) - Math.max(0, (outer.width - left - 24) / scale - inner.width) / 2, y: inner.y - (height - inner.height) / 2, width, height });
}
