import { bo, definitionsOf, is } from './facts.js';
import { Line, Note, Tick, entry } from './entries.jsx';

const ID = /^[A-Za-z_][\w.-]*$/;
const KEY = /^[a-z][a-z0-9-]{0,63}$/;

function checkId(node) {
  return (value, translate) => {
    if (!value) return translate('Every element needs an id.');
    if (!ID.test(value)) return translate('Use letters, digits, hyphens and dots, and begin with a letter.');
    if (is(node, 'bpmn:Process') && !KEY.test(value)) return translate('Use small letters, digits and hyphens, as in p1-incident.');
    const other = node.$model.ids?.assigned(value);
    return other && other !== node ? translate('Another element has this id.') : undefined;
  };
}

function documentation(node) {
  return {
    get: () => node.documentation?.[0]?.text,
    set: (text, { create, update }) => {
      const [first, ...more] = node.get('documentation');
      if (first && text) return update(first, { text });
      return update(node, { documentation: text ? [create('bpmn:Documentation', { text }, node)] : more });
    },
  };
}

const HINTS = {
  'bpmn:UserTask': ['What to do', 'The person sees this beside the form.'],
  'bpmn:Process': ['What it is for', 'Shown in the list of processes.'],
};

export function general(element) {
  const node = bo(element);
  if (is(element, 'bpmn:TextAnnotation')) {
    return [entry('text', Line, { element, label: 'Note', rows: 3, get: () => node.text, set: (text, { setProperties }) => setProperties({ text }) })];
  }
  if (is(element, 'bpmn:Collaboration', 'bpmn:Group', 'bpmn:Association')) return [entry('nothing', Note, { element, text: 'Only for reading: it has no effect on how the process runs.' })];
  const entries = [];
  if (!is(element, 'bpmn:Label')) entries.push(entry('name', Line, { element, label: 'Name', rows: is(element, 'bpmn:Process') ? undefined : 1, get: () => node.name, set: (name, { setProperties }) => setProperties({ name }) }));
  entries.push(entry('id', Line, {
    element, label: is(element, 'bpmn:Process') ? 'Key' : 'Id', check: checkId(node),
    description: is(element, 'bpmn:Process') ? 'By this key cases find their process.' : undefined,
    get: () => node.id, set: (id, { setProperties }) => id && setProperties({ id }),
  }));
  if (is(element, 'bpmn:Process')) entries.push(entry('executable', Tick, { element, label: 'Can be run', get: () => node.isExecutable, set: (isExecutable, { setProperties }) => setProperties({ isExecutable }) }));
  const [label, description] = Object.entries(HINTS).find(([type]) => is(element, type))?.[1] ?? ['Notes', undefined];
  if (definitionsOf(node) && !is(element, 'bpmn:SequenceFlow')) entries.push(entry('documentation', Line, { element, label, description, rows: 2, ...documentation(node) }));
  return entries;
}
