import { bo, useEditing } from './facts.js';
import { entry } from './entries.jsx';

// Extension elements that another group shows.
const SHOWN = new Set(['flowable:formProperty', 'flowable:in', 'flowable:out', 'flowable:failedJobRetryTimeCycle']);
const SHOWN_ATTRIBUTES = new Set(['assignee', 'candidateGroups', 'candidateUsers', 'dueDate', 'priority', 'category', 'owner', 'formKey', 'delegateExpression', 'class', 'expression', 'type', 'resultVariable', 'resultVariableName', 'inheritBusinessKey', 'inheritVariables', 'async', 'exclusive', 'calledElementType']);

function attributesOf(node) {
  const known = node.$descriptor.properties.filter(property => property.ns.prefix === 'flowable' && property.isAttr && !SHOWN_ATTRIBUTES.has(property.ns.localName) && node.get(property.name) !== undefined);
  const own = Object.keys(node.$attrs).filter(name => !name.startsWith('xmlns') && !name.startsWith('$') && name.includes(':'));
  return [...known.map(property => property.name), ...own];
}

const elementsOf = node => (node.extensionElements?.get('values') ?? []).filter(value => !SHOWN.has(value.$type));

// What stands in the file though no field shows it: it is kept, and can be taken out.
function AlsoThere({ element, id }) {
  const editing = useEditing(element);
  const { translate, setProperties, removeExtension, editable } = editing;
  const node = bo(element);
  const remove = translate('Remove');
  return (
    <div class="bio-properties-panel-entry also-there" data-entry-id={id}>
      <p class="bio-properties-panel-description">{translate('It is kept when you save. Relevo runs only what the fields above show; the check says what has to go.')}</p>
      <ul>
        {attributesOf(node).map(name => <li key={name}><code>{name}</code> <span>{String(node.get(name))}</span>{editable && <button type="button" class="icon" title={remove} aria-label={`${remove}: ${name}`} onClick={() => setProperties({ [name]: undefined })}>×</button>}</li>)}
        {elementsOf(node).map((value, at) => <li key={at}><code>{value.$type}</code> <span>{value.name ?? value.event ?? value.body ?? ''}</span>{editable && <button type="button" class="icon" title={remove} aria-label={`${remove}: ${value.$type}`} onClick={() => removeExtension(value)}>×</button>}</li>)}
      </ul>
    </div>
  );
}

export function alsoThere(element) {
  const node = bo(element);
  if (!node.$descriptor || (!attributesOf(node).length && !elementsOf(node).length)) return [];
  return [entry('also-there', AlsoThere)];
}
