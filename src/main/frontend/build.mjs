// Installs the exact packages of the lock file when it has changed, then bundles the front end into the folder given.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Node.js ${process.versions.node} is too old for Relevo. Install Node.js 20 or newer.`);
  process.exit(1);
}

const out = resolve(process.argv[2] ?? '../../../target/classes/static/assets');
const installed = 'node_modules/.package-lock.json';
if (!existsSync(installed) || statSync('package-lock.json').mtimeMs > statSync(installed).mtimeMs) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

mkdirSync(out, { recursive: true });
const { build } = await import('esbuild');
const { strict } = await import('./strict.mjs');
await build({
  entryPoints: {
    relevo: 'src/relevo.js',
    diagram: 'src/diagram.js',
    designer: 'src/designer/designer.js',
    'designer-style': 'src/designer/designer.css',
    'relevo-style': 'src/relevo.css',
  },
  outdir: out,
  bundle: true,
  minify: true,
  sourcemap: false,
  format: 'iife',
  target: 'es2020',
  jsx: 'automatic',
  jsxImportSource: '@bpmn-io/properties-panel/preact',
  legalComments: 'linked',
  loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl', '.svg': 'dataurl' },
  plugins: [strict],
  logLevel: 'warning',
});
if (existsSync('src/favicon.svg')) copyFileSync('src/favicon.svg', join(out, 'favicon.svg'));
