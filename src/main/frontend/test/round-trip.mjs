// Opens, touches and saves every model given (files or folders) and says what is missing or new. Plain Node, no browser.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { losses, losslessModdle } from '../src/designer/model/moddle.js';
import { textOf } from '../src/designer/model/text.js';
import { difference, inventory } from './inventory.mjs';
import { everything } from './everything.mjs';

const files = path => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap(name => files(join(path, name))) : [path]).filter(name => /\.(bpmn|xml)$/.test(name));

// The touch of a person who only looks: a name is changed and changed back, which makes the file be written anew.
async function saved(xml) {
  const moddle = losslessModdle();
  const { rootElement, warnings } = await moddle.fromXML(xml);
  const name = rootElement.name;
  rootElement.set('name', 'touched');
  if (name === undefined) delete rootElement.name;
  else rootElement.set('name', name);
  return { xml: (await moddle.toXML(rootElement, { format: true })).xml, warnings: losses(warnings) };
}

const models = process.argv.slice(2).flatMap(files).map(file => [file, textOf(readFileSync(file))]).concat(everything());
let failed = 0;
for (const [name, xml] of models) {
  const { xml: after, warnings } = await saved(xml);
  const found = [...warnings.map(warning => `! ${warning.message}`), ...difference(inventory(xml), inventory(after))];
  if (found.length) {
    failed++;
    console.error(`${name}\n  ${found.slice(0, 40).join('\n  ')}`);
  }
}
console.log(`${models.length} models, ${failed} changed by opening and saving`);
process.exit(failed || !models.length ? 1 : 0);
