// What is looked at while somebody draws. Flows are followed from the flows themselves: models that the engine wrote have no
// <incoming> and <outgoing>. The server looks again, and further.

const is = (node, ...types) => types.some(type => node.$instanceOf?.(type));
const flowsOf = container => (container.flowElements ?? []).filter(element => is(element, 'bpmn:SequenceFlow'));
const named = node => node.name?.trim() || node.id;
const startsByItself = node => is(node, 'bpmn:StartEvent', 'bpmn:BoundaryEvent') || (is(node, 'bpmn:SubProcess') && node.triggeredByEvent);
const definition = node => node.eventDefinitions?.[0];

function inContainer(check) {
  return container => {
    if (!is(container, 'bpmn:FlowElementsContainer')) return [];
    const flows = flowsOf(container);
    const nodes = (container.flowElements ?? []).filter(element => is(element, 'bpmn:FlowNode'));
    return nodes.flatMap(node => check(node, flows.filter(flow => flow.targetRef === node), flows.filter(flow => flow.sourceRef === node)));
  };
}

const at = (node, text, values = {}) => [{ id: node.id, text, values: { name: named(node), ...values } }];

const RUN = ['StartEvent', 'EndEvent', 'UserTask', 'ServiceTask', 'ReceiveTask', 'ManualTask', 'CallActivity', 'SubProcess', 'ExclusiveGateway', 'ParallelGateway', 'InclusiveGateway', 'EventBasedGateway', 'BoundaryEvent', 'IntermediateCatchEvent', 'IntermediateThrowEvent'].map(name => `bpmn:${name}`);
const TRIGGERS = ['Message', 'Timer', 'Signal', 'Error', 'Escalation', 'Terminate'].map(name => `bpmn:${name}EventDefinition`);
const sends = node => is(node, 'bpmn:ThrowEvent') && definition(node) && is(definition(node), 'bpmn:MessageEventDefinition');

const RULES = {
  'is-run': node => {
    if (!is(node, 'bpmn:FlowNode')) return [];
    const known = RUN.includes(node.$type) && (node.eventDefinitions ?? []).every(one => TRIGGERS.includes(one.$type)) && !sends(node);
    return known ? [] : at(node, 'Relevo does not run “{name}”. Change it into an element of the palette.');
  },
  'case-starts': node => (is(node, 'bpmn:Process') ? (node.flowElements ?? []).filter(element => is(element, 'bpmn:StartEvent') && definition(element)).flatMap(start => at(start, 'A case starts its process: the start “{name}” must not have a trigger.')) : []),
  'reached': inContainer((node, incoming) => (incoming.length || startsByItself(node) ? [] : at(node, 'Nothing leads to “{name}”.'))),
  'goes-on': inContainer((node, incoming, outgoing) => {
    const ends = is(node, 'bpmn:EndEvent') || (is(node, 'bpmn:SubProcess') && node.triggeredByEvent) || node.isForCompensation;
    return outgoing.length || ends ? [] : at(node, 'Nothing follows “{name}”. Draw a flow, or an end.');
  }),
  'says-what': node => (is(node, 'bpmn:UserTask', 'bpmn:ServiceTask', 'bpmn:ReceiveTask', 'bpmn:CallActivity') && !node.name?.trim() ? at(node, 'Say what is done here: {name} has no name.') : []),
  'says-who': node => (is(node, 'bpmn:UserTask') && !node.get('flowable:assignee') && !node.get('flowable:candidateGroups') ? at(node, 'Nobody is asked to do “{name}”. Choose a role.') : []),
  'says-which': node => (is(node, 'bpmn:ServiceTask') && !node.get('flowable:delegateExpression') ? at(node, '“{name}” does nothing. Choose an action.') : []),
  'calls-what': node => (is(node, 'bpmn:CallActivity') && !node.calledElement ? at(node, '“{name}” calls no process. Choose one.') : []),
  'waits-for': node => {
    const event = is(node, 'bpmn:Event') ? definition(node) : undefined;
    const message = event && is(event, 'bpmn:MessageEventDefinition') ? event.messageRef : is(node, 'bpmn:ReceiveTask') ? node.messageRef : true;
    if (!message) return at(node, '“{name}” waits for no message. Choose one.');
    if (event && is(event, 'bpmn:TimerEventDefinition') && !event.timeDate && !event.timeCycle && !event.timeDuration) return at(node, 'Say when “{name}” fires.');
    return [];
  },
  'decides': inContainer((node, incoming, outgoing) => {
    if (!is(node, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway') || outgoing.length < 2) return [];
    return outgoing.filter(flow => !flow.conditionExpression && node.default !== flow)
      .flatMap(flow => at(flow, 'This way out of “{gateway}” has no condition and is not the default.', { gateway: named(node) }));
  }),
  'always-a-way': inContainer((node, incoming, outgoing) => (is(node, 'bpmn:ExclusiveGateway') && outgoing.length > 1 && !node.default && outgoing.every(flow => flow.conditionExpression) ? at(node, 'If no condition holds at “{name}”, the process stops. Choose a default.') : [])),
  'one-beginning': node => {
    if (!is(node, 'bpmn:Process', 'bpmn:SubProcess')) return [];
    const starts = (node.flowElements ?? []).filter(element => is(element, 'bpmn:StartEvent'));
    if (!starts.length) return at(node, '“{name}” has no start.');
    if (node.triggeredByEvent && starts.some(start => !definition(start))) return at(starts.find(start => !definition(start)), 'Say what triggers “{name}”.');
    return starts.slice(1).flatMap(start => at(start, 'There is more than one start.'));
  },
  'bounded': node => {
    const loop = node.loopCharacteristics;
    if (!loop || !is(loop, 'bpmn:MultiInstanceLoopCharacteristics')) return [];
    const count = loop.loopCardinality?.body?.trim();
    if (count && !/^([1-9]\d?|100)$/.test(count)) return at(node, '“{name}” may repeat 1 to 100 times.');
    return count || loop.get('flowable:collection') ? [] : at(node, 'Say how often “{name}” repeats.');
  },
};

const WARNINGS = new Set(['says-what', 'always-a-way']);

const said = (translate, { text, values }) => translate(text, values);

export function lintConfig(translate) {
  const rule = check => () => ({ check: (node, reporter) => check(node).forEach(finding => reporter.report(finding.id, said(translate, finding))) });
  return {
    config: { rules: Object.fromEntries(Object.keys(RULES).map(name => [`relevo/${name}`, WARNINGS.has(name) ? 'warn' : 'error'])) },
    resolver: {
      resolveRule: (pkg, name) => rule(RULES[name]),
      resolveConfig: () => { throw new Error('No other configurations.'); },
    },
  };
}
