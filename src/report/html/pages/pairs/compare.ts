import type { Atlas } from '../../../atlas.js';
import { escapeHtml } from '../../escape.js';
import type { Page } from '../../shell.js';
import { dates } from './divergence.js';

/** Returns the page of one pair, filled from the data files by its script; without scripts it leads to the sides' own pages. */
export function comparePage(atlas: Atlas, days: readonly string[]): Page {
  return {
    path: 'compare.html',
    title: 'Two sides compared',
    section: 'divergence',
    scripts: [
      'data/divergence.js',
      'assets/meter.js',
      'data/links.js',
      'assets/diff.js',
      'assets/figures.js',
      'assets/compare.js',
    ],
    body: (root) => {
      const sides = atlas.sides
        .map((s) => `<li><a href="${root}${atlas.sidePage(s)}">${escapeHtml(s)}</a></li>`)
        .join('');
      return `<div class="controls"><label for="left">Left<select id="left" autocomplete="off"></select></label><label for="right">Right<select id="right" autocomplete="off"></select></label><label for="scope">Scope<select id="scope" autocomplete="off"></select></label>${dates(days)}</div>
<div id="comparison" data-table="comparison" aria-live="polite"></div>
<noscript><p>This page puts two sides together with a script. Without it, read each side by itself:</p><ul>${sides}</ul></noscript>`;
    },
  };
}
