// What can be drawn: the elements that Relevo runs, and no others. The server refuses the rest as well.

const RUNS = new Set([
  'user-task', 'service-task', 'receive-task', 'call-activity',
  'expanded-subprocess', 'event-subprocess',
  'exclusive-gateway', 'parallel-gateway', 'inclusive-gateway', 'event-based-gateway',
  'none-start-event', 'message-start', 'timer-start', 'error-start', 'escalation-start',
  'non-interrupting-message-start', 'non-interrupting-timer-start', 'non-interrupting-escalation-start',
  'message-intermediate-catch', 'timer-intermediate-catch', 'none-intermediate-throwing', 'escalation-intermediate-throw',
  'message-boundary', 'timer-boundary', 'error-boundary', 'escalation-boundary',
  'non-interrupting-message-boundary', 'non-interrupting-timer-boundary', 'non-interrupting-escalation-boundary',
  'none-end-event', 'error-end', 'escalation-end', 'terminate-end',
]);

// Names that the menu for changing an element gives to the same things, and what changes a flow.
const ALSO = new Set([
  'none-start', 'none-end', 'none-intermediate-throw', 'subprocess', 'sequence-flow', 'default-flow', 'conditional-flow',
]);

const SWITCHES = new Set(['toggle-parallel-mi', 'toggle-sequential-mi', 'toggle-non-interrupting']);

// Triggers at the very start of a process are not among them: a case starts its process.
const IN_EVENT_SUBPROCESS = /^(non-interrupting-)?(message|timer|error|escalation)-start$/;

function runs(id, atTop) {
  const name = id.replace(/^(create|append|replace-with)-/, '').replace(/^(create|append|replace-with)-/, '');
  if (atTop && IN_EVENT_SUBPROCESS.test(name)) return false;
  return RUNS.has(name) || ALSO.has(name);
}

const kept = (entries, wanted) => Object.fromEntries(Object.entries(entries).filter(([id]) => wanted(id)));

class Menus {
  static $inject = ['popupMenu', 'palette', 'contextPad', 'create', 'elementFactory', 'autoPlace', 'translate'];

  constructor(popupMenu, palette, contextPad, create, elementFactory, autoPlace, translate) {
    this.create = create;
    this.elementFactory = elementFactory;
    this.autoPlace = autoPlace;
    this.translate = translate;
    const filter = atTop => ({
      getPopupMenuEntries: target => entries => kept(entries, id => runs(id, atTop(target))),
      getPopupMenuHeaderEntries: () => entries => kept(entries, id => SWITCHES.has(id)),
    });
    const inEvents = target => target?.parent?.businessObject?.triggeredByEvent === true;
    popupMenu.registerProvider('bpmn-replace', 100, filter(target => !inEvents(target)));
    popupMenu.registerProvider('bpmn-create', 100, filter(() => true));
    popupMenu.registerProvider('bpmn-append', 100, filter(() => true));
    palette.registerProvider(100, this);
    contextPad.registerProvider(100, { getContextPadEntries: () => entries => this.appending(entries) });
  }

  getPaletteEntries() {
    return entries => {
      const { 'hand-tool': hand, 'lasso-tool': lasso, 'space-tool': space, 'global-connect-tool': connect, 'tool-separator': line, create } = entries;
      return { 'hand-tool': hand, 'lasso-tool': lasso, 'space-tool': space, 'global-connect-tool': connect, 'tool-separator': line, ...this.drawn(), ...(create && { create }) };
    };
  }

  drawn() {
    return {
      'create.start-event': this.one('event', 'bpmn-icon-start-event-none', 'Start', { type: 'bpmn:StartEvent' }),
      'create.end-event': this.one('event', 'bpmn-icon-end-event-none', 'End', { type: 'bpmn:EndEvent' }),
      'create.timer': this.one('event', 'bpmn-icon-intermediate-event-catch-timer', 'Wait for a time', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' }),
      'create.message': this.one('event', 'bpmn-icon-intermediate-event-catch-message', 'Wait for a message', { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' }),
      'create.user-task': this.one('activity', 'bpmn-icon-user', 'Task for a person', { type: 'bpmn:UserTask' }),
      'create.service-task': this.one('activity', 'bpmn-icon-service', 'Action', { type: 'bpmn:ServiceTask' }),
      'create.call-activity': this.one('activity', 'bpmn-icon-call-activity', 'Call another process', { type: 'bpmn:CallActivity' }),
      'create.subprocess-expanded': this.one('activity', 'bpmn-icon-subprocess-expanded', 'Sub-process', { type: 'bpmn:SubProcess', isExpanded: true }),
      'create.exclusive-gateway': this.one('gateway', 'bpmn-icon-gateway-xor', 'One way or the other', { type: 'bpmn:ExclusiveGateway' }),
      'create.parallel-gateway': this.one('gateway', 'bpmn-icon-gateway-parallel', 'Side by side', { type: 'bpmn:ParallelGateway' }),
      'create.text': this.one('artifact', 'bpmn-icon-text-annotation', 'Note', { type: 'bpmn:TextAnnotation' }),
    };
  }

  one(group, className, title, attributes) {
    const start = event => this.create.start(event, this.elementFactory.createShape(attributes));
    return { group, className, title: this.translate(title), action: { dragstart: start, click: start } };
  }

  // A quick way to append a plain task would append one that does nothing: a task for a person takes its place.
  appending(entries) {
    const { 'append.append-task': task, 'append.intermediate-event': between, ...rest } = entries;
    const made = () => this.elementFactory.createShape({ type: 'bpmn:UserTask' });
    const own = task && {
      group: task.group, className: 'bpmn-icon-user-task', title: this.translate('Append a task for a person'),
      action: { click: (event, element) => this.autoPlace.append(element, made()), dragstart: (event, element) => this.create.start(event, made(), { source: element }) },
    };
    return own ? { 'append.user-task': own, ...rest } : rest;
  }
}

export const menus = { __init__: ['relevoMenus'], relevoMenus: ['type', Menus] };
