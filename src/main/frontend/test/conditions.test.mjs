// What a person chooses in the condition builder becomes the expression, and an expression becomes what they chose.
import { equal, deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { parse, write } from '../src/designer/model/conditions.js';
import { textOf } from '../src/designer/model/text.js';

const AS_CHOSEN = ["${permanent == true}", "${certainty == 'proven' && cost > 12.5}", "${a == 'x' || b != 'y && z'}", "${name == 'O\\'Neill'}", '${total <= -3}', "${incident.priority == 'P1'}"];
const AS_TEXT = ['${a == b}', '${!a && (b || c)}', "${a == 'x' && b == 'y' || c == 'z'}", '${a.run()}', '${a ? b : c}', 'yes', '${a} ${b}', "${a == 'x", '${a[0] == 1}'];

test('an expression of comparisons comes back as it was', () => AS_CHOSEN.forEach(text => equal(write(parse(text)), text)));

test('more than comparisons stays text', () => AS_TEXT.forEach(text => equal(parse(text), undefined, text)));

test('a variable alone, or not, is a question of yes or no', () => {
  deepEqual(parse('${acknowledged}').rows, [{ name: 'acknowledged', operator: '==', value: 'true', kind: 'boolean' }]);
  deepEqual(parse('#{ !acknowledged }').rows, [{ name: 'acknowledged', operator: '==', value: 'false', kind: 'boolean' }]);
});

test('no text is no comparison', () => deepEqual(parse(''), { join: '&&', rows: [] }));

test('what somebody types cannot leave its quotes', () => equal(write({ join: '&&', rows: [{ name: 'a', operator: '==', value: "x' || b == 'y", kind: 'string' }] }), "${a == 'x\\' || b == \\'y'}"));

test('a file is read in the encoding that it names', () => {
  const bytes = Uint8Array.from('<?xml version="1.0" encoding="ISO-8859-1"?><a n="\u00e9"/>', letter => letter.charCodeAt(0));
  equal(textOf(bytes), '<?xml version="1.0" encoding="UTF-8"?><a n="\u00e9"/>');
});
