// Drawing a model must not change it: what bpmn-js writes into it or takes out of it in order to draw is put right while it
// is saved.

const planesOf = definitions => (definitions.diagrams ?? []).map(diagram => diagram.plane).filter(Boolean);

class AsItWas {
  static $inject = ['eventBus', 'elementRegistry'];

  constructor(eventBus, elementRegistry) {
    let crossless = new Set();
    let hidden = [];
    let shapes = [];
    let flowless = false;
    let flows = [];
    eventBus.on('import.render.start', ({ definitions }) => {
      crossless = new Set(withoutCross(definitions));
      crossless.forEach(di => { di.isMarkerVisible = true; });
      flowless = nodesOf(definitions).length > 1 && !nodesOf(definitions).some(node => node.get('incoming').length || node.get('outgoing').length);
    });
    // The order of the shapes is set anew when saving, and shapes of what is not drawn would not be in it.
    eventBus.on('saveXML.start', 3000, ({ definitions }) => {
      shapes = planesOf(definitions).map(plane => [plane, [...plane.get('planeElement')], drawn(elementRegistry)]);
      hidden = elementRegistry.filter(element => crossless.has(element.di) && element.di.isMarkerVisible === true).map(element => element.di);
      hidden.forEach(di => { delete di.isMarkerVisible; });
      // A file without <incoming> and <outgoing> stays without them; the flows say the same.
      flows = flowless ? nodesOf(definitions).flatMap(node => [node.get('incoming'), node.get('outgoing')]).map(list => [list, list.splice(0)]) : [];
    });
    eventBus.on('saveXML.start', 200, () => shapes.forEach(([plane, before, seen]) => {
      const after = new Set(plane.get('planeElement'));
      plane.get('planeElement').push(...before.filter(di => !after.has(di) && !seen.has(di)));
    }));
    eventBus.on('saveXML.done', () => {
      hidden.forEach(di => { di.isMarkerVisible = true; });
      flows.forEach(([list, before]) => list.push(...before));
    });
  }
}

const within = container => (container.flowElements ?? []).flatMap(element => [element, ...within(element)]);
const nodesOf = definitions => definitions.get('rootElements').flatMap(within).filter(element => element.$instanceOf('bpmn:FlowNode'));

const drawn = elementRegistry => new Set(elementRegistry.getAll().map(element => element.di));

// The shapes of gateways that do not say whether they show a cross. The editor shows it and notes that it does, a mere viewer
// would not; here both show it.
const withoutCross = definitions => planesOf(definitions).flatMap(plane => plane.get('planeElement')).filter(di => di.bpmnElement?.$instanceOf('bpmn:ExclusiveGateway') && !Object.hasOwn(di, 'isMarkerVisible'));

// Of a collapsed sub-process bpmn-js would put the contents into a diagram of its own.
const STAYS = { subprocessCompatibility: ['value', {}] };

export const asItWas = { __init__: ['relevoAsItWas'], relevoAsItWas: ['type', AsItWas], ...STAYS };
