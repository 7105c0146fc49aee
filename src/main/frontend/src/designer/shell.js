// What is around the drawing: the bar above, the properties beside, the problems below.
import { make } from './dialogs.js';

const ICONS = {
  undo: 'M7 7H4V4m0 3a7 7 0 1 1-1 5', redo: 'M11 7h3V4m0 3a7 7 0 1 0 1 5', in: 'M8 4v8M4 8h8', out: 'M4 8h8',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3', map: 'M2 3h12v10H2zM9 8h5v5H9z', find: 'M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2m4 9 3 3',
  left: 'M2 2v12M5 4h8v3H5zM5 9h5v3H5z', centre: 'M8 2v12M3 4h10v3H3zM5 9h6v3H5z', right: 'M14 2v12M3 4h8v3H3zM6 9h5v3H6z',
  top: 'M2 2h12M4 5h3v8H4zM9 5h3v5H9z', middle: 'M2 8h12M4 3h3v10H4zM9 5h3v6H9z', bottom: 'M2 14h12M4 3h3v8H4zM9 6h3v5H9z',
  across: 'M2 2v12M14 2v12M6 5h4v6H6z', down: 'M2 2h12M2 14h12M5 6h6v4H5z', keys: 'M2 4h12v8H2zM4 7h1M7 7h1M10 7h1M5 10h6',
};

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

const KEYS = [
  ['Ctrl S', 'Save'], ['Ctrl Z', 'Undo'], ['Ctrl Y', 'Redo'], ['Ctrl C / V', 'Copy and paste'], ['Ctrl D', 'Duplicate'], ['Ctrl F', 'Search'], ['Del', 'Delete'],
  ['N', 'Create an element'], ['A', 'Append an element'], ['R', 'Change the element'], ['E', 'Edit the name'], ['H', 'Hand'], ['L', 'Select with a frame'], ['S', 'Make or take away space'], ['C', 'Connect'],
  ['↑ ↓ ← →', 'Move'], ['Ctrl + / −', 'Zoom'], ['Ctrl 0', 'Original size'],
];

function menu(label, entries, name) {
  const details = make('details', { class: 'drop menu', 'data-menu': name },
    make('summary', { class: 'btn small' }, label),
    make('div', { class: 'panel' }, ...entries.map(([text, act]) => make('button', { type: 'button', onclick: () => { details.open = false; act(); } }, text))));
  details.addEventListener('focusout', event => { if (!details.contains(event.relatedTarget)) details.open = false; });
  return details;
}

function arranging(tool) {
  const align = [['left', 'Align left'], ['center', 'Align centres'], ['right', 'Align right'], ['top', 'Align top'], ['middle', 'Align middles'], ['bottom', 'Align bottom']];
  const names = { center: 'centre' };
  return [
    ...align.map(([type, title]) => tool(names[type] ?? type, title, designer => designer.act('alignElements', { type }))),
    tool('across', 'Same distance, across', designer => designer.act('distributeElements', { type: 'horizontal' })),
    tool('down', 'Same distance, down', designer => designer.act('distributeElements', { type: 'vertical' })),
  ];
}

function bar(parts, t, designer) {
  const tool = (name, title, act) => make('button', { type: 'button', class: 'tool', title: t(title), 'aria-label': t(title), onclick: () => act(designer) }, icon(name));
  parts.undo = tool('undo', 'Undo', () => designer.act('undo'));
  parts.redo = tool('redo', 'Redo', () => designer.act('redo'));
  parts.file = make('input', { type: 'file', accept: '.bpmn,.xml', hidden: true, 'aria-label': t('Open a file'), onchange: event => { const [file] = event.target.files; event.target.value = ''; if (file) designer.open(file); } });
  parts.save = make('button', { type: 'button', class: 'btn go small', disabled: true, onclick: () => designer.save() }, t('Save'));
  parts.check = make('button', { type: 'button', class: 'btn small', onclick: () => designer.check() }, t('Check'));
  parts.exports = menu(t('Export'), [['BPMN', () => designer.export('xml')], ['SVG', () => designer.export('svg')], ['PNG', () => designer.export('png')]], 'export');
  parts.openFile = make('button', { type: 'button', class: 'btn small edit', title: t('Or drop it onto the drawing'), onclick: () => parts.file.click() }, t('Open a file'));
  parts.bar = make('div', { class: 'designer-bar', role: 'toolbar', 'aria-label': t('Tools') },
    make('span', { class: 'group edit' }, parts.undo, parts.redo),
    make('span', { class: 'group edit' }, ...arranging(tool)),
    make('span', { class: 'group' }, tool('out', 'Smaller', () => designer.zoom('out')), tool('in', 'Larger', () => designer.zoom('in')), tool('fit', 'All of it', () => designer.zoom('fit')), tool('map', 'Overview', () => designer.minimap()), tool('find', 'Search', () => designer.find()), tool('keys', 'Keys', () => parts.keys.showModal())),
    make('span', { class: 'grow' }), parts.status, parts.file, parts.openFile, parts.exports, parts.check, parts.save);
}

function keys(t) {
  const dialog = make('dialog', { class: 'ask', 'aria-label': t('Keys') }, make('h2', {}, t('Keys')),
    make('dl', { class: 'facts' }, ...KEYS.flatMap(([key, what]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, t(what))])),
    make('div', { class: 'row' }, make('button', { type: 'button', class: 'btn', onclick: () => dialog.close() }, t('Close'))));
  return dialog;
}

// The properties may be made wider; the width is remembered here.
function widen(handle, host) {
  const set = width => {
    const held = Math.min(640, Math.max(260, width));
    host.style.setProperty('--properties', `${held}px`);
    handle.setAttribute('aria-valuenow', held);
  };
  set(340);
  const now = () => parseInt(getComputedStyle(host).getPropertyValue('--properties'), 10);
  const keep = () => { try { localStorage.setItem('designer.properties', String(now())); } catch { /* without storage it is the usual width */ } };
  try { if (localStorage.getItem('designer.properties')) set(Number(localStorage.getItem('designer.properties'))); } catch { /* as above */ }
  handle.addEventListener('pointerdown', event => {
    handle.setPointerCapture(event.pointerId);
    const [from, width] = [event.clientX, now()];
    const move = next => set(width + from - next.clientX);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', () => { handle.removeEventListener('pointermove', move); keep(); }, { once: true });
  });
  handle.addEventListener('keydown', event => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    set(now() + (event.key === 'ArrowLeft' ? 20 : -20));
    keep();
  });
}

export function shell(host, t, designer) {
  const parts = {
    status: make('span', { class: 'said-status', role: 'status' }),
    notice: make('div', { class: 'designer-notice', hidden: true, role: 'status' }),
    canvas: make('div', { class: 'designer-canvas', 'data-drop': t('Drop the file to open it') }),
    panel: make('fieldset', { class: 'designer-properties', 'aria-label': t('Properties') }),
    summary: make('span', { class: 'chip' }),
    problems: make('ol', { class: 'designer-problems' }),
    keys: keys(t),
  };
  bar(parts, t, designer);
  parts.handle = make('div', { class: 'designer-handle', role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-valuemin': '260', 'aria-valuemax': '640', 'aria-label': t('Width of the properties') });
  parts.below = make('details', { class: 'designer-below' }, make('summary', {}, t('Problems'), ' ', parts.summary, make('span', { class: 'old' }, t('changed since the check'))), parts.problems);
  parts.beside = make('div', { class: 'designer-panel' }, parts.panel);
  host.replaceChildren(parts.bar, parts.notice, parts.canvas, parts.handle, parts.beside, parts.below, parts.keys);
  widen(parts.handle, host);
  parts.openProblems = () => { parts.below.open = true; };
  parts.showPanel = () => parts.panel.scrollIntoView?.({ block: 'nearest' });
  parts.update = ({ unsaved, readonly, undo, redo }) => {
    host.classList.toggle('readonly', readonly);
    // Where no field can be reached by keys, what scrolls can.
    parts.beside.toggleAttribute('tabindex', readonly);
    if (readonly) parts.beside.tabIndex = 0;
    host.classList.toggle('unsaved', unsaved);
    parts.undo.disabled = !undo;
    parts.redo.disabled = !redo;
    parts.save.disabled = !unsaved;
    parts.save.hidden = readonly && !unsaved;
    parts.check.hidden = readonly && !unsaved && !parts.notice.hidden && parts.notice.classList.contains('warn');
    if (unsaved && parts.status.textContent === t('Saved.')) parts.status.textContent = '';
  };
  parts.explain = (reasons, locked, small, back) => {
    const title = reasons.length ? t('Only for reading: something of this file would be lost by saving it here.') : locked ? t('Only for reading: {reason}', { reason: locked }) : small ? t('For looking. To draw, open it on a wider screen.') : '';
    parts.notice.hidden = !title;
    parts.notice.className = `designer-notice ${reasons.length ? 'warn' : ''}`;
    parts.notice.replaceChildren(make('b', {}, title), reasons.length ? make('ul', {}, ...reasons.map(reason => make('li', {}, reason))) : '', reasons.length && back ? make('button', { type: 'button', class: 'btn small', onclick: back }, t('Back to the draft')) : '');
  };
  parts.failed = text => {
    parts.notice.hidden = false;
    parts.notice.className = 'designer-notice late';
    parts.notice.replaceChildren(make('b', {}, text));
  };
  return parts;
}
