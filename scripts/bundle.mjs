// The portable search as one classic script: a page opened from disk may load no modules.
import { build } from 'esbuild';

await build({
  entryPoints: ['dist/search/portable/browser.js'],
  outfile: 'dist/search/portable/browser.iife.js',
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  platform: 'browser',
  legalComments: 'inline',
  logLevel: 'warning',
});
