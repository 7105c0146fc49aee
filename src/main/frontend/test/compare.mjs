// Says what differs between pairs of files: before after before after …; nothing when nothing does.
import { readFileSync } from 'node:fs';
import { textOf } from '../src/designer/model/text.js';
import { difference, inventory } from './inventory.mjs';

const files = process.argv.slice(2);
for (let at = 0; at < files.length; at += 2) {
  const [before, after] = [files[at], files[at + 1]].map(file => inventory(textOf(readFileSync(file))));
  difference(before, after).forEach(line => console.log(`${files[at]} ${line}`));
}
