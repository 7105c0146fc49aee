import { actionOf, allWithin, bo, is, optionLabel, processOf, useEditing, variablesOf } from './facts.js';
import { Choice, Line, entry } from './entries.jsx';

const TYPES = { string: 'string', enum: 'enum', long: 'long', double: 'double', boolean: 'boolean', date: 'date' };

// What the action needs: where it comes from, or to which task before it a field for it can be added.
function Inputs({ element, id, inputs }) {
  const { translate, catalogue, addFieldTo, tasks, known } = useInputs(element);
  if (!inputs.length) return null;
  return (
    <div class="bio-properties-panel-entry" data-entry-id={id}>
      <div class="bio-properties-panel-label">{translate('What it needs')}</div>
      <ul class="needs">
        {inputs.map(input => {
          const variable = known.find(one => one.name === input.name);
          return (
            <li key={input.name} class={variable ? 'met' : input.required ? 'open' : ''}>
              <b>{input.label || input.name}</b> <small>{input.type}{input.required ? '' : ` · ${translate('if there is one')}`}</small>
              <span>{variable ? translate('from {where}', { where: variable.from ?? translate('the case') }) : translate('nothing sets it yet')}</span>
              {!variable && tasks.length > 0 && catalogue && (
                <select class="bio-properties-panel-input" value="" onChange={event => addFieldTo(event.target.value, input)} aria-label={translate('Ask for it in a task')}>
                  <option value="">{translate('Ask for it in a task')}</option>
                  {tasks.map(task => <option value={task.id} key={task.id}>{task.name || task.id}</option>)}
                </select>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function useInputs(element) {
  const editing = useEditing(element);
  const process = processOf(bo(element));
  const tasks = allWithin(process).filter(node => is(node, 'bpmn:UserTask'));
  const addFieldTo = (taskId, input) => {
    const task = tasks.find(one => one.id === taskId);
    if (task) editing.addExtension('flowable:formProperty', { id: input.name, name: input.label || input.name, type: TYPES[input.type] ?? 'string', required: String(Boolean(input.required)) }, task);
  };
  return { ...editing, addFieldTo, tasks: editing.editable ? tasks : [], known: variablesOf(process, editing.catalogue) };
}

function Outputs({ element, id, outputs }) {
  const { translate } = useEditing(element);
  if (!outputs.length) return null;
  return (
    <div class="bio-properties-panel-entry" data-entry-id={id}>
      <div class="bio-properties-panel-label">{translate('What it brings')}</div>
      <ul class="needs">{outputs.map(output => <li key={output.name} class="met"><b>{output.label || output.name}</b> <small>{output.type} · {output.name}</small></li>)}</ul>
    </div>
  );
}

function Action({ element, id }) {
  const editing = useEditing(element);
  const { catalogue, translate } = editing;
  const node = bo(element);
  const chosen = (catalogue.actions ?? []).find(action => action.name === actionOf(node));
  const byLabel = [...(catalogue.actions ?? [])].sort((one, other) => optionLabel(one).localeCompare(optionLabel(other)));
  return (
    <>
      <Choice element={element} id={id} label="Do" none="choose an action …" options={() => byLabel.map(action => ({ key: action.name, label: optionLabel(action) }))}
        get={() => actionOf(node) ?? node.get('flowable:delegateExpression')} set={(name, { setProperties }) => setProperties(naming(node, name, chosen, catalogue))} />
      {chosen && <p class="bio-properties-panel-entry said">{chosen.description}</p>}
      {!chosen && actionOf(node) && <p class="bio-properties-panel-entry note warn">{translate('The catalogue has no action of this name.')}</p>}
      {chosen && <Inputs element={element} id={`${id}-inputs`} inputs={chosen.inputs ?? []} />}
      {chosen && <Outputs element={element} id={`${id}-outputs`} outputs={chosen.outputs ?? []} />}
    </>
  );
}

// A task that has no name of its own takes that of its action.
function naming(node, name, before, catalogue) {
  const next = (catalogue.actions ?? []).find(action => action.name === name);
  const own = node.name && node.name !== before?.label;
  const called = /^[\w]+$/.test(name ?? '') ? `\${${name}}` : name;
  return { 'flowable:delegateExpression': called, ...(own || !next ? {} : { name: next.label }) };
}

export function action(element) {
  if (!is(element, 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask')) return [];
  const node = bo(element);
  const old = ['class', 'expression', 'type', 'resultVariable', 'resultVariableName'].filter(name => node.get(`flowable:${name}`));
  return [
    entry('action', Action, { element }),
    ...old.map(name => entry(name, Line, { element, label: name, description: 'Relevo does not run this. Empty it, and choose an action.', get: () => node.get(`flowable:${name}`), set: (value, { setProperties }) => setProperties({ [`flowable:${name}`]: value }) })),
  ];
}
