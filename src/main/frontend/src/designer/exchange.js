// Models and pictures that come as files and go as files.
import { textOf } from './model/text.js';

const LIGHT = { '--panel': '#ffffff', '--ink': '#16202e', '--ink-2': '#4f5d73' };

const onPaper = svg => svg.replace(/var\((--[\w-]+)\)/g, (match, name) => LIGHT[name] ?? '#16202e');

export function download(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const exportXml = async (modeler, name) => download(`${name}.bpmn20.xml`, (await modeler.saveXML({ format: true })).xml, 'application/xml');

const picture = async modeler => onPaper((await modeler.saveSVG()).svg);

export const exportSvg = async (modeler, name) => download(`${name}.svg`, await picture(modeler), 'image/svg+xml');

/** Twice as large as on the screen, on white, so that it can be put into a document. */
export async function exportPng(modeler, name) {
  const svg = await picture(modeler);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, 8000 / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.ceil(image.naturalWidth * scale), height: Math.ceil(image.naturalHeight * scale) });
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
  download(`${name}.png`, blob);
}

const LARGEST = 1024 * 1024;

/** @returns the text of a file, or throws a sentence */
export async function read(file, translate) {
  if (file.size > LARGEST) throw new Error(translate('{name} is larger than 1 MB.', { name: file.name }));
  return textOf(await file.arrayBuffer());
}

/** Calls back with a file that is dropped onto the part, which shows that it would take it. */
export function onDrop(part, take) {
  const files = event => [...(event.dataTransfer?.types ?? [])].includes('Files');
  let depth = 0;
  part.addEventListener('dragenter', event => { if (files(event)) { depth++; part.classList.add('dropping'); } });
  part.addEventListener('dragleave', event => { if (files(event) && --depth <= 0) { depth = 0; part.classList.remove('dropping'); } });
  part.addEventListener('dragover', event => { if (files(event)) event.preventDefault(); });
  part.addEventListener('drop', event => {
    if (!files(event)) return;
    event.preventDefault();
    depth = 0;
    part.classList.remove('dropping');
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
}
