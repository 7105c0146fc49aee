// Brings a part of the page up to date without taking away what somebody is typing: forms that hold something typed, or
// the cursor, stay as they are, and so does what was opened, drawn or scrolled.

const FIELDS = 'input:not([type=hidden]), textarea, select';

function typed(field) {
  if (field.matches('[type=checkbox], [type=radio]')) return field.checked !== field.defaultChecked;
  if (field.matches('select')) {
    const options = [...field.options];
    return options.some(option => option.defaultSelected) ? options.some(option => option.selected !== option.defaultSelected) : field.selectedIndex > 0;
  }
  return field.value !== field.defaultValue;
}

/** Whether somebody is in the middle of something there. */
export function busy(part) {
  const fields = part.matches(FIELDS) ? [part] : [...part.querySelectorAll(FIELDS)];
  return fields.some(field => field === document.activeElement || typed(field));
}

// A form that was refused comes back at its own address, with what was typed as if it had always stood there.
function refused(form) {
  if (form.method !== 'post') return false;
  const goals = [form.getAttribute('action'), ...[...form.querySelectorAll('[formaction]')].map(button => button.getAttribute('formaction'))];
  return goals.some(goal => goal && new URL(goal, location.href).pathname === location.pathname);
}

const kept = node => node.nodeType === Node.ELEMENT_NODE && (node.hasAttribute('data-drawn') || node.hasAttribute('data-kept') || (node.tagName === 'FORM' && (busy(node) || refused(node))));
const key = node => (node.nodeType === Node.ELEMENT_NODE && node.id) || null;
const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && key(one) === key(other);

function attributes(now, next) {
  for (const { name } of [...now.attributes]) {
    if (!next.hasAttribute(name) && !(name === 'open' && now.tagName === 'DETAILS')) now.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) {
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
}

export function morph(now, next) {
  if (kept(now) || now.isEqualNode(next)) return;
  if (now.nodeType !== Node.ELEMENT_NODE) {
    now.nodeValue = next.nodeValue;
    return;
  }
  attributes(now, next);
  if (now.tagName === 'TEXTAREA') now.value = now.defaultValue = next.defaultValue;
  else children(now, next);
}

function children(now, next) {
  let at = now.firstChild;
  for (const wanted of [...next.childNodes]) {
    const found = match(at, wanted);
    if (!found && waits(now, key(wanted))) continue;
    if (!found) {
      now.insertBefore(document.importNode(wanted, true), at);
      continue;
    }
    // What stands between and is not wanted goes; what somebody types in waits at its place.
    while (at !== found) at = drop(at);
    at = found.nextSibling;
    morph(found, wanted);
  }
  while (at) at = drop(at);
}

// Something that was kept though others have moved before it.
const waits = (within, id) => id && [...within.children].some(child => child.id === id);

function match(from, wanted) {
  for (let node = from; node; node = node.nextSibling) {
    if (node.nodeType === Node.ELEMENT_NODE && node.hasAttribute('data-kept')) continue;
    if (alike(node, wanted)) return node;
    if (!key(wanted) && key(node)) return null;
    if (!key(wanted) && node.nodeType === wanted.nodeType) return null;
  }
  return null;
}

function drop(node) {
  const after = node.nextSibling;
  if (!(node.nodeType === Node.ELEMENT_NODE && (kept(node) || busy(node)))) node.remove();
  return after;
}
