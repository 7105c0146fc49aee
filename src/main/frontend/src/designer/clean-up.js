// An element that becomes another kind takes nothing with it that does not belong to the new kind.

const BELONGS = {
  'flowable:formProperty': ['bpmn:UserTask', 'bpmn:StartEvent'],
  'flowable:taskListener': ['bpmn:UserTask'],
  'flowable:customResource': ['bpmn:UserTask'],
  'flowable:field': ['bpmn:ServiceTask', 'bpmn:SendTask'],
  'flowable:mapException': ['bpmn:ServiceTask', 'bpmn:CallActivity', 'bpmn:SubProcess'],
  'flowable:in': ['bpmn:CallActivity', 'bpmn:StartEvent', 'bpmn:BoundaryEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:ServiceTask'],
  'flowable:out': ['bpmn:CallActivity', 'bpmn:StartEvent', 'bpmn:BoundaryEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:ServiceTask'],
  'flowable:failedJobRetryTimeCycle': ['bpmn:Activity'],
};

class CleanUp {
  static $inject = ['eventBus', 'modeling'];

  constructor(eventBus, modeling) {
    eventBus.on('commandStack.shape.replace.postExecuted', 400, ({ context }) => {
      const { businessObject } = context.newShape;
      const extensions = businessObject.get('extensionElements');
      if (!extensions) return;
      const values = extensions.get('values').filter(value => !BELONGS[value.$type] || BELONGS[value.$type].some(type => businessObject.$instanceOf(type)));
      if (!values.length) modeling.updateProperties(context.newShape, { extensionElements: undefined });
      else if (values.length !== extensions.get('values').length) modeling.updateModdleProperties(context.newShape, extensions, { values });
    });
  }
}

export const cleanUp = { __init__: ['relevoCleanUp'], relevoCleanUp: ['type', CleanUp] };
