import { useState } from '@bpmn-io/properties-panel/preact/hooks';
import { bo, is, processOf, useEditing, variablesOf } from './facts.js';
import { Choice, Field, Tick, entry } from './entries.jsx';
import { parse, write } from '../model/conditions.js';

const OPERATORS = [['==', 'is'], ['!=', 'is not'], ['>', 'is more than'], ['>=', 'is at least'], ['<', 'is less than'], ['<=', 'is at most']];
const COMPARED = new Set(['long', 'double', 'date', 'number']);
const operatorsFor = type => OPERATORS.filter(([operator]) => COMPARED.has(type) || operator === '==' || operator === '!=');

function Value({ row, variable, onChange, translate }) {
  const label = translate('Value');
  if (variable?.type === 'boolean') {
    return <select class="bio-properties-panel-input" value={String(row.value)} aria-label={label} onChange={event => onChange(event.target.value)}><option value="true">{translate('yes')}</option><option value="false">{translate('no')}</option></select>;
  }
  if (variable?.values?.length) {
    return <select class="bio-properties-panel-input" value={row.value} aria-label={label} onChange={event => onChange(event.target.value)}>{!variable.values.some(value => value.key === row.value) && <option value={row.value}>{row.value}</option>}{variable.values.map(value => <option value={value.key} key={value.key}>{value.label}</option>)}</select>;
  }
  return <Field value={row.value} aria-label={label} inputMode={COMPARED.has(variable?.type) ? 'decimal' : undefined} onChange={onChange} />;
}

function Rows({ condition, variables, onChange, translate }) {
  const { join, rows } = condition;
  const put = next => onChange({ join, rows: next });
  const change = (at, properties) => put(rows.map((row, index) => (index === at ? { ...row, ...properties } : row)));
  const choose = (at, name) => {
    const variable = variables.find(one => one.name === name);
    const kind = variable?.type === 'boolean' ? 'boolean' : COMPARED.has(variable?.type) ? 'number' : 'string';
    change(at, { name, kind, operator: '==', value: kind === 'boolean' ? 'true' : variable?.values?.[0]?.key ?? (kind === 'number' ? '0' : '') });
  };
  return (
    <>
      {rows.map((row, at) => {
        const variable = variables.find(one => one.name === row.name);
        return (
          <div class="comparison" key={at}>
            {at > 0 && <select class="bio-properties-panel-input join" value={join} aria-label={translate('And or or')} onChange={event => onChange({ join: event.target.value, rows })}><option value="&&">{translate('and')}</option><option value="||">{translate('or')}</option></select>}
            <select class="bio-properties-panel-input" value={row.name} aria-label={translate('Variable')} onChange={event => choose(at, event.target.value)}>
              {!variable && <option value={row.name}>{row.name || translate('choose …')}</option>}
              {variables.map(one => <option value={one.name} key={one.name}>{one.label || one.name}{one.from ? ` · ${one.from}` : ''}</option>)}
            </select>
            <div class="line">
              <select class="bio-properties-panel-input" value={row.operator} aria-label={translate('Comparison')} onChange={event => change(at, { operator: event.target.value })}>{operatorsFor(row.kind === 'number' ? 'number' : variable?.type).map(([operator, name]) => <option value={operator} key={operator}>{translate(name)}</option>)}</select>
              <Value row={row} variable={variable ?? (row.kind === 'boolean' ? { type: 'boolean' } : undefined)} translate={translate} onChange={value => change(at, { value })} />
              <button type="button" class="icon" title={translate('Remove')} aria-label={translate('Remove')} onClick={() => put(rows.filter((_, index) => index !== at))}>×</button>
            </div>
          </div>
        );
      })}
      <button type="button" class="btn small" onClick={() => put([...rows, { name: '', operator: '==', value: '', kind: 'string' }])}>{translate('Add a comparison')}</button>
    </>
  );
}

/** Comparisons of declared variables, or, where that is not enough, the text itself. */
export function Condition({ element, id, label, get, set }) {
  const editing = useEditing(element);
  const { translate, catalogue } = editing;
  const text = get() ?? '';
  const understood = parse(text);
  const [raw, setRaw] = useState(false);
  const [draft, setDraft] = useState();
  const variables = variablesOf(processOf(bo(element)), catalogue);
  const shown = draft ?? understood;
  const change = next => {
    const complete = next.rows.every(row => row.name);
    setDraft(complete ? undefined : next);
    if (complete) set(next.rows.length ? write(next) : undefined, editing);
  };
  const asText = raw || !shown;
  return (
    <div class="bio-properties-panel-entry condition" data-entry-id={id}>
      <div class="bio-properties-panel-label">{translate(label)}</div>
      {asText ? <Field value={text} spellcheck={false} placeholder="${permanent == true}" aria-label={translate(label)} onChange={value => set(value || undefined, editing)} /> : <Rows condition={shown} variables={variables} onChange={change} translate={translate} />}
      {shown && <button type="button" class="btn small plain" onClick={() => setRaw(!raw)}>{translate(raw ? 'Choose instead' : 'Write it as text')}</button>}
    </div>
  );
}

const expression = (node, property) => ({
  get: () => node[property]?.body,
  set: (body, { update, create }) => {
    if (body && node[property]) return update(node[property], { body });
    return update(node, { [property]: body ? create('bpmn:FormalExpression', { body }, node) : undefined });
  },
});

export { expression };

const DECIDES = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'];

export function condition(element) {
  const node = bo(element);
  if (is(element, 'bpmn:SequenceFlow')) {
    const from = node.sourceRef;
    if (!from || !is(from, ...DECIDES, 'bpmn:Activity')) return [];
    const isDefault = from.default === node;
    const entries = [];
    if (!isDefault) entries.push(entry('condition', Condition, { label: 'Taken when', ...expression(node, 'conditionExpression') }));
    if (is(from, ...DECIDES) || isDefault) {
      entries.push(entry('default', Tick, {
        element, label: 'Taken when nothing else holds', get: () => isDefault,
        set: (value, { step, together }) => together([step(from, { default: value ? node : undefined }), ...(value && node.conditionExpression ? [step(node, { conditionExpression: undefined })] : [])]),
      }));
    }
    return entries;
  }
  if (is(element, ...DECIDES)) {
    const out = () => element.outgoing.map(flow => flow.businessObject);
    return [entry('default', Choice, {
      element, label: 'When nothing else holds', none: 'no default', get: () => node.default?.id,
      options: () => out().map(flow => ({ key: flow.id, label: flow.name || `→ ${flow.targetRef?.name || flow.targetRef?.id}` })),
      set: (id, { setProperties }) => setProperties({ default: out().find(flow => flow.id === id) }),
    })];
  }
  return [];
}
