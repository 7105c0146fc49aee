// What makes the pages quick: fragments instead of whole pages, live changes, keys. Every page works without it.
import htmx from 'htmx.org';
import { busy, morph } from './morph.js';

Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
});

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

document.addEventListener('htmx:configRequest', event => {
  const csrf = one('meta[name=csrf]');
  if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
});

// A refusal is a page too: show it in place of what was asked for, and after a sign-out go to the sign-in page.
document.addEventListener('htmx:beforeSwap', event => {
  const { xhr, requestConfig } = event.detail;
  const wanted = new URL(requestConfig.path, location.href).pathname;
  if (xhr.responseURL && new URL(xhr.responseURL).pathname !== wanted && !xhr.responseText.includes('id="frame"')) {
    event.detail.shouldSwap = false;
    if (requestConfig.triggeringEvent?.type !== 'live') location.reload();
  } else if (xhr.status >= 400 && requestConfig.triggeringEvent?.type !== 'live') {
    location.assign(requestConfig.path);
  }
});

// Live: parts that say data-live="topic topic" fetch themselves again when one of their topics has changed.
const touched = part => part.querySelector('details.drop[open]') || (part.contains(document.activeElement) && document.activeElement.matches('input, textarea, select'));
const refresh = part => {
  if (part.dataset.morph) renew(part);
  else if (!touched(part)) htmx.trigger(part, 'live');
};

// A part with data-morph="address" is brought up to date piece by piece, also while somebody types in it.
const renewing = new WeakSet();
const again = new WeakSet();
async function renew(part) {
  if (renewing.has(part)) {
    again.add(part);
    return;
  }
  renewing.add(part);
  try {
    const answer = await fetch(part.dataset.morph, { headers: { Accept: 'text/html' } });
    const next = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
    if (next) {
      morph(part, next);
      htmx.process(part);
      document.dispatchEvent(new CustomEvent('htmx:afterSettle', { detail: { elt: part } }));
    } else if (answer.redirected && !busy(part)) {
      location.reload();
    }
  } catch { /* the connection is gone for now; the next change or the next look tries again */ }
  renewing.delete(part);
  if (again.delete(part)) renew(part);
}
const refreshAll = () => all('[data-live]').forEach(refresh);

let stream;
let pending;
const changed = new Set();
function onChanged(event) {
  changed.add(event.data);
  pending ??= setTimeout(() => {
    all('[data-live]').filter(part => part.dataset.live.split(' ').some(topic => changed.has(topic) || changed.has('*'))).forEach(refresh);
    changed.clear();
    pending = undefined;
  }, 400);
}
function listen() {
  if (document.hidden || !one('[data-live]')) {
    stream?.close();
    stream = undefined;
  } else if (!stream || stream.readyState === EventSource.CLOSED) {
    stream = new EventSource('/live');
    stream.addEventListener('changed', onChanged);
  }
}
if (one('[data-live]')) {
  document.addEventListener('visibilitychange', () => { listen(); if (!document.hidden) refreshAll(); });
  addEventListener('pagehide', () => stream?.close());
  setInterval(() => { if (!document.hidden) { refreshAll(); listen(); } }, 30_000);
  listen();
}

// Keys: / goes to the filter, n raises, j and k walk the list, Ctrl+Enter sends the form one is in.
document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (typing && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest('form');
    form?.requestSubmit(one('button[data-send]', form) ?? undefined);
    return;
  }
  if (typing || !keysOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  const goal = { '/': () => one('[data-filter]')?.focus(), n: () => one('[data-key=n]')?.click(), r: () => one('[data-key=r]')?.click(), j: () => walk(1), k: () => walk(-1) }[event.key];
  if (goal) {
    event.preventDefault();
    goal();
  }
});
// Single keys can be turned off in this browser: they get in the way of speech input.
const KEYS_OFF = 'relevo.keys-off';
function keysOn() {
  try { return !localStorage.getItem(KEYS_OFF); } catch { return true; }
}
all('[data-keys]').forEach(box => {
  box.checked = keysOn();
  box.closest('label').hidden = false;
  box.addEventListener('change', () => {
    try { box.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, 'yes'); } catch { box.checked = true; }
  });
});
function walk(step) {
  const rows = all('a.whole');
  const at = rows.indexOf(document.activeElement);
  rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step))]?.focus();
}

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.method !== 'post') return;
  if (event.target.dataset.sent) return event.preventDefault();
  event.target.dataset.sent = 'yes';
  setTimeout(() => delete event.target.dataset.sent, 8000);
});
// A select in a filter shows its result at once.
document.addEventListener('change', event => {
  if (event.target.matches('.filter select')) event.target.form.requestSubmit();
});
