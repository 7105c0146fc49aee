import { bo, extensions, is, optionKey, optionLabel, useEditing } from './facts.js';
import { Choice, Field, Tick, entry } from './entries.jsx';

// What is handed over, and what comes back: a variable here, a variable there.
function Mapping({ element, id, type, label, from, to }) {
  const editing = useEditing(element);
  const { translate, update } = editing;
  const rows = extensions(bo(element), type);
  return (
    <div class="bio-properties-panel-entry mapping" data-entry-id={id}>
      <div class="bio-properties-panel-label">{translate(label)}</div>
      {rows.map((row, at) => (
        <div class="line" key={at}>
          <Field value={row.source ?? row.sourceExpression} placeholder={translate(from)} aria-label={translate(from)} spellcheck={false} onChange={value => update(row, /[${}]/.test(value) ? { sourceExpression: value, source: undefined } : { source: value, sourceExpression: undefined })} />
          <span class="unit">→</span>
          <Field value={row.target} placeholder={translate(to)} aria-label={translate(to)} spellcheck={false} onChange={target => update(row, { target })} />
          <button type="button" class="icon" title={translate('Remove')} aria-label={translate('Remove')} onClick={() => editing.removeExtension(row)}>×</button>
        </div>
      ))}
      {editing.editable && <button type="button" class="btn small" onClick={() => editing.addExtension(type, { source: '', target: '' })}>{translate('Add a variable')}</button>}
    </div>
  );
}

export function calls(element) {
  if (!is(element, 'bpmn:CallActivity')) return [];
  const node = bo(element);
  const attribute = name => ({ get: () => node.get(`flowable:${name}`) === 'true', set: (value, { setProperties }) => setProperties({ [`flowable:${name}`]: value ? 'true' : undefined }) });
  return [
    entry('calledElement', Choice, {
      element, label: 'Process', none: 'choose …', get: () => node.calledElement, set: (calledElement, { setProperties }) => setProperties({ calledElement }),
      options: ({ catalogue }) => (catalogue.processes ?? []).map(process => ({ key: optionKey(process), label: optionLabel(process) })),
    }),
    entry('inheritBusinessKey', Tick, { element, label: 'Belongs to the same case', ...attribute('inheritBusinessKey') }),
    entry('inheritVariables', Tick, { element, label: 'Knows all variables of this process', ...attribute('inheritVariables') }),
    entry('in', Mapping, { type: 'flowable:in', label: 'Handed over', from: 'here', to: 'there' }),
    entry('out', Mapping, { type: 'flowable:out', label: 'Brought back', from: 'there', to: 'here' }),
  ];
}
