import type { Tension } from '../../../model/index.js';
import type { Atlas } from '../../atlas.js';
import { counted } from '../../figures.js';
import { placeLabel } from '../../places.js';
import { escapeHtml } from '../escape.js';
import { instrumentsIn, toldOf } from '../kept.js';
import { citeLink, meter, quote, scrolling } from '../parts.js';
import type { Page } from '../shell.js';

/** Beyond so many the page would not load at once; the CSV report and the command line have all. */
const MOST_CARDS = 300;
/** A matrix of more parties than this shows nothing to the eye; the parties with most tensions are kept. */
const MOST_PARTIES = 24;

/** Returns the tensions: a matrix of who pulls against whom, and cards with both texts, the most severe first. */
export function tensionsPage(atlas: Atlas): Page {
  return {
    path: 'tensions.html',
    title: 'Tensions',
    section: 'tensions',
    scripts: ['assets/tensions.js'],
    body: (root) => body(atlas, root),
    from: (keyOf) => {
      const { tensions } = atlas.study;
      const refs = tensions.flatMap((t) => [t.left, t.right, ...(t.reconciledBy === null ? [] : [t.reconciledBy])]);
      return [tensions, toldOf(atlas, instrumentsIn(refs), keyOf)];
    },
  };
}

function body(atlas: Atlas, root: string): string {
  const { tensions } = atlas.study;
  if (tensions.length === 0)
    return '<p class="lead">No two provisions were found to pull apart in what was read. That is a statement about this corpus and this codebook, not about the law at large.</p>';
  const sorted = [...tensions].sort((a, b) => b.severity - a.severity);
  const cards = sorted.slice(0, MOST_CARDS);
  const more =
    sorted.length > MOST_CARDS
      ? `<p class="note">The ${MOST_CARDS} most severe of ${sorted.length} are shown here; <code>lexatlas report --format csv</code> writes all.</p>`
      : '';
  return `<p class="lead">${counted(tensions.length, 'pair')} of provisions of different sides that pull apart: a duty here against a ban there, a promise against a restriction.</p>
${matrix(sorted)}
${controls(sorted)}<p role="status" id="told">${cards.length} shown.</p>${more}
<div id="cards">${cards.map((t, i) => card(atlas, root, t, i)).join('')}</div>
${list(atlas, root, sorted)}`;
}

/** Whose law pulls, and to whom a commitment is owed. */
const everyone = (t: Tension): readonly string[] => [...new Set([...t.parties, ...(t.partners ?? [])])];

function partiesOf(tensions: readonly Tension[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const t of tensions) for (const p of everyone(t)) counts.set(p, (counts.get(p) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function matrix(tensions: readonly Tension[]): string {
  const all = tensions.map((t) => ({ own: new Set(t.parties), all: new Set(everyone(t)) }));
  const between = (a: string, b: string): number =>
    all.filter((t) => t.all.has(a) && t.all.has(b) && (t.own.has(a) || t.own.has(b))).length;
  const ranked = partiesOf(tensions).map(([p]) => p);
  const paired = ranked.filter((a) => ranked.some((b) => a !== b && between(a, b) > 0));
  const parties = paired.slice(0, MOST_PARTIES).sort();
  if (parties.length < 2) return '';
  const counts = parties.map((a) => parties.map((b) => (a === b ? 0 : between(a, b))));
  const most = Math.max(1, ...counts.flat());
  const rows = parties.map((a, y) => {
    const cells = parties.map((b, x) => {
      const n = counts[y]?.[x] ?? 0;
      if (a === b) return '<td class="own" data-csv=""></td>';
      if (n === 0)
        return '<td class="none" data-csv="0"><span aria-hidden="true">·</span><span class="vh">0</span></td>';
      const step = Math.min(9, Math.floor((9 * n) / most));
      const address = `#party=${encodeURIComponent(a)}&amp;other=${encodeURIComponent(b)}`;
      return `<td class="h${step}"><a href="${address}" aria-label="${escapeHtml(`${a} and ${b}: ${counted(n, 'tension')}`)}">${n}</a></td>`;
    });
    return `<tr><th scope="row"><abbr title="${escapeHtml(placeLabel(a))}">${escapeHtml(a)}</abbr></th>${cells.join('')}</tr>`;
  });
  const head = parties.map(
    (p) => `<th scope="col"><abbr title="${escapeHtml(placeLabel(p))}">${escapeHtml(p)}</abbr></th>`,
  );
  const table = `<table class="heat tension-matrix"><thead><tr><th scope="col"><span class="vh">Party</span></th>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const kept =
    partiesOf(tensions).length > parties.length ? ` The ${parties.length} with most tensions are shown.` : '';
  return `<h2>Who pulls against whom</h2><p class="note">How many tensions touch both parties; a cell leads to their texts.${kept}</p><div data-picture="tension-matrix">${scrolling('Tensions by pair of parties', table)}</div>`;
}

function controls(tensions: readonly Tension[]): string {
  const types = [...new Set(tensions.map((t) => t.type))].sort();
  const option = (value: string, words: string): string =>
    `<option value="${escapeHtml(value)}">${escapeHtml(words)}</option>`;
  const typeOptions = types.map((t) => option(t, `${wordsOf(t)} (${tensions.filter((x) => x.type === t).length})`));
  const partyOptions = partiesOf(tensions).map(([p, n]) => option(p, `${placeLabel(p)} (${n})`));
  const select = (id: string, label: string, any: string, options: readonly string[]): string =>
    `<label for="${id}">${label}<select id="${id}" autocomplete="off"><option value="">${any}</option>${options.join('')}</select></label>`;
  return `<h2 id="texts">Both texts</h2><div class="controls">${select('type', 'Kind', 'any kind', typeOptions)}${select('party', 'Party', 'any party', partyOptions)}${select('other', 'and', 'any other', partyOptions)}<label class="check" for="open"><span><input type="checkbox" id="open" autocomplete="off"> not reconciled only</span></label></div>`;
}

const wordsOf = (type: string): string => type.replaceAll('-', ' ').replace(' v ', ' against ');

function card(atlas: Atlas, root: string, t: Tension, place: number): string {
  const reconciled =
    t.reconciledBy === null
      ? '<p class="note">Nothing was found that reconciles them.</p>'
      : `<p>Reconciled, at least in part, by ${citeLink(atlas, root, t.reconciledBy)}.</p>`;
  const severity = meter({ total: t.severity, low: null, high: null, coverage: 0 });
  const facts = `data-tension="${escapeHtml(t.type)}" data-parties="${escapeHtml(everyone(t).join(' '))}" data-reconciled="${t.reconciledBy === null ? 'no' : 'yes'}"`;
  return `<article class="card" id="tension-${place + 1}" ${facts}><h3>${escapeHtml(atlas.cite(t.left))} × ${escapeHtml(atlas.cite(t.right))}</h3><p class="note"><strong>${escapeHtml(wordsOf(t.type))}</strong> · ${escapeHtml(t.parties.slice(0, 8).join(', '))} · severity ${t.severity.toFixed(2)}${t.grade === undefined ? '' : ` (${t.grade})`} <span class="sample">${severity}</span> <a class="pin" href="#tension-${place + 1}" aria-label="Address of this tension">#</a></p><p>${escapeHtml(t.reason)}</p><div class="sides">${quote(atlas, root, t.left)}${quote(atlas, root, t.right)}</div>${reconciled}</article>`;
}

/** The table behind the cards, complete, for those who count. */
function list(atlas: Atlas, root: string, tensions: readonly Tension[]): string {
  const rows = tensions.map(
    (t) =>
      `<tr><th scope="row">${citeLink(atlas, root, t.left)}</th><td>${citeLink(atlas, root, t.right)}</td><td>${escapeHtml(wordsOf(t.type))}</td><td class="n">${t.severity.toFixed(2)}</td><td>${escapeHtml(t.parties.join(' '))}</td><td>${t.reconciledBy === null ? 'none found' : citeLink(atlas, root, t.reconciledBy)}</td></tr>`,
  );
  return `<details data-table="tensions"><summary>All ${tensions.length} as a table</summary>${scrolling('All tensions', `<table><thead><tr><th scope="col">Left</th><th scope="col">Right</th><th scope="col">Kind</th><th scope="col" class="n">Severity</th><th scope="col">Parties</th><th scope="col">Reconciled by</th></tr></thead><tbody>${rows.join('')}</tbody></table>`)}</details>`;
}
