// What the reader of a file says, in words for people.

const PATTERNS = [
  [/^(?:unparsable content (\S*)).*?line: (\d+).*?nested error: ([^]*)$/s, (t, [, what, line, why]) => t('Line {line}, {what}: {why}', { line: Number(line) + 1, what, why })],
  [/^no bpmnElement referenced in ([^]*)$/, (t, [, shape]) => t('A shape belongs to nothing that is in the file: {shape}', { shape })],
  [/^no diagram to display/, t => t('It has no picture, only a process. Draw it anew, or export it with its picture.')],
  [/^failed to parse document/, t => t('It is no BPMN.')],
];

export function reason(message, translate) {
  const found = PATTERNS.find(([pattern]) => pattern.test(message));
  return found ? found[1](translate, found[0].exec(message)) : message;
}
