// The drawing itself: bpmn-js with what Relevo adds, for editing or for looking.
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import minimap from 'diagram-js-minimap';
import linting from 'bpmn-js-bpmnlint';
import { BpmnPropertiesPanelModule } from 'bpmn-js-properties-panel';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import search from 'bpmn-js/lib/features/search';
import { losslessModdle } from './model/moddle.js';
import { lintConfig } from './lint.js';
import { menus } from './menus.js';
import { room } from './room.js';
import { asItWas } from './as-it-was.js';
import { cleanUp } from './clean-up.js';
import { properties } from './properties/provider.js';

const lossless = Drawing => class extends Drawing {
  _createModdle(options) {
    const moddle = losslessModdle({ ...this._moddleExtensions, ...options.moddleExtensions });
    // The ids that are taken, which the editor keeps with the model.
    moddle.ids = super._createModdle(options).ids;
    return moddle;
  }
};

const LosslessModeler = lossless(Modeler);
const LosslessViewer = lossless(NavigatedViewer);

// The colours follow the page's scheme; an exported picture gets those of the light one.
export const COLOURS = { defaultFillColor: 'var(--panel)', defaultStrokeColor: 'var(--ink-2)', defaultLabelColor: 'var(--ink)' };

// Where nothing can be changed there are no commands, and the panel has to do without them.
const changes = part => part.__init__?.some(init => init.$inject?.includes('commandStack'));
const shownOnly = { ...BpmnPropertiesPanelModule, __depends__: BpmnPropertiesPanelModule.__depends__.filter(part => !changes(part)) };

/** @param parts where to draw and where to show properties, the catalogue, and how to say things */
export function draw({ canvas, panel, catalogue, translate, readonly }) {
  const Drawing = readonly ? LosslessViewer : LosslessModeler;
  const said = { translate: ['value', translate], catalogue: ['value', catalogue] };
  const more = readonly ? [shownOnly] : [BpmnPropertiesPanelModule, linting, CreateAppendAnythingModule, menus, cleanUp, room];
  return new Drawing({
    container: canvas,
    bpmnRenderer: COLOURS,
    propertiesPanel: { parent: panel },
    linting: { bpmnlint: lintConfig(translate), active: false },
    keyboard: { bind: true },
    additionalModules: [said, minimap, search, properties, asItWas, ...more],
  });
}
