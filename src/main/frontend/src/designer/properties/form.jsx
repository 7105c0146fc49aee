import { useState } from '@bpmn-io/properties-panel/preact/hooks';
import { bo, extensions, is, useEditing } from './facts.js';
import { Field, entry } from './entries.jsx';

const TYPES = [['string', 'Text'], ['long', 'Whole number'], ['double', 'Number'], ['boolean', 'Yes or no'], ['date', 'Date'], ['enum', 'One of several']];
const yes = value => value === true || value === 'true';

// The id is a name that conditions use: made of the label, until somebody writes another.
export function idFrom(label, taken) {
  const words = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  const base = words.map((word, at) => (at ? word[0].toUpperCase() + word.slice(1) : word)).join('').replace(/^\d+/, '').slice(0, 40) || 'field';
  let id = base;
  for (let count = 2; taken.includes(id); count++) id = `${base}${count}`;
  return id;
}

function Values({ field, editing }) {
  const { translate, update, create } = editing;
  const values = field.get('values') ?? [];
  const put = next => update(field, { values: next });
  const rename = (value, name) => update(value, { name, ...(value.id ? {} : { id: idFrom(name, values.map(one => one.id)) }) });
  const add = () => put([...values, create('flowable:value', { id: idFrom(translate('choice'), values.map(one => one.id)), name: '' }, field)]);
  return (
    <div class="choices-of">
      <div class="bio-properties-panel-label">{translate('To choose from')}</div>
      {values.map((value, at) => (
        <div class="line" key={at}>
          <Field value={value.name} placeholder={translate('Label')} aria-label={translate('Label')} onChange={name => rename(value, name)} />
          <Field value={value.id} aria-label={translate('Value')} title={translate('Value')} onChange={id => id && update(value, { id })} />
          <button type="button" class="icon" title={translate('Remove')} aria-label={translate('Remove')} onClick={() => put(values.filter(one => one !== value))}>×</button>
        </div>
      ))}
      <button type="button" class="btn small" onClick={add}>{translate('Add a choice')}</button>
    </div>
  );
}

function Details({ field, editing, fields, element }) {
  const { translate, update } = editing;
  const set = properties => update(field, properties);
  const node = bo(element);
  const move = by => {
    const values = [...node.extensionElements.get('values')];
    const from = values.indexOf(field);
    const to = values.indexOf(fields[fields.indexOf(field) + by]);
    if (to < 0) return;
    values.splice(to, 0, ...values.splice(from, 1));
    update(node.extensionElements, { values });
  };
  const said = field.readable !== undefined || field.writable !== undefined || field.expression || field.default || field.variable;
  return (
    <div class="details">
      <label>{translate('Label')}<Field value={field.name} onChange={name => set({ name })} /></label>
      <label>{translate('Variable')}<Field value={field.id} spellcheck={false} onChange={id => /^[A-Za-z]\w*$/.test(id) && !fields.some(one => one !== field && one.id === id) && set({ id })} /></label>
      <label>{translate('Kind')}<select class="bio-properties-panel-input" value={field.type ?? 'string'} onChange={event => set({ type: event.target.value })}>{TYPES.map(([type, name]) => <option value={type} key={type}>{translate(name)}</option>)}{!TYPES.some(([type]) => type === (field.type ?? 'string')) && <option value={field.type}>{field.type}</option>}</select></label>
      <label class="tick"><input type="checkbox" checked={yes(field.required)} onChange={event => set({ required: String(event.target.checked) })} /> {translate('Has to be filled in')}</label>
      <label class="tick"><input type="checkbox" checked={field.writable !== undefined && !yes(field.writable)} onChange={event => set({ writable: event.target.checked ? 'false' : undefined })} /> {translate('Only to read')}</label>
      {(field.type === 'enum') && <Values field={field} editing={editing} />}
      {said && field.default !== undefined && <label>{translate('Filled in before')}<Field value={field.default} onChange={value => set({ default: value || undefined })} /></label>}
      <div class="line">
        <button type="button" class="btn small" disabled={fields[0] === field} onClick={() => move(-1)} aria-label={translate('Up')}>↑</button>
        <button type="button" class="btn small" disabled={fields.at(-1) === field} onClick={() => move(1)} aria-label={translate('Down')}>↓</button>
        <button type="button" class="btn small danger" onClick={() => editing.removeExtension(field)}>{translate('Remove')}</button>
      </div>
    </div>
  );
}

// The inbox gives room for what is called like this.
const LONG = /(text|summary|description|note|cause|words|reason|position|question)$/i;

// The form as the person who has the task will see it.
function Preview({ fields, translate }) {
  return (
    <div class="preview" inert>
      {fields.filter(field => field.readable === undefined || yes(field.readable)).map(field => {
        const name = <span>{field.name || field.id}{yes(field.required) && <i> *</i>}</span>;
        const readonly = field.writable !== undefined && !yes(field.writable);
        if (field.type === 'boolean') return <label class="tick" key={field.id}><input type="checkbox" disabled={readonly} /> {name}</label>;
        if (field.type === 'enum') return <label key={field.id}>{name}<select disabled={readonly}><option>{translate('choose …')}</option>{(field.get('values') ?? []).map(value => <option key={value.id}>{value.name || value.id}</option>)}</select></label>;
        if (field.type === 'date') return <label key={field.id}>{name}<input type="date" disabled={readonly} /></label>;
        if (field.type === 'long' || field.type === 'double') return <label key={field.id}>{name}<input inputMode="decimal" disabled={readonly} /></label>;
        return <label key={field.id}>{name}{LONG.test(field.id) ? <textarea rows={2} disabled={readonly} /> : <input disabled={readonly} />}</label>;
      })}
      <span class="btn go small">{translate('Complete')}</span>
    </div>
  );
}

function Form({ element, id }) {
  const editing = useEditing(element);
  const { translate } = editing;
  const fields = extensions(bo(element), 'flowable:formProperty');
  const [open, setOpen] = useState();
  const [shown, setShown] = useState(!editing.editable);
  const add = () => setOpen(editing.addExtension('flowable:formProperty', { id: idFrom(translate('field'), fields.map(field => field.id)), name: translate('New field'), type: 'string', required: 'false' }));
  return (
    <div class="bio-properties-panel-entry form-fields" data-entry-id={id}>
      {fields.length > 0 && (
        <table>
          <thead><tr><th>{translate('Label')}</th><th>{translate('Kind')}</th><th title={translate('Has to be filled in')}>*</th></tr></thead>
          <tbody>
            {fields.map(field => [
              <tr key={field.id} class={field === open ? 'sel' : ''}>
                <td><button type="button" aria-expanded={field === open} onClick={() => setOpen(field === open ? undefined : field)}>{field.name || field.id}<small>{field.id}</small></button></td>
                <td>{translate(TYPES.find(([type]) => type === (field.type ?? 'string'))?.[1] ?? field.type)}</td>
                <td>{yes(field.required) ? '✓' : ''}</td>
              </tr>,
              field === open && <tr key={`${field.id}-details`}><td colSpan={3}><Details field={field} fields={fields} editing={editing} element={element} /></td></tr>,
            ])}
          </tbody>
        </table>
      )}
      {!fields.length && <p class="bio-properties-panel-description">{translate('Nothing is asked. Without a form the task is only confirmed.')}</p>}
      <div class="line">
        {editing.editable && <button type="button" class="btn small" onClick={add}>{translate('Add a field')}</button>}
        {fields.length > 0 && <button type="button" class="btn small" aria-expanded={shown} onClick={() => setShown(!shown)}>{translate(shown ? 'Hide the preview' : 'Preview')}</button>}
      </div>
      {shown && fields.length > 0 && <Preview fields={fields} translate={translate} />}
    </div>
  );
}

export function form(element) {
  if (!is(element, 'bpmn:UserTask') && !(is(element, 'bpmn:StartEvent') && extensions(bo(element), 'flowable:formProperty').length)) return [];
  return [entry('form-fields', Form)];
}
