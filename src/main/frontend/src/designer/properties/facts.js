// Reads and changes what the property panel shows; every change is a command, so that it can be undone.
import { useService } from 'bpmn-js-properties-panel';

export const bo = element => element.businessObject;
export const is = (element, ...types) => types.some(type => (element.businessObject ?? element).$instanceOf?.(type));
export const eventDefinition = (element, type) => bo(element).eventDefinitions?.find(one => one.$instanceOf(type));
export const definitionsOf = node => { let at = node; while (at.$parent) at = at.$parent; return at; };
export const processOf = node => { let at = node; while (at && !at.$instanceOf('bpmn:Process')) at = at.$parent; return at; };
export const extensions = (node, type) => (node.extensionElements?.values ?? []).filter(value => value.$type === type);

/** All flow elements, also those inside of sub-processes. */
export const allWithin = container => (container?.flowElements ?? []).flatMap(element => [element, ...allWithin(element)]);

export const optionKey = option => (typeof option === 'string' ? option : option.key ?? option.username ?? option.name ?? option.id);
export const optionLabel = option => (typeof option === 'string' ? option : option.label ?? option.name ?? optionKey(option));

export function useEditing(element) {
  const modeling = useService('modeling', false);
  const commands = useService('commandStack', false);
  const bpmnFactory = useService('bpmnFactory', false);
  const translate = useService('translate');
  const catalogue = useService('catalogue');
  const update = (node, properties) => modeling.updateModdleProperties(element, node, properties);
  const step = (node, properties) => ({ cmd: 'element.updateModdleProperties', context: { element, moddleElement: node, properties } });
  const together = steps => commands.execute('properties-panel.multi-command-executor', steps);
  const create = (type, properties, parent) => {
    const node = bpmnFactory.create(type, properties);
    node.$parent = parent;
    return node;
  };
  const addExtension = (type, properties, owner = bo(element)) => {
    const steps = [];
    let container = owner.extensionElements;
    if (!container) {
      container = create('bpmn:ExtensionElements', { values: [] }, owner);
      steps.push(step(owner, { extensionElements: container }));
    }
    const node = create(type, properties, container);
    steps.push(step(container, { values: [...container.get('values'), node] }));
    together(steps);
    return node;
  };
  const removeExtension = (node, owner = bo(element)) => {
    const values = owner.extensionElements.get('values').filter(value => value !== node);
    if (values.length) update(owner.extensionElements, { values });
    else update(owner, { extensionElements: undefined });
  };
  const setProperties = properties => modeling.updateProperties(element, properties);
  return { modeling, create, update, step, together, addExtension, removeExtension, setProperties, translate, catalogue, editable: Boolean(modeling) };
}

/** What an expression may speak of: form fields, what messages, actions and called processes bring, and what is given. */
export function variablesOf(process, catalogue) {
  const found = new Map();
  const add = variable => { if (variable.name && !found.has(variable.name)) found.set(variable.name, variable); };
  const used = new Set();
  allWithin(process).forEach(node => {
    extensions(node, 'flowable:formProperty').forEach(field => add({
      name: field.variable || field.id, label: field.name || field.id, type: field.type ?? 'string', from: node.name || node.id,
      values: (field.get('values') ?? []).map(value => ({ key: value.id, label: value.name || value.id })),
    }));
    const action = actionOf(node);
    if (action) used.add(action);
    extensions(node, 'flowable:out').forEach(out => add({ name: out.target, label: out.target, type: 'string', from: node.name || node.id }));
    const loop = node.loopCharacteristics?.get?.('flowable:elementVariable');
    if (loop) add({ name: loop, label: loop, type: 'string', from: node.name || node.id });
  });
  (catalogue.actions ?? []).filter(action => used.has(action.name)).forEach(action => (action.outputs ?? []).forEach(output => add({ ...output, from: action.label || action.name })));
  (catalogue.messages ?? []).forEach(message => (message.brings ?? []).forEach(output => add({ ...output, from: optionLabel(message) })));
  (catalogue.variables ?? []).forEach(variable => add({ label: variable.name, ...variable }));
  return [...found.values()];
}

/** The name of the action that a service task calls. */
export const actionOf = node => /^\s*[$#]\{\s*(\w+)\s*\}\s*$/.exec(node.get?.('flowable:delegateExpression') ?? '')?.[1];
