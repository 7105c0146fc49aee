// The designer: draws a process, shows and changes its properties, says what is wrong with it, and keeps it as a draft.
import { draw } from './modeler.js';
import { losses } from './model/moddle.js';
import { translator } from './text/texts.js';
import { Refused, loadCatalogue, loadModel, validate } from './server.js';
import { exportPng, exportSvg, exportXml, onDrop, read } from './exchange.js';
import { ask, say } from './dialogs.js';
import { Lease } from './lease.js';
import { Problems } from './problems.js';
import { fit } from './fit.js';
import { reason } from './reasons.js';
import { Saving } from './saving.js';
import { shell } from './shell.js';
import { withFingers } from './touch.js';

const SMALL = matchMedia('(max-width: 720px)');

class Designer {
  constructor(host) {
    this.host = host;
    this.addresses = host.dataset;
    this.translate = translator(host.dataset.language);
    this.name = host.dataset.name || host.dataset.draft;
    this.parts = shell(host, this.translate, this);
    this.problems = new Problems({ list: this.parts.problems, summary: this.parts.summary, translate: this.translate });
    this.problems.onSelect = () => this.parts.showPanel();
    this.locked = host.dataset.readonly === 'true' ? this.translate('This version can no longer be changed.') : undefined;
    this.saving = new Saving(this);
    this.lease = new Lease(host.dataset.lock);
    this.foreign = false;
    onDrop(this.parts.canvas, file => this.open(file));
    withFingers(this.parts.canvas, () => this.modeler.get('canvas'));
    addEventListener('beforeunload', event => { if (this.unsaved() || this.before?.unsaved) event.preventDefault(); });
    document.addEventListener('keydown', event => this.key(event));
    // A window that becomes narrow, or wide again, gets what fits it; what was drawn goes along.
    SMALL.addEventListener('change', () => this.resized());
  }

  async start() {
    const mine = this.addresses.lock && !SMALL.matches;
    const [model, catalogue, locked] = await Promise.all([loadModel(this.addresses.xml), loadCatalogue(this.addresses.catalogue), mine ? this.lease.take() : this.locked]);
    this.catalogue = catalogue;
    this.locked = locked;
    this.version = model.version ?? (this.addresses.version && `"${this.addresses.version}"`);
    await this.load(model.xml, false);
    this.host.dataset.drawn = 'yes';
  }

  async resized() {
    if (!this.modeler || this.lossy) return;
    if (!SMALL.matches && this.addresses.lock && !this.lease.held) this.locked = await this.lease.take();
    await this.load(await this.xml(), this.unsaved());
  }

  /** Draws the model; one of which something would be lost is only shown. */
  async load(xml, changed) {
    await this.show(xml, Boolean(this.locked) || SMALL.matches);
    const lost = losses(this.warnings);
    if (lost.length && !this.readonly) await this.show(xml, true);
    this.lossy = lost.length > 0;
    this.parts.explain(lost.map(warning => reason(warning.message, this.translate)), this.locked, SMALL.matches, this.before && (() => this.back()));
    this.foreign = changed;
    this.saved = this.stack();
    this.update();
  }

  async show(xml, readonly) {
    this.putAway();
    this.readonly = readonly;
    this.parts.canvas.querySelector('.bjs-container')?.remove();
    this.modeler = draw({ canvas: this.parts.canvas, panel: this.parts.panel, catalogue: this.catalogue, translate: this.translate, readonly });
    this.parts.panel.disabled = readonly;
    this.problems.watch(this.modeler);
    this.modeler.on('commandStack.changed', () => { this.update(); if (this.unsaved()) this.lease.changed(); });
    const { warnings } = await this.modeler.importXML(xml);
    this.warnings = warnings;
    this.fit();
    this.modeler.get('minimap').close();
  }

  // What is still being looked for in the old drawing is of no use any more.
  putAway() {
    const linting = this.modeler?.get('linting', false);
    if (linting) linting._lintStart = undefined;
    this.modeler?.destroy();
  }

  stack() {
    return this.modeler.get('commandStack', false)?._stackIdx ?? -1;
  }

  unsaved() {
    return Boolean(this.modeler) && !this.lossy && (this.foreign || (!this.readonly && this.stack() !== this.saved));
  }

  update() {
    const commands = this.modeler.get('commandStack', false);
    const unsaved = this.unsaved();
    document.title = `${unsaved ? '• ' : ''}${document.title.replace(/^• /, '')}`;
    this.parts.update({ unsaved, readonly: this.readonly, undo: commands?.canUndo(), redo: commands?.canRedo() });
  }

  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (!this.readonly) this.save();
  }

  async xml() {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  save() {
    return this.saving.save();
  }

  // After saving, what the server finds stands on the picture; nothing opens by itself.
  async checkQuietly() {
    try {
      const at = this.stack();
      const problems = await validate(this.addresses.validate, await this.xml());
      if (at === this.stack()) this.problems.say(problems);
    } catch { /* the button says why */ }
  }

  async check() {
    say(this.parts.status, this.translate('Checking …'));
    try {
      const problems = await validate(this.addresses.validate, await this.xml());
      this.problems.say(problems);
      this.parts.openProblems();
      say(this.parts.status, problems.length ? '' : this.translate('The check found nothing.'), 'ok');
    } catch (problem) {
      say(this.parts.status, problem instanceof Refused ? problem.message : this.translate('The server cannot be reached.'), 'late');
    }
  }

  async open(file) {
    if (this.locked || SMALL.matches || !this.catalogue) return;
    try {
      const xml = await read(file, this.translate);
      if (this.unsaved() && !await this.sure()) return;
      if (this.host.dataset.drawn === 'yes') this.before ??= { xml: await this.xml(), unsaved: this.unsaved() };
      try {
        await this.load(xml, true);
        if (!this.lossy) this.before = undefined;
      } catch (problem) {
        if (this.before) await this.back();
        throw problem;
      }
    } catch (problem) {
      await ask({ title: this.translate('{name} cannot be opened', { name: file.name }), text: reason(problem.message, this.translate), choices: [['ok', this.translate('Close')]] });
    }
  }

  /** Back to what was drawn before a file was opened that can only be looked at. */
  async back() {
    const { xml, unsaved } = this.before;
    this.before = undefined;
    await this.load(xml, unsaved);
  }

  async sure() {
    return await ask({ title: this.translate('Replace what you have drawn?'), text: this.translate('It has not been saved.'), choices: [['stay', this.translate('Go on drawing')], ['go', this.translate('Replace it'), 'danger']] }) === 'go';
  }

  export(kind) {
    return { xml: exportXml, svg: exportSvg, png: exportPng }[kind](this.modeler, this.name);
  }

  act(name, options) {
    const actions = this.modeler.get('editorActions', false);
    if (actions?.isRegistered(name)) actions.trigger(name, options);
  }

  zoom(kind) {
    const canvas = this.modeler.get('canvas');
    if (kind === 'fit') this.fit();
    else canvas.zoom(canvas.zoom() * (kind === 'in' ? 1.2 : 1 / 1.2));
  }

  find() {
    this.modeler.get('searchPad').toggle();
  }

  fit() {
    fit(this.modeler.get('canvas'), this.readonly ? 24 : 120);
  }

  minimap() {
    this.modeler.get('minimap').toggle();
  }
}

const host = document.getElementById('designer');
const designer = new Designer(host);
designer.start().catch(problem => {
  host.dataset.drawn = 'failed';
  designer.parts.failed(problem instanceof Refused ? problem.message : designer.translate('The process cannot be shown: {reason}', { reason: reason(problem.message, designer.translate) }));
});
