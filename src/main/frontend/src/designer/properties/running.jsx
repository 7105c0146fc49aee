import { bo, extensions, is } from './facts.js';
import { Choice, Line, Tick, entry } from './entries.jsx';

const RETRIES = (value, translate) => {
  const match = /^R(\d+)\/P[0-9A-Z.]+$/.exec(value ?? '');
  return !value || (match && Number(match[1]) >= 1 && Number(match[1]) <= 10) ? undefined : translate('Write how often and how long between, at most 10 times: R5/PT1M.');
};

const USUAL = [['R3/PT1M', '3 times, a minute apart'], ['R5/PT5M', '5 times, 5 minutes apart'], ['R10/PT10M', '10 times, 10 minutes apart']];

export function running(element) {
  if (!is(element, 'bpmn:ServiceTask', 'bpmn:CallActivity', 'bpmn:SendTask', 'bpmn:BusinessRuleTask')) return [];
  const node = bo(element);
  const retry = () => extensions(node, 'flowable:failedJobRetryTimeCycle')[0];
  const setRetry = (value, { addExtension, removeExtension, update }) => {
    const now = retry();
    if (value && now) return update(now, { body: value });
    if (value) return addExtension('flowable:failedJobRetryTimeCycle', { body: value });
    return now && removeExtension(now);
  };
  const own = retry() && !USUAL.some(([cycle]) => cycle === retry().body);
  return [
    entry('async', Tick, {
      element, label: 'Runs on its own, after what was before is saved', description: 'A fault then does not undo the step before, and it is tried again.',
      get: () => String(node.get('flowable:async')) === 'true', set: (value, { setProperties }) => setProperties({ 'flowable:async': value ? 'true' : undefined }),
    }),
    entry('retries', Choice, { element, label: 'After a fault', none: 'as everywhere', get: () => retry()?.body, set: setRetry, options: ({ translate }) => USUAL.map(([key, label]) => ({ key, label: translate(label) })) }),
    ...(own ? [entry('retry-cycle', Line, { element, label: 'Tried again', check: RETRIES, get: () => retry()?.body, set: setRetry })] : []),
  ];
}
