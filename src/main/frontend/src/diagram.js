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

function mark(viewer, tokens) {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  for (const [kind, ids] of [['done', tokens.done], ['taken', tokens.taken], ['active', tokens.active]]) {
    ids.filter(id => elements.get(id)).forEach(id => canvas.addMarker(id, `token-${kind}`));
  }
  const overlays = viewer.get('overlays');
  tokens.active.filter(id => elements.get(id)).forEach(id => {
    const dot = document.createElement('div');
    dot.className = 'token';
    overlays.add(id, { position: { top: -9, right: 9 }, html: dot, show: { minZoom: 0 } });
  });
}

// Fits the panel; a small diagram is not blown up, a wide one stays readable and can be dragged.
function fit(viewer) {
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() > 1) canvas.zoom(1, 'auto');
}

async function draw(host) {
  const viewer = new NavigatedViewer({ container: host });
  try {
    await viewer.importXML(await load(host.dataset.diagram, 'text'));
    const box = viewer.get('canvas').viewbox().inner;
    const wide = host.clientWidth / Math.max(1, box.width + 20);
    const height = Math.min(460, Math.max(150, (box.height + 40) * Math.min(1, wide)));
    host.style.height = `${height}px`;
    viewer.get('canvas').resized();
    fit(viewer);
    if (host.dataset.tokens) mark(viewer, await load(host.dataset.tokens, 'json'));
    new ResizeObserver(() => { viewer.get('canvas').resized(); fit(viewer); }).observe(host);
    host.dataset.drawn = 'yes';
  } catch (problem) {
    viewer.destroy();
    host.classList.add('failed');
    host.textContent = host.dataset.failed;
    console.error(problem);
  }
}

const drawAll = within => within.querySelectorAll('[data-diagram]:not([data-drawn])').forEach(host => {
  host.dataset.drawn = 'soon';
  draw(host);
});
drawAll(document);
document.addEventListener('htmx:afterSwap', () => drawAll(document));
