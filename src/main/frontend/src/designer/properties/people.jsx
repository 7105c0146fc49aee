import { bo, is, optionKey, optionLabel, processOf, variablesOf } from './facts.js';
import { Choice, Labels, Line, entry } from './entries.jsx';

const groups = ({ catalogue }) => catalogue.roles ?? [];

// A person by name, or one that a variable of the process holds.
function persons(node) {
  return ({ catalogue, translate }) => [
    ...variablesOf(processOf(node), catalogue).filter(variable => variable.type === 'string').map(variable => ({ key: `\${${variable.name}}`, label: translate('whoever {name} is', { name: variable.label || variable.name }) })),
    ...(catalogue.people ?? []).map(person => ({ key: optionKey(person), label: optionLabel(person) })),
  ];
}

const DUE = /^(P(?!$)(\d+[YMWD])*(T(?!$)(\d+[HMS])+)?|\$\{[^}]+\}|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z?)?)$/;
const dueProblem = (value, translate) => (!value || DUE.test(value.trim()) ? undefined : translate('Write a duration such as PT4H or P2D, a date such as 2026-12-24, or a variable.'));

export function people(element) {
  if (!is(element, 'bpmn:UserTask')) return [];
  const node = bo(element);
  const attribute = name => ({ get: () => node.get(`flowable:${name}`), set: (value, { setProperties }) => setProperties({ [`flowable:${name}`]: value }) });
  const old = name => (node.get(`flowable:${name}`) ? [entry(name, Line, { element, label: name, ...attribute(name) })] : []);
  return [
    entry('candidateGroups', Labels, { element, label: 'Roles and support group', description: 'Anyone who has one of them may take the task.', placeholder: 'Add a role …', options: groups, ...attribute('candidateGroups') }),
    entry('assignee', Choice, { element, label: 'Given to', description: 'From the beginning it is this person’s task.', none: 'nobody yet: whoever takes it', options: persons(node), ...attribute('assignee') }),
    ...(node.get('flowable:candidateUsers') ? [entry('candidateUsers', Labels, { element, label: 'People who may take it', options: persons(node), ...attribute('candidateUsers') })] : []),
    entry('dueDate', Line, { element, label: 'Due', placeholder: 'PT4H', description: 'Targets in the rule tables say when a case is due; a task rarely needs a date of its own.', check: dueProblem, ...attribute('dueDate') }),
    entry('priority', Line, { element, label: 'Order in the inbox', placeholder: '50', ...attribute('priority') }),
    ...old('category'), ...old('owner'), ...old('formKey'),
  ];
}

