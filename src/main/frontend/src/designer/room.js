// A step that is dropped between two others gets its place: it stands behind the first, and what comes after moves on.

const GAP = 50;

// From left to right, as processes are drawn here; what is drawn otherwise stays where somebody put it.
function between(shape) {
  const [before, ...more] = shape.incoming.map(flow => flow.source);
  const [after, ...others] = shape.outgoing.map(flow => flow.target);
  const onLine = other => other && other.parent === shape.parent && other !== shape && other.y < shape.y + shape.height && shape.y < other.y + other.height;
  if (more.length || others.length || !onLine(before) || !onLine(after)) return undefined;
  return before.x + before.width <= after.x ? { before, after } : undefined;
}

class Room {
  static $inject = ['eventBus', 'modeling', 'spaceTool', 'canvas'];

  constructor(eventBus, modeling, spaceTool, canvas) {
    eventBus.on('commandStack.shape.create.postExecuted', 100, ({ context: { shape } }) => {
      const found = !shape.waypoints && shape.type !== 'label' && between(shape);
      if (!found) return;
      const { before, after } = found;
      const left = Math.max(shape.x, before.x + before.width + GAP);
      const missing = left + shape.width + GAP - after.x;
      if (missing > 0) {
        const everything = all(canvas.getRootElement()).filter(element => element !== shape);
        const { movingShapes, resizingShapes } = spaceTool.calculateAdjustments(everything, 'x', missing, after.x - 1);
        spaceTool.makeSpace(movingShapes, resizingShapes, { x: missing, y: 0 }, 'e', after.x - 1);
      }
      const aside = middle(before) - middle(shape);
      modeling.moveShape(shape, { x: left - shape.x, y: Math.abs(aside) < 40 ? aside : 0 });
      shape.incoming.concat(shape.outgoing).forEach(flow => modeling.updateWaypoints(flow, across(flow.source, flow.target)));
    });
  }
}

const middle = shape => shape.y + shape.height / 2;

// Straight, or with one step in the middle.
function across(source, target) {
  const [from, to] = [{ x: source.x + source.width, y: middle(source) }, { x: target.x, y: middle(target) }];
  const half = (from.x + to.x) / 2;
  return from.y === to.y ? [from, to] : [from, { x: half, y: from.y }, { x: half, y: to.y }, to];
}

const all = element => (element.children ?? []).flatMap(child => [child, ...all(child)]);

export const room = { __init__: ['relevoRoom'], relevoRoom: ['type', Room] };
