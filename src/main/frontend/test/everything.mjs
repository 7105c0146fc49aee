// Models that hold every element and every attribute that the descriptor of the engine's extensions names, and some that it
// does not name.
import { readFileSync } from 'node:fs';

const { types } = JSON.parse(readFileSync(new URL('../src/designer/model/flowable.json', import.meta.url), 'utf8'));
const byName = new Map(types.map(type => [type.name, type]));

// By what may be extended: an element that stands for it, with a place for attributes and one for what it contains.
const HOLDERS = {
  'bpmn:Process': null,
  'bpmn:FlowNode': attributes => ['startEvent', 'endEvent', 'exclusiveGateway', 'userTask', 'serviceTask', 'receiveTask', 'subProcess', 'callActivity', 'intermediateThrowEvent'].map((tag, at) => `<${tag} id="node${at}" name="Node ${at}"${attributes}/>`).join(''),
  'bpmn:Expression': attributes => `<intermediateCatchEvent id="waits"><timerEventDefinition><timeCycle xsi:type="tFormalExpression"${attributes}>R3/PT5M</timeCycle></timerEventDefinition></intermediateCatchEvent><intermediateCatchEvent id="waitsToo"><timerEventDefinition><timeCycle${attributes}>R3/PT5M</timeCycle></timerEventDefinition></intermediateCatchEvent>`,
  'bpmn:MultiInstanceLoopCharacteristics': attributes => `<userTask id="many"><multiInstanceLoopCharacteristics isSequential="false"${attributes}><loopCardinality>3</loopCardinality><completionCondition xsi:type="tFormalExpression">\${done}</completionCondition></multiInstanceLoopCharacteristics></userTask>`,
  'bpmn:SequenceFlow': attributes => `<startEvent id="from"/><endEvent id="to"/><sequenceFlow id="flow" sourceRef="from" targetRef="to"${attributes}><conditionExpression xsi:type="tFormalExpression"><![CDATA[\${a < b && c > 2}]]></conditionExpression></sequenceFlow>`,
  'bpmn:Signal': null,
};

const attributesOf = type => (type.properties ?? []).filter(property => property.isAttr);
const ancestors = type => (type.superClass ?? []).flatMap(name => (byName.has(name) ? [byName.get(name), ...ancestors(byName.get(name))] : []));
const properties = type => [...ancestors(type), type].flatMap(each => each.properties ?? []);
const values = { async: 'true', exclusive: 'true', required: '${important}', transient: 'true' };
const written = (list, prefix) => list.map(({ name }) => ` ${prefix}${name}="${values[name] ?? `${name} &lt;&quot;&amp;'`}"`).join('');
const lower = name => name.slice(0, 1).toLowerCase() + name.slice(1);

// The element with all its attributes, all that it may contain, and its text.
function element(type, depth = 0) {
  const all = properties(type);
  const contained = depth > 3 ? [] : all.filter(property => !property.isAttr && !property.isBody).flatMap(property => children(property, depth));
  const text = all.some(property => property.isBody) && !contained.length ? '${text} &amp; &lt;more&gt;' : '';
  return `<flowable:${type.name}${written(all.filter(property => property.isAttr), '')}>${contained.join('')}${text}</flowable:${type.name}>`;
}

function children(property, depth) {
  if (property.type === 'bpmn:ResourceAssignmentExpression') return ['<resourceAssignmentExpression><formalExpression>user(a), group(b)</formalExpression></resourceAssignmentExpression>'];
  if (property.type === 'bpmn:Documentation') return ['<documentation>What it is called</documentation>'];
  if (property.name.startsWith('bpmn:')) return [element(byName.get('variable')).replaceAll('flowable:', '')];
  const wanted = byName.get(property.type.slice('flowable:'.length));
  const kinds = wanted.isAbstract ? types.filter(type => ancestors(type).includes(wanted)) : [wanted];
  return kinds.map(kind => element(kind, depth + 1));
}

const model = (process, root = '', onProcess = '') => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:flowable="http://flowable.org/bpmn" xmlns:activiti="http://activiti.org/bpmn" xmlns:xsd="http://www.w3.org/2001/XMLSchema" typeLanguage="http://www.w3.org/2001/XMLSchema" expressionLanguage="http://www.w3.org/1999/XPath" targetNamespace="https://relevo.org/processes" id="all">${root}<process id="p" isExecutable="true"${onProcess}>${process}</process></definitions>`;

const event = tag => attributes => `<intermediateCatchEvent id="event"><${tag}${attributes}/></intermediateCatchEvent>`;

function extended(type, on) {
  const attributes = written(attributesOf(type), 'flowable:');
  if (on === 'bpmn:Process') return model('', '', attributes);
  if (on === 'bpmn:Signal') return model('', `<signal id="signal" name="Signal"${attributes}/>`);
  const tag = lower(on.slice('bpmn:'.length));
  const holder = HOLDERS[on] ?? (tag.endsWith('EventDefinition') ? event(tag) : each => `<${tag} id="it" name="It"${each}/>`);
  return model(holder(attributes));
}

const PLACES = {
  variableAggregation: content => `<userTask id="u"><multiInstanceLoopCharacteristics><extensionElements>${content}</extensionElements></multiInstanceLoopCharacteristics></userTask>`,
};
const inTask = content => `<serviceTask id="s"><extensionElements>${content}</extensionElements></serviceTask>`;

const UNNAMED = {
  'an element that nobody has heard of': '<flowable:Novelty Since="8.9" count="007">Text<flowable:inner a="1"/><activiti:old b="2">more</activiti:old></flowable:Novelty>',
  'an attribute with the prefix on an extension element': '<flowable:field flowable:name="x"><flowable:string>y</flowable:string></flowable:field>',
  'an older prefix': '<activiti:formProperty id="a" name="A" type="enum"><activiti:value id="x" name="X"/></activiti:formProperty>',
};

const STANDARD = {
  'what stands there though it is the default': '<startEvent id="a" isInterrupting="true"/><userTask id="b" isForCompensation="false" startQuantity="1"/><boundaryEvent id="c" attachedToRef="b" cancelActivity="true"/><subProcess id="d" triggeredByEvent="false"/><exclusiveGateway id="e" gatewayDirection="Unspecified"/><textAnnotation id="f" textFormat="text/plain"><text>t</text></textAnnotation><receiveTask id="g" instantiate="false"/>',
  'who may do it': '<userTask id="a"><potentialOwner><resourceAssignmentExpression><formalExpression>user(x), group(y)</formalExpression></resourceAssignmentExpression></potentialOwner><humanPerformer><resourceAssignmentExpression><expression xsi:type="tFormalExpression">z</expression></resourceAssignmentExpression></humanPerformer></userTask>',
  'references to what stands elsewhere': '<dataObject id="a" name="A" itemSubjectRef="xsd:string"><extensionElements><flowable:value>1</flowable:value></extensionElements></dataObject><endEvent id="b"><errorEventDefinition errorRef="E42"/></endEvent><laneSet id="l"><lane id="m"><flowNodeRef>b</flowNodeRef><flowNodeRef>gone</flowNodeRef></lane></laneSet>',
  'data and text': '<ioSpecification><dataInput id="in" name="In"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet/></ioSpecification><scriptTask id="a" scriptFormat="x"><script>a &lt; b</script></scriptTask><documentation textFormat="text/plain">Some  text\n with lines</documentation>',
};

export function everything() {
  const elements = types.filter(type => !type.isAbstract && !type.extends).map(type => [`<flowable:${type.name}>`, model((PLACES[type.name] ?? inTask)(element(type)))]);
  const attributes = types.filter(type => type.extends).flatMap(type => type.extends.map(on => [`attributes of ${on}`, extended(type, on)]));
  const unnamed = Object.entries(UNNAMED).map(([name, content]) => [name, model(inTask(content))]);
  const standard = Object.entries(STANDARD).map(([name, content]) => [name, model(content)]);
  return [...elements, ...attributes, ...unnamed, ...standard];
}
