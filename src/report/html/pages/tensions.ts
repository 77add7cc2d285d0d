import type { Tension } from '../../../model/index.js';
import type { Atlas } from '../../atlas.js';
import { counted } from '../../figures.js';
import { escapeHtml } from '../escape.js';
import { citeLink, meter, quote } from '../parts.js';
import type { Page } from '../shell.js';

/** Beyond so many the page would not load at once; the CSV report and the command line have all. */
const MOST_CARDS = 300;

/** Returns the tensions as cards with both texts, the most severe first. */
export function tensionsPage(atlas: Atlas): Page {
  return {
    path: 'tensions.html',
    title: 'Tensions',
    section: 'tensions',
    body: (root) => {
      const { tensions } = atlas.study;
      if (tensions.length === 0)
        return '<p class="lead">No two provisions were found to pull apart in what was read. That is a statement about this corpus and this codebook, not about the law at large.</p>';
      const sorted = [...tensions].sort((a, b) => b.severity - a.severity);
      const kinds = [...new Set(sorted.map((t) => t.type))].map(
        (type) => `<li>${escapeHtml(type)}: ${sorted.filter((t) => t.type === type).length}</li>`,
      );
      const more =
        sorted.length > MOST_CARDS
          ? `<p>The ${MOST_CARDS} most severe of ${sorted.length} are shown; <code>lexatlas report --format csv</code> writes all.</p>`
          : '';
      return `<p class="lead">${counted(tensions.length, 'pair')} of provisions of different sides that pull apart: a duty here against a ban there, a promise against a restriction.</p><ul class="legend">${kinds.join('')}</ul>${more}${sorted
        .slice(0, MOST_CARDS)
        .map((t, i) => card(atlas, root, t, i))
        .join('')}`;
    },
  };
}

function card(atlas: Atlas, root: string, t: Tension, place: number): string {
  const reconciled =
    t.reconciledBy === null
      ? '<p>Nothing was found that reconciles them.</p>'
      : `<p>Reconciled, at least in part, by ${citeLink(atlas, root, t.reconciledBy)}.</p>`;
  const severity = meter({ total: t.severity, low: null, high: null, coverage: 0 });
  return `<article class="card" id="tension-${place + 1}"><h2>${escapeHtml(atlas.cite(t.left))} × ${escapeHtml(atlas.cite(t.right))}</h2><p><strong>${escapeHtml(t.type.replaceAll('-', ' '))}</strong> · ${escapeHtml(t.parties.join(', '))} · severity ${t.severity.toFixed(2)} <span class="sample">${severity}</span></p><p>${escapeHtml(t.reason)}</p><div class="sides">${quote(atlas, root, t.left)}${quote(atlas, root, t.right)}</div>${reconciled}</article>`;
}
