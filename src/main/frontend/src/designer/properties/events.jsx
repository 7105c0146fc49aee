import { useState } from '@bpmn-io/properties-panel/preact/hooks';
import { bo, definitionsOf, eventDefinition, is, optionKey, optionLabel, processOf, useEditing, variablesOf } from './facts.js';
import { Choice, Field, Line, Note, Tick, entry } from './entries.jsx';

// A message, error or escalation stands once at the top of the file; who waits for it refers to it.
function rootChoice({ element, node, ref, type, naming, label, description, offered }) {
  const roots = () => definitionsOf(node).get('rootElements').filter(root => root.$instanceOf(type));
  const choose = (name, { create, step, together }) => {
    const known = roots().find(root => root[naming] === name);
    if (!name) return together([step(node, { [ref]: undefined })]);
    if (known) return together([step(node, { [ref]: known })]);
    const definitions = definitionsOf(node);
    const taken = new Set(definitions.get('rootElements').map(root => root.id));
    let id = `${name.replace(/\W/g, '') || 'x'}${type.slice('bpmn:'.length)}`;
    while (taken.has(id)) id += '_';
    const made = create(type, { id, name, ...(naming === 'name' ? {} : { [naming]: name }) }, definitions);
    return together([step(definitions, { rootElements: [...definitions.get('rootElements'), made] }), step(node, { [ref]: made })]);
  };
  return entry(ref, Choice, {
    element, label, description, none: 'choose …', get: () => node[ref]?.[naming] ?? node[ref]?.id,
    options: editing => { const given = offered(editing); return [...given, ...roots().filter(root => root[naming] && !given.some(one => optionKey(one) === root[naming])).map(root => ({ key: root[naming], label: root[naming] }))]; },
    set: choose,
  });
}

const messages = ({ catalogue }) => (catalogue.messages ?? []).map(message => ({ key: optionKey(message), label: optionLabel(message) }));

// One that is thrown somewhere in the process can be caught; a new one is named by writing.
function code({ element, node, ref, type, label }) {
  const naming = type === 'bpmn:Error' ? 'errorCode' : 'escalationCode';
  return entry(ref, Line, {
    element, label, description: 'The same code where it happens and where it is caught.', check: (value, translate) => (!value || /^[\w.-]+$/.test(value) ? undefined : translate('Use letters, digits, hyphens and dots, and begin with a letter.')),
    get: () => node[ref]?.[naming] ?? node[ref]?.id,
    set: (value, { create, step, together }) => {
      const definitions = definitionsOf(node);
      const known = definitions.get('rootElements').find(root => root.$instanceOf(type) && root[naming] === value);
      if (!value || known) return together([step(node, { [ref]: known })]);
      const mine = node[ref] && definitions.get('rootElements').includes(node[ref]) && node[ref];
      if (mine && !usedElsewhere(definitions, mine, node, ref)) return together([step(mine, { [naming]: value, name: value })]);
      const made = create(type, { id: `${value.replace(/\W/g, '')}${type.slice('bpmn:'.length)}`, name: value, [naming]: value }, definitions);
      return together([step(definitions, { rootElements: [...definitions.get('rootElements'), made] }), step(node, { [ref]: made })]);
    },
  });
}

function usedElsewhere(definitions, root, node, ref) {
  const within = container => (container.flowElements ?? []).some(element => (element.eventDefinitions ?? []).some(one => one !== node && one[ref] === root) || within(element));
  return definitions.get('rootElements').some(within);
}

const KINDS = [['timeDuration', 'after a time'], ['timeDate', 'at a point in time'], ['timeCycle', 'again and again']];
const UNITS = [['M', 'minutes', 'T'], ['H', 'hours', 'T'], ['D', 'days', '']];

function duration(text) {
  const match = /^P(?:(\d+)D|T(\d+)H|T(\d+)M)$/.exec(text ?? '');
  return match && { count: match[1] ?? match[2] ?? match[3], unit: match[1] ? 'D' : match[2] ? 'H' : 'M' };
}
const written = (count, unit) => `P${unit === 'D' ? '' : 'T'}${count}${unit}`;

// A number and a unit; what is more than that is written as it stands.
function Span({ value, onChange, translate }) {
  const parts = duration(value);
  const [raw, setRaw] = useState(Boolean(value) && !parts);
  if (raw || (value && !parts)) {
    return <div class="line"><Field value={value} spellcheck={false} placeholder="PT30M" aria-label={translate('Duration')} onChange={onChange} /><button type="button" class="btn small" onClick={() => { setRaw(false); onChange('PT1H'); }}>{translate('simple')}</button></div>;
  }
  const { count, unit } = parts ?? { count: '', unit: 'H' };
  return (
    <div class="line">
      <Field type="number" min="1" value={count} aria-label={translate('How many')} onChange={next => (/^[1-9]\d*$/.test(next) ? onChange(written(next, unit)) : undefined)} />
      <select class="bio-properties-panel-input" value={unit} aria-label={translate('Unit')} onChange={event => onChange(written(count || 1, event.target.value))}>{UNITS.map(([key, name]) => <option value={key} key={key}>{translate(name)}</option>)}</select>
      <button type="button" class="btn small" title={translate('Write it as a duration or a variable')} onClick={() => setRaw(true)}>…</button>
    </div>
  );
}

function Cycle({ value, onChange, translate }) {
  const match = /^R(\d+)\/(.+)$/.exec(value ?? '');
  const [times, span] = match ? [match[1], match[2]] : ['3', 'PT1H'];
  if (value && !match) return <Field value={value} spellcheck={false} onChange={onChange} aria-label={translate('Cycle')} />;
  return (
    <>
      <div class="line"><Field type="number" min="1" max="100" value={times} aria-label={translate('How many times')} onChange={next => (/^([1-9]\d?|100)$/.test(next) ? onChange(`R${next}/${span}`) : undefined)} /><span class="unit">{translate('times, every')}</span></div>
      <Span value={span} translate={translate} onChange={next => onChange(`R${times}/${next}`)} />
    </>
  );
}

function Timer({ element, id, node }) {
  const editing = useEditing(element);
  const { translate, create, update, catalogue } = editing;
  const kind = KINDS.find(([name]) => node[name])?.[0] ?? '';
  const value = kind && node[kind].body;
  const [asked, setAsked] = useState();
  const shown = kind || asked || '';
  const put = (name, body) => {
    const cleared = Object.fromEntries(KINDS.filter(([other]) => other !== name && node[other]).map(([other]) => [other, undefined]));
    if (node[name] && !Object.keys(cleared).length) return update(node[name], { body });
    return update(node, { ...cleared, [name]: create('bpmn:FormalExpression', { body }, node) });
  };
  const dates = variablesOf(processOf(bo(element)), catalogue).filter(variable => variable.type === 'date');
  return (
    <div class="bio-properties-panel-entry timer" data-entry-id={id}>
      <label class="bio-properties-panel-label" for="timer-kind">{translate('Fires')}</label>
      <select id="timer-kind" class="bio-properties-panel-input" value={shown} onChange={event => {
        const name = event.target.value;
        setAsked(name);
        if (name === 'timeDuration') put(name, 'PT1H');
        if (name === 'timeCycle') put(name, 'R3/PT1H');
        if (name === 'timeDate' && dates.length) put(name, `\${${dates[0].name}}`);
      }}>
        {!kind && <option value="">{translate('choose …')}</option>}
        {KINDS.map(([name, label]) => <option value={name} key={name}>{translate(label)}</option>)}
      </select>
      {shown === 'timeDuration' && <Span value={value} translate={translate} onChange={next => put('timeDuration', next)} />}
      {shown === 'timeCycle' && <Cycle value={value} translate={translate} onChange={next => put('timeCycle', next)} />}
      {shown === 'timeDate' && (
        <>
          <Field value={value} list="timer-dates" placeholder="2026-12-24T08:00:00Z" aria-label={translate('Point in time')} onChange={next => put('timeDate', next)} />
          <datalist id="timer-dates">{dates.map(variable => <option value={`\${${variable.name}}`} key={variable.name}>{variable.label}</option>)}</datalist>
        </>
      )}
      {shown === 'timeCycle' && is(element, 'bpmn:BoundaryEvent') && bo(element).cancelActivity !== false && <div class="bio-properties-panel-description">{translate('An event that interrupts fires only once.')}</div>}
    </div>
  );
}

export function events(element) {
  const node = bo(element);
  if (is(element, 'bpmn:ReceiveTask')) return [rootChoice({ element, node, ref: 'messageRef', type: 'bpmn:Message', naming: 'name', label: 'Waits for the message', offered: messages })];
  if (!is(element, 'bpmn:Event')) return [];
  const found = [];
  const message = eventDefinition(element, 'bpmn:MessageEventDefinition');
  const timer = eventDefinition(element, 'bpmn:TimerEventDefinition');
  const error = eventDefinition(element, 'bpmn:ErrorEventDefinition');
  const escalation = eventDefinition(element, 'bpmn:EscalationEventDefinition');
  const signal = eventDefinition(element, 'bpmn:SignalEventDefinition');
  if (message) found.push(rootChoice({ element, node: message, ref: 'messageRef', type: 'bpmn:Message', naming: 'name', label: 'Waits for the message', offered: messages }));
  if (timer) found.push(entry('timer', Timer, { node: timer }));
  if (error) found.push(code({ element, node: error, ref: 'errorRef', type: 'bpmn:Error', label: 'Error code' }));
  if (escalation) found.push(code({ element, node: escalation, ref: 'escalationRef', type: 'bpmn:Escalation', label: 'Escalation code' }));
  if (signal) found.push(rootChoice({ element, node: signal, ref: 'signalRef', type: 'bpmn:Signal', naming: 'name', label: 'Signal', offered: () => [] }));
  if (eventDefinition(element, 'bpmn:TerminateEventDefinition')) found.push(entry('terminate', Note, { element, text: 'Everything that still waits in this process ends here.' }));
  if (is(element, 'bpmn:BoundaryEvent')) found.push(entry('cancelActivity', Tick, { element, label: 'Interrupts what it stands on', get: () => node.cancelActivity !== false, set: (cancelActivity, { setProperties }) => setProperties({ cancelActivity }) }));
  if (is(element, 'bpmn:StartEvent') && node.$parent?.triggeredByEvent) found.push(entry('isInterrupting', Tick, { element, label: 'Interrupts what runs beside it', get: () => node.isInterrupting !== false, set: (isInterrupting, { setProperties }) => setProperties({ isInterrupting }) }));
  return found;
}
