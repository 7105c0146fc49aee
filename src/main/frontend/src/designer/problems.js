// What is wrong with the model, on the picture and in a list; what the drawing itself notices and what the server says.
import { make } from './dialogs.js';

const WORST = { ERROR: 0, WARNING: 1 };
const marker = severity => (severity === 'ERROR' ? 'has-error' : 'has-warning');

export class Problems {
  constructor({ list, summary, translate }) {
    Object.assign(this, { list, summary, translate, noticed: [], checked: [], marked: [] });
  }

  /** @param modeler the drawing that the problems belong to; a new one after every import */
  watch(modeler) {
    this.modeler = modeler;
    this.marked = [];
    this.noticed = [];
    this.checked = [];
    modeler.on('linting.completed', ({ issues }) => {
      this.noticed = Object.values(issues).flat().map(issue => ({ severity: issue.category === 'error' ? 'ERROR' : 'WARNING', element: issue.actualElementId ?? issue.id, message: issue.message }));
      this.show();
    });
    modeler.on('commandStack.changed', () => {
      this.stale = this.checked.length > 0;
      this.list.classList.toggle('stale', this.stale);
    });
    this.show();
  }

  say(problems) {
    this.checked = problems;
    this.stale = false;
    this.list.classList.remove('stale');
    this.show();
  }

  // The server sees what the drawing noticed as well; what it says weighs more and comes with a remedy.
  all() {
    const seen = new Set(this.checked.filter(problem => problem.element).map(problem => problem.element));
    const noticed = this.noticed.filter(problem => !this.checked.length || !seen.has(problem.element));
    return [...this.checked, ...noticed].sort((one, other) => (WORST[one.severity] ?? 2) - (WORST[other.severity] ?? 2));
  }

  show() {
    const problems = this.all();
    this.unmark();
    const byElement = Map.groupBy ? Map.groupBy(problems, problem => problem.element) : grouped(problems);
    byElement.forEach((found, id) => this.mark(id, found));
    this.list.replaceChildren(...problems.map(problem => this.line(problem)));
    const errors = problems.filter(problem => problem.severity === 'ERROR').length;
    const warnings = problems.length - errors;
    this.summary.textContent = problems.length ? [errors && this.translate(errors === 1 ? '1 problem' : '{count} problems', { count: errors }), warnings && this.translate(warnings === 1 ? '1 hint' : '{count} hints', { count: warnings })].filter(Boolean).join(' · ') : this.translate('No problems');
    this.summary.className = `chip ${errors ? 'late' : warnings ? 'warn' : 'ok'}`;
  }

  line(problem) {
    const where = [problem.element, problem.line && this.translate('line {line}, column {column}', { line: problem.line, column: problem.column ?? 1 })].filter(Boolean).join(' · ');
    return make('li', { class: problem.severity === 'ERROR' ? 'error' : 'warning' },
      make('button', { type: 'button', onclick: () => this.select(problem.element) },
        make('i', { 'aria-hidden': 'true' }), make('span', { class: 'sr' }, this.translate(problem.severity === 'ERROR' ? 'Problem:' : 'Hint:')),
        make('span', {}, make('b', {}, problem.message), problem.remedy ? make('span', { class: 'remedy' }, ` ${problem.remedy}`) : ''),
        make('small', {}, where)));
  }

  select(id) {
    const element = id && this.modeler.get('elementRegistry').get(id);
    if (!element) return;
    const canvas = this.modeler.get('canvas');
    const plane = canvas.findRoot(element);
    if (plane && plane !== canvas.getRootElement()) canvas.setRootElement(plane);
    this.modeler.get('selection', false)?.select(element);
    if (element.parent) canvas.scrollToElement(element, 100);
    this.onSelect?.(element);
  }

  mark(id, found) {
    const element = id && this.modeler.get('elementRegistry').get(id);
    if (!element || !element.parent) return;
    const worst = found.some(problem => problem.severity === 'ERROR') ? 'ERROR' : 'WARNING';
    this.modeler.get('canvas').addMarker(id, marker(worst));
    const badge = make('button', { type: 'button', class: `badge ${worst === 'ERROR' ? 'error' : 'warning'}`, title: found.map(problem => problem.message).join('\n'), onclick: () => this.select(id) }, String(found.length));
    const overlay = this.modeler.get('overlays').add(id, 'problems', { position: element.waypoints ? { top: -9, left: -9 } : { top: -10, left: -10 }, html: badge });
    this.marked.push({ id, overlay, worst });
  }

  unmark() {
    const registry = this.modeler.get('elementRegistry');
    this.marked.forEach(({ id, overlay, worst }) => {
      this.modeler.get('overlays').remove(overlay);
      if (registry.get(id)) this.modeler.get('canvas').removeMarker(id, marker(worst));
    });
    this.marked = [];
  }
}

function grouped(problems) {
  const found = new Map();
  problems.forEach(problem => found.set(problem.element, [...(found.get(problem.element) ?? []), problem]));
  return found;
}
