// Saving a draft, and what to do where it is refused: what somebody has drawn is never lost.
import { ask, say } from './dialogs.js';
import { exportXml } from './exchange.js';
import { Refused, loadModel, saveModel } from './server.js';

export class Saving {
  constructor(designer) {
    Object.assign(this, { designer, parts: designer.parts, translate: designer.translate, busy: false });
  }

  async save(version = this.designer.version) {
    if (this.busy) return;
    this.busy = true;
    say(this.parts.status, this.translate('Saving …'));
    try {
      // A field that is still being typed in hands over its value first.
      document.activeElement?.blur?.();
      await new Promise(resolve => setTimeout(resolve, 350));
      const at = this.designer.stack();
      this.designer.version = await saveModel(this.designer.addresses.save, await this.designer.xml(), version) ?? this.designer.version;
      this.designer.saved = at;
      this.designer.foreign = false;
      say(this.parts.status, this.translate('Saved.'), 'ok');
      this.designer.checkQuietly();
    } catch (problem) {
      this.busy = false;
      await this.notSaved(problem);
    }
    this.busy = false;
    this.designer.update();
  }

  async notSaved(problem) {
    say(this.parts.status, this.translate('Not saved.'), 'late');
    if (problem instanceof Refused && problem.status === 412) return this.conflict(problem);
    if (problem instanceof Refused && problem.status === 422 && problem.problem.problems) {
      this.designer.problems.say(problem.problem.problems);
      this.parts.openProblems();
    }
    const text = problem instanceof Refused ? problem.message : this.translate('The server cannot be reached. What you have drawn is still here: try again, or export it as a file.');
    const answer = await ask({ title: this.translate('The draft was not saved'), text, choices: [['stay', this.translate('Go on drawing')], ['file', this.translate('Export it as a file')]] });
    return answer === 'file' ? exportXml(this.designer.modeler, this.designer.name) : undefined;
  }

  async conflict({ message, problem }) {
    const answer = await ask({
      title: this.translate('Somebody else has saved this draft'),
      text: [message, this.translate('Take theirs and lose what you have drawn, or replace theirs with yours? The one that is replaced stays among the versions.')],
      choices: [['stay', this.translate('Go on drawing')], ['file', this.translate('Export mine as a file')], ['theirs', this.translate('Take theirs')], ['mine', this.translate('Replace theirs'), 'danger']],
    });
    if (answer === 'file') return exportXml(this.designer.modeler, this.designer.name);
    if (answer === 'theirs') return this.theirs();
    if (answer === 'mine') return this.save(problem.version ? `"${problem.version}"` : (await loadModel(this.designer.addresses.xml)).version);
    return undefined;
  }

  async theirs() {
    const { xml, version } = await loadModel(this.designer.addresses.xml);
    this.designer.version = version;
    await this.designer.load(xml, false);
  }
}
