// Draws a process as it stands: <div data-diagram="address of the XML" data-tokens="address of the tokens"></div>.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';

const load = async (address, as) => {
  const answer = await fetch(address, { headers: { Accept: as === 'json' ? 'application/json' : 'application/xml' } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer[as]();
};

const KINDS = ['done', 'taken', 'active'];

// A boundary event listens while its task waits; the token is the task's.
const holdsToken = element => element && element.businessObject.$type !== 'bpmn:BoundaryEvent';

function mark(viewer, tokens) {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  elements.forEach(element => KINDS.forEach(kind => canvas.removeMarker(element.id, `token-${kind}`)));
  overlays.remove({ type: 'token' });
  for (const kind of KINDS) {
    tokens[kind].filter(id => holdsToken(elements.get(id))).forEach(id => canvas.addMarker(id, `token-${kind}`));
  }
  tokens.active.filter(id => holdsToken(elements.get(id))).forEach(id => {
    const dot = document.createElement('div');
    dot.className = 'token';
    overlays.add(id, 'token', { position: { top: -9, right: 9 }, html: dot });
  });
}

// Fits the panel; a small diagram is not blown up beyond what reads well.
function fit(viewer) {
  const canvas = viewer.get('canvas');
  const { clientWidth, clientHeight } = canvas.getContainer();
  // A hidden panel has no size to fit into; the observer calls again once it has.
  if (!clientWidth || !clientHeight) return;
  const most = document.fullscreenElement ? 1.6 : 1;
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() > most) canvas.zoom(most, 'auto');
}

// How long the process was in each step, in words.
function time(viewer, times) {
  const overlays = viewer.get('overlays');
  overlays.remove({ type: 'spent' });
  Object.entries(times).filter(([id]) => viewer.get('elementRegistry').get(id)).forEach(([id, words]) => {
    overlays.add(id, 'spent', { position: { bottom: 8, left: 8 }, html: note('spent', words) });
  });
}

// What a table says of each element, on the picture: how many stand there, how long it takes, how much of it is late.
// A click on an element goes where its row leads.
function insight(viewer, host) {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  const leads = new Map();
  document.querySelectorAll(`${host.dataset.insight} [data-element]`).forEach(row => {
    const { element: id, now, words, heat } = row.dataset;
    if (!elements.get(id)) return;
    canvas.addMarker(id, `heat-${heat}`);
    const link = row.querySelector('a');
    if (link) {
      leads.set(id, link.href);
      canvas.addMarker(id, 'leads');
    }
    if (now !== '0') overlays.add(id, 'insight', { position: { top: -11, right: 11 }, html: note('standing', now) });
    if (words && elements.get(id).width > 60) overlays.add(id, 'insight', { position: { bottom: 8, left: 4 }, html: note('spent', words) });
  });
  viewer.get('eventBus').on('element.click', ({ element }) => { if (leads.has(element.id)) window.location = leads.get(element.id); });
  (host.dataset.path || '').split(' ').filter(id => elements.get(id))
    .forEach(id => canvas.addMarker(id, elements.get(id).waypoints ? 'token-taken' : 'on-path'));
}

function note(kind, words) {
  const shown = document.createElement('div');
  shown.className = kind;
  shown.textContent = words;
  return shown;
}

const drawn = new Map();

async function draw(host) {
  const viewer = new NavigatedViewer({
    container: host,
    bpmnRenderer: { defaultFillColor: 'var(--panel)', defaultStrokeColor: 'var(--ink-2)', defaultLabelColor: 'var(--ink)' },
  });
  try {
    await viewer.importXML(await load(host.dataset.diagram, 'text'));
    const box = viewer.get('canvas').viewbox().inner;
    const scale = Math.min(1, (host.clientWidth || box.width + 20) / Math.max(1, box.width + 20));
    host.style.height = `${Math.min(460, Math.max(150, (box.height + 30) * scale))}px`;
    viewer.get('canvas').resized();
    fit(viewer);
    drawn.set(host, viewer);
    if (host.dataset.insight) insight(viewer, host);
    await showTokens(host);
    new ResizeObserver(() => { viewer.get('canvas').resized(); fit(viewer); }).observe(host);
    host.dataset.drawn = 'yes';
  } catch (problem) {
    viewer.destroy();
    drawn.delete(host);
    host.classList.add('failed');
    host.textContent = host.dataset.failed;
    console.error(problem);
  }
}

async function showTokens(host) {
  if (host.dataset.tokens) mark(drawn.get(host), await load(host.dataset.tokens, 'json'));
  if (host.dataset.times) time(drawn.get(host), await load(host.dataset.times, 'json'));
}

function look() {
  document.querySelectorAll('[data-enlarge]').forEach(button => { button.hidden = !document.fullscreenEnabled; });
  document.querySelectorAll('[data-diagram]').forEach(host => {
    if (drawn.has(host)) {
      showTokens(host).catch(console.error);
    } else if (!host.dataset.drawn) {
      host.dataset.drawn = 'soon';
      draw(host);
    }
  });
}
look();
document.addEventListener('htmx:afterSettle', look);

document.addEventListener('click', event => {
  const button = event.target.closest('[data-enlarge]');
  if (!button) return;
  if (document.fullscreenElement) document.exitFullscreen();
  else document.getElementById(button.dataset.enlarge).requestFullscreen();
});
