import type { Study } from '../../../model/index.js';
import { WELL_COVERED } from '../../../text/coverage.js';
import type { Atlas } from '../../atlas.js';
import { counted, figure, grouped, interval, percent } from '../../figures.js';
import { isPole, placeName } from '../../places.js';
import { escapeHtml } from '../escape.js';
import { meter, scrolling } from '../parts.js';
import type { Page } from '../shell.js';

const PAIRS_SHOWN = 6;
const BANDS = [0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/** Returns the overview: what was read, coded, aligned and scored; how far it reaches; how sure it is; where to go. */
export function overviewPage(atlas: Atlas): Page {
  return {
    path: 'index.html',
    title: 'Atlas of cross-border data law',
    section: 'overview',
    body: (root) =>
      [
        lead(atlas.study),
        tiles(atlas.study),
        extremes(atlas, root),
        coverage(atlas.study),
        certainty(atlas.study),
      ].join('\n'),
  };
}

function lead({ codebook, coded, summary }: Study): string {
  return `<p class="lead">${counted(summary.instruments, 'instrument')} of ${counted(summary.jurisdictions, 'jurisdiction')} were read for rules on moving data across borders, with ${counted(codebook.codes.length, 'code')} of codebook ${escapeHtml(codebook.version)}. ${counted(coded.length, 'instrument')} ${coded.length === 1 ? 'holds' : 'hold'} at least one such rule. Every figure here leads to the words it was made from.</p>`;
}

function tiles({ summary: s }: Study): string {
  const items: [number, string, string][] = [
    [s.articles, 'articles and sections read', 'laws.html'],
    [s.annotations, 'provision–code pairs coded', 'concordance.html'],
    [s.alignments, 'links between comparable provisions', 'concordance.html#rules'],
    [s.divergences, 'divergence figures', 'divergence.html'],
    [s.tensions, 'tensions', 'tensions.html'],
  ];
  return `<ul class="tiles">${items.map(([n, label, href]) => `<li><a href="${href}"><strong>${grouped(n)}</strong>${label}</a></li>`).join('')}</ul>`;
}

function extremes(atlas: Atlas, root: string): string {
  const figures = atlas.study.divergences.filter((d) => d.scope === 'all' && d.total !== null);
  // How far a model law lies from another says nothing about the world; in a report of models alone it is all there is.
  const real = figures.filter((d) => !isPole(d.left) && !isPole(d.right));
  const measured = real.length > 0 ? real : figures;
  const read = measured.filter((d) => d.coverage >= WELL_COVERED);
  const all = read.length > 0 ? read : measured;
  const sorted = [...all].sort((a, b) => (a.total ?? 0) - (b.total ?? 0));
  const rows = (list: typeof sorted): string =>
    list
      .map(
        (d) =>
          `<tr><th scope="row"><a href="${root}compare.html#left=${encodeURIComponent(d.left)}&amp;right=${encodeURIComponent(d.right)}&amp;scope=all">${escapeHtml(placeName(d.left))} – ${escapeHtml(placeName(d.right))}</a></th><td class="n">${figure(d.total)}</td><td>${meter(d)}</td><td class="d">${interval(d)}</td><td class="n">${percent(d.coverage)}</td></tr>`,
      )
      .join('');
  if (sorted.length === 0) return '<h2>Divergence</h2><p>No two sides could be compared.</p>';
  const head =
    '<thead><tr><th scope="col">Pair</th><th scope="col" class="n">Divergence</th><th scope="col">0 to 1</th><th scope="col">Interval</th><th scope="col" class="n">Coverage</th></tr></thead>';
  const table = (name: string, list: typeof sorted): string =>
    `<h3>${name}</h3>${scrolling(name, `<table>${head}<tbody>${rows(list)}</tbody></table>`)}`;
  return `<h2>Nearest and farthest</h2><p class="note">0 means the same answers, 1 nothing in common. The bar is the interval, the line beneath it the share of the codes that both sides cover${read.length > 0 && read.length < measured.length ? `; ${counted(measured.length - read.length, 'pair')} of which less than half was read ${measured.length - read.length === 1 ? 'is' : 'are'} left out here` : ''}. <a href="${root}divergence.html">All pairs</a></p><div class="two"><div>${table('Nearest pairs', sorted.slice(0, PAIRS_SHOWN))}</div><div>${table('Farthest pairs', sorted.slice(-PAIRS_SHOWN).reverse())}</div></div>`;
}

function coverage({ positions }: Study): string {
  const count = (s: string): number => positions.filter((p) => p.stance === s).length;
  const items: [string, number][] = [
    ['found, hard', count('hard')],
    ['found, soft', count('soft')],
    ['absent: searched, not found', count('absent')],
    ['not covered: nothing to search in', count('not-covered')],
  ];
  return `<h2 id="coverage">How far it reaches</h2><p>Of ${grouped(positions.length)} questions (side × code), this many have an answer. A gap in what was read is not a gap in the law.</p>${bars(items)}`;
}

function certainty({ coded, divergences }: Study): string {
  const confidences = coded.flatMap((c) => c.annotations.map((a) => a.confidence));
  const items = BANDS.slice(0, -1).map((from, i): [string, number] => {
    const to = BANDS[i + 1] ?? 1;
    return [`${from.toFixed(1)}–${Math.min(1, to).toFixed(1)}`, confidences.filter((c) => c >= from && c < to).length];
  });
  const below = confidences.filter((c) => c < 0.5).length;
  const widths = divergences
    .flatMap((d) => (d.scope === 'all' && d.low !== null && d.high !== null ? [d.high - d.low] : []))
    .sort((a, b) => a - b);
  const middle = widths[Math.floor(widths.length / 2)];
  const width =
    middle === undefined
      ? ''
      : `<p>The median interval of an overall divergence figure is ${middle.toFixed(2)} wide: smaller differences between pairs say nothing.</p>`;
  return `<h2 id="certainty">How sure it is</h2><p>Confidence of the coding, from the machine itself:</p>${bars(below > 0 ? [['below 0.5', below], ...items] : items)}${width}<p class="note">The gold that the coding is measured against was made with machine assistance and has not been re-coded by legal scholars.</p>`;
}

function bars(items: readonly (readonly [string, number])[]): string {
  const most = Math.max(1, ...items.map(([, n]) => n));
  return `<dl class="bars">${items.map(([label, n]) => `<dt>${label}</dt><dd><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${((100 * n) / most).toFixed(2)}" height="8"/></svg></dd><dd>${grouped(n)}</dd>`).join('')}</dl>`;
}
