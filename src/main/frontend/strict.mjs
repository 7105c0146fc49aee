// Makes libraries keep to the page's content security policy, which allows no style attribute in mark-up that a script
// builds: what stands in an icon becomes attributes of the drawing, the rest is said in our style sheet.
import { readFile } from 'node:fs/promises';

const DRAWN = /^(fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|stroke-miterlimit|stroke-dasharray|opacity|fill-opacity|stroke-opacity|fill-rule)$/;
const STYLE = / style=(\\?")([^"$\\`]*)\1/g;

function attributes(match, quote, style) {
  const parts = style.split(';').map(part => part.split(':').map(text => text.trim())).filter(([name]) => name);
  return parts.every(([name]) => DRAWN.test(name)) ? parts.map(([name, value]) => ` ${name}=${quote}${value}${quote}`).join('') : '';
}

// The icon font is in its style sheet twice; browsers of today read the second.
const OLD_FONT = /@font-face\s*\{[^}]*\.eot\?[^}]*\}/;

export const strict = {
  name: 'strict',
  setup(build) {
    build.onLoad({ filter: /node_modules.(bpmn-js|diagram-js|@bpmn-io|bpmn-js-[\w-]+|diagram-js-[\w-]+)[\\/].*\.(m?js)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return text.includes(' style=') ? { contents: text.replace(STYLE, attributes), loader: 'js' } : undefined;
    });
    build.onLoad({ filter: /bpmn-embedded\.css$/ }, async ({ path }) => ({ contents: (await readFile(path, 'utf8')).replace(OLD_FONT, ''), loader: 'css' }));
  },
};
