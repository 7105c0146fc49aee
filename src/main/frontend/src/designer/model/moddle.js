// Reads and writes BPMN so that nothing is lost: what bpmn-moddle would drop or leave out is kept.
import { BpmnModdle } from 'bpmn-moddle';
import flowable from './flowable.json' with { type: 'json' };

const UNKNOWN = { superClass: ['Element'], properties: [{ name: 'contained', type: 'Element', isMany: true }, { name: 'body', type: 'String', isBody: true }] };

// A value that stands in the file is written again even if it is the default; types keep their defaults for reading.
function keepDefaults(type) {
  const { properties, propertiesByName } = type.$descriptor;
  properties.forEach((property, at) => {
    if (property.default === undefined) return;
    const kept = { ...property, default: undefined };
    properties[at] = kept;
    Object.keys(propertiesByName).filter(name => propertiesByName[name] === property).forEach(name => { propertiesByName[name] = kept; });
  });
}

// <formalExpression> stays what it is; the library would write <expression xsi:type="…">, which the engine does not read.
function keepAssignments(type) {
  const { properties, propertiesByName } = type.$descriptor;
  const at = properties.findIndex(property => property.ns.localName === 'expression');
  const kept = { ...properties[at], xml: undefined };
  propertiesByName['bpmn:expression'] = propertiesByName.expression = properties[at] = kept;
}

// An extension element that no list names becomes a type of its own as soon as it is met.
function meet(moddle, name) {
  const pkg = moddle.getPackage('flowable');
  moddle.registry.registerType({ name: name.slice('flowable:'.length), ...UNKNOWN, properties: UNKNOWN.properties.map(property => ({ ...property })) }, pkg);
}

// An attribute that no list names is written again; so is a reference to something outside the file (xsd:string, a code).
function keepUnknown(moddle, result) {
  result.warnings.filter(warning => /^unknown attribute/.test(warning.message)).forEach(warning => { warning.kept = true; });
  result.warnings.filter(warning => /^unresolved reference/.test(warning.message) && warning.element).forEach(warning => {
    const { element, property, value } = warning;
    const { name, type, isMany } = element.$descriptor.propertiesByName[property];
    const outside = moddle.create(type, { id: value });
    if (isMany) element.get(name).push(outside);
    else element.set(name, outside);
    warning.kept = true;
  });
  return result;
}

export function losslessModdle(extensions = {}) {
  const moddle = new BpmnModdle({ flowable: structuredClone(flowable), ...extensions });
  // An extension by another package must not decide how the element's own name is written.
  const define = moddle.registry.definePackage.bind(moddle.registry);
  moddle.registry.definePackage = (target, pkg) => define(target, target.allTypes ? moddle.getPackage(target.ns.prefix) : pkg);
  const known = new Set();
  const original = moddle.getType.bind(moddle);
  moddle.getType = descriptor => {
    const name = typeof descriptor === 'string' ? descriptor : descriptor.ns.name;
    if (/^flowable:[A-Za-z_][\w.-]*$/.test(name) && !moddle.registry.typeMap[name]) meet(moddle, name);
    const type = original(descriptor);
    if (!known.has(type)) {
      known.add(type);
      if (type.$descriptor) keepDefaults(type);
      if (name === 'bpmn:ResourceAssignmentExpression') keepAssignments(type);
    }
    return type;
  };
  const read = moddle.fromXML.bind(moddle);
  moddle.fromXML = (...given) => read(...given).then(result => keepUnknown(moddle, result));
  return moddle;
}

/** Warnings after which something of the file would be missing or mean something else. */
export const losses = warnings => warnings.filter(warning => !warning.kept);
