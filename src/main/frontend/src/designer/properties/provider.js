// Which properties an element has: exactly those that mean something for it and that Relevo runs.
import { Group } from '@bpmn-io/properties-panel';
import { general } from './general.jsx';
import { people } from './people.jsx';
import { form } from './form.jsx';
import { action } from './action.jsx';
import { events } from './events.jsx';
import { condition } from './condition.jsx';
import { repetition } from './repetition.jsx';
import { calls } from './calls.jsx';
import { running } from './running.jsx';
import { alsoThere } from './also-there.jsx';

const GROUPS = [
  ['general', 'What', general],
  ['people', 'Who', people],
  ['action', 'Action', action],
  ['event', 'When', events],
  ['condition', 'Condition', condition],
  ['calls', 'Called process', calls],
  ['form', 'Form', form],
  ['repetition', 'Repetition', repetition],
  ['running', 'Running it', running],
  ['also-there', 'Also in the file', alsoThere],
];

const OPEN = new Set(['general', 'people', 'action', 'event', 'condition', 'calls', 'form']);

class RelevoProperties {
  static $inject = ['propertiesPanel', 'translate'];

  constructor(propertiesPanel, translate) {
    this.translate = translate;
    propertiesPanel.registerProvider(500, this);
  }

  getGroups(element) {
    const groups = GROUPS.map(([id, label, entriesOf]) => ({
      id, label: this.translate(label), component: Group, entries: entriesOf(element), shouldOpen: OPEN.has(id),
    })).filter(group => group.entries.length);
    return () => groups;
  }
}

export const properties = { __init__: ['relevoProperties'], relevoProperties: ['type', RelevoProperties] };
