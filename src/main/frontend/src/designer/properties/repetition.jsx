import { bo, is, processOf, variablesOf } from './facts.js';
import { Choice, Line, entry } from './entries.jsx';
import { Condition, expression } from './condition.jsx';

const MANY = 'bpmn:MultiInstanceLoopCharacteristics';

const COUNT = (value, translate) => (!value || /^([1-9]\d?|100)$/.test(value.trim()) ? undefined : translate('Write a number from 1 to 100.'));
const NAME = (value, translate) => (!value || /^[A-Za-z]\w*$/.test(value) ? undefined : translate('Write the name of a variable.'));

function kind(node) {
  const loop = node.loopCharacteristics;
  if (!loop || !loop.$instanceOf(MANY)) return loop ? 'loop' : undefined;
  return loop.isSequential ? 'sequential' : 'parallel';
}

function choose(node) {
  return (value, { create, update, setProperties }) => {
    const loop = node.loopCharacteristics;
    if (!value) return setProperties({ loopCharacteristics: undefined });
    const isSequential = value === 'sequential';
    if (loop?.$instanceOf(MANY)) return update(loop, { isSequential });
    const made = create(MANY, { isSequential }, node);
    made.loopCardinality = create('bpmn:FormalExpression', { body: '2' }, made);
    return setProperties({ loopCharacteristics: made });
  };
}

export function repetition(element) {
  if (!is(element, 'bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:CallActivity', 'bpmn:SubProcess', 'bpmn:ReceiveTask')) return [];
  const node = bo(element);
  if (node.triggeredByEvent) return [];
  const loop = node.loopCharacteristics;
  const entries = [entry('repeats', Choice, {
    element, label: 'How often', none: 'once', get: () => kind(node), set: choose(node),
    options: ({ translate }) => [{ key: 'parallel', label: translate('several times, side by side') }, { key: 'sequential', label: translate('several times, one after another') }],
  })];
  if (!loop?.$instanceOf(MANY)) return entries;
  const attribute = name => ({ get: () => loop.get(`flowable:${name}`), set: (value, { update }) => update(loop, { [`flowable:${name}`]: value }) });
  const lists = ({ catalogue, translate }) => [
    ...variablesOf(processOf(node), catalogue).filter(variable => variable.type === 'list').map(variable => ({ key: variable.name, label: variable.label || variable.name })),
  ];
  return [
    ...entries,
    entry('cardinality', Line, { element, label: 'This many times', description: 'At most 100.', check: COUNT, ...expression(loop, 'loopCardinality') }),
    entry('collection', Choice, {
      element, label: 'Or once for each of', none: '—', options: lists, get: () => loop.get('flowable:collection'),
      set: (value, { step, together }) => together([step(loop, { 'flowable:collection': value, ...(value ? { loopCardinality: undefined } : {}) }), ...(value && !loop.get('flowable:elementVariable') ? [step(loop, { 'flowable:elementVariable': 'one' })] : [])]),
    }),
    ...(loop.get('flowable:collection') ? [entry('elementVariable', Line, { element, label: 'Each is called', check: NAME, ...attribute('elementVariable') })] : []),
    entry('completion', Condition, { label: 'Enough when', ...expression(loop, 'completionCondition') }),
  ];
}
