// The parts that property groups are made of.
import { useState } from '@bpmn-io/properties-panel/preact/hooks';
import { CheckboxEntry, SelectEntry, TextAreaEntry, TextFieldEntry, isCheckboxEntryEdited, isSelectEntryEdited, isTextAreaEntryEdited, isTextFieldEntryEdited, useDebounce } from '@bpmn-io/properties-panel';
import { useService } from 'bpmn-js-properties-panel';
import { optionKey, optionLabel, useEditing } from './facts.js';

const plainDebounce = change => change;

function useProps({ element, label, description, placeholder }) {
  const editing = useEditing(element);
  const debounce = useService('debounceInput', false) ?? plainDebounce;
  const say = text => text && editing.translate(text);
  return { editing, debounce, label: say(label), description: say(description), placeholder: say(placeholder) };
}

/** A line of text: `get` and `set` say where it stands, `check` what is wrong with it. */
export function Line(props) {
  const { element, id, get, set, check, rows } = props;
  const { editing, ...shown } = useProps(props);
  const Entry = rows ? TextAreaEntry : TextFieldEntry;
  const change = (value, problem) => { if (!problem) set(value || undefined, editing); };
  return <Entry element={element} id={id} rows={rows} autoResize={Boolean(rows)} getValue={() => get() ?? ''} setValue={change} validate={check && (value => check(value, editing.translate))} disabled={!editing.editable} translate={editing.translate} {...shown} />;
}

export function Tick(props) {
  const { element, id, get, set } = props;
  const { editing, ...shown } = useProps(props);
  return <CheckboxEntry element={element} id={id} getValue={() => Boolean(get())} setValue={value => set(value, editing)} disabled={!editing.editable} {...shown} />;
}

/** One of several; what stands in the model stays choosable even if nobody knows it. */
export function Choice(props) {
  const { element, id, get, set, options, none } = props;
  const { editing, debounce, ...shown } = useProps(props);
  const listed = () => {
    const known = options(editing).map(option => ({ value: optionKey(option), label: optionLabel(option) }));
    const now = get();
    const unknown = now && !known.some(option => option.value === now) ? [{ value: now, label: editing.translate('{name} (unknown)', { name: now }) }] : [];
    return [...(none === undefined ? [] : [{ value: '', label: editing.translate(none) }]), ...known, ...unknown];
  };
  return <SelectEntry element={element} id={id} getOptions={listed} getValue={() => get() ?? ''} setValue={value => set(value || undefined, editing)} disabled={!editing.editable} {...shown} />;
}

/** Several of many, as labels that can be taken away, and a field that proposes more. */
export function Labels({ element, id, label, description, get, set, options, placeholder }) {
  const editing = useEditing(element);
  const { translate } = editing;
  const [text, setText] = useState('');
  const chosen = (get() ?? '').split(',').map(part => part.trim()).filter(Boolean);
  const known = options(editing);
  const nameOf = key => { const option = known.find(one => optionKey(one) === key); return option ? optionLabel(option) : key; };
  const put = keys => set(keys.join(',') || undefined, editing);
  const add = value => {
    const option = known.find(one => optionLabel(one) === value || optionKey(one) === value);
    if (!option && !/^[\w.@$#{}-]+$/.test(value)) return setText(value);
    setText('');
    const key = option ? optionKey(option) : value;
    if (!chosen.includes(key)) put([...chosen, key]);
  };
  const left = known.filter(option => !chosen.includes(optionKey(option)));
  const typed = value => (left.some(option => optionLabel(option) === value) ? add(value) : setText(value));
  return (
    <div class="bio-properties-panel-entry" data-entry-id={id}>
      <label class="bio-properties-panel-label" for={`field-${id}`}>{translate(label)}</label>
      <div class="labels">
        {chosen.map(key => (
          <span class={known.some(one => optionKey(one) === key) ? 'label' : 'label unknown'} key={key}>{nameOf(key)}
            <button type="button" title={translate('Remove {name}', { name: nameOf(key) })} aria-label={translate('Remove {name}', { name: nameOf(key) })} onClick={() => put(chosen.filter(one => one !== key))}>×</button></span>
        ))}
        <input id={`field-${id}`} list={`list-${id}`} value={text} disabled={!editing.editable} placeholder={translate(placeholder ?? 'Add …')} autocomplete="off"
          onInput={event => typed(event.target.value)} onKeyDown={event => {
            if (event.key === 'Enter' && text.trim()) { event.preventDefault(); add(text.trim()); }
            if (event.key === 'Backspace' && !text && chosen.length) put(chosen.slice(0, -1));
          }} onBlur={() => text.trim() && add(text.trim())} />
        <datalist id={`list-${id}`}>{left.map(option => <option value={optionLabel(option)} key={optionKey(option)}>{optionKey(option)}</option>)}</datalist>
      </div>
      {description && <div class="bio-properties-panel-description">{translate(description)}</div>}
    </div>
  );
}

/** A plain field inside of an entry of several parts; it tells its value when it is left or after a pause. */
export function Field({ value, onChange, ...rest }) {
  const debounce = useService('debounceInput', false) ?? plainDebounce;
  const later = useDebounce(onChange, debounce);
  return <input class="bio-properties-panel-input" value={value ?? ''} onInput={event => later(event.target.value)} autocomplete="off" {...rest} />;
}

export const Note = ({ id, element, text, values, kind = '' }) => <div class={`bio-properties-panel-entry note ${kind}`} data-entry-id={id}>{useEditing(element).translate(text, values)}</div>;

const edited = new Map([[Line, node => isTextFieldEntryEdited(node) || isTextAreaEntryEdited(node)], [Tick, isCheckboxEntryEdited], [Choice, isSelectEntryEdited]]);

/** An entry of a group: which part shows it, and what that part needs to know. */
export const entry = (id, component, props = {}) => ({ ...props, id, component, isEdited: edited.get(component) ?? (() => false) });
