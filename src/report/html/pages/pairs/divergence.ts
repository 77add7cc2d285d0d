import type { Divergence } from '../../../../model/index.js';
import { type Atlas, scopeLabel } from '../../../atlas.js';
import { figure } from '../../../figures.js';
import { isPole, placeName } from '../../../places.js';
import { escapeHtml } from '../../escape.js';
import { heatClass, meter, scrolling, sideHead, spoken } from '../../parts.js';
import type { Page } from '../../shell.js';

/** Cells of a map of more sides are written as bare figures; the script makes links and drawings of those in sight (100 sides: 90,000 nodes instead of 20,000). */
const MANY_SIDES = 30;

/** Returns the heat map: sides that are compared with each other as a square, sides compared with archetypes alone beneath it. */
export function divergencePage(atlas: Atlas, days: readonly string[]): Page {
  return {
    path: 'divergence.html',
    title: 'Divergence by pair',
    section: 'divergence',
    scripts: ['data/divergence.js', 'assets/meter.js', 'assets/heatmap.js'],
    body: (root) => body(atlas, root, days),
  };
}

/** Scopes in the order of the filter: all, families, principles, then single codes. */
export function scopesOf(atlas: Atlas): readonly string[] {
  const present = new Set(atlas.study.divergences.map((d) => d.scope));
  const families = atlas.study.codebook.families.map((f) => f.id).filter((f) => present.has(f));
  const codes = atlas.study.codebook.codes.map((c) => c.id).filter((c) => present.has(c));
  const rest = [...present].filter((s) => s !== 'all' && !families.includes(s) && !codes.includes(s)).sort();
  return [...(present.has('all') ? ['all'] : []), ...families, ...rest, ...codes];
}

function body(atlas: Atlas, root: string, days: readonly string[]): string {
  const pairs = new Map<string, Divergence>();
  const together = new Set<string>();
  for (const d of atlas.study.divergences.filter((x) => x.scope === 'all')) {
    pairs.set(`${d.left}\n${d.right}`, d);
    if (isPole(d.left) === isPole(d.right)) for (const side of [d.left, d.right]) together.add(side);
  }
  if (pairs.size === 0) return '<p>No two sides could be compared in what was read.</p>';
  const poles = atlas.sides.filter((s) => isPole(s));
  const core = atlas.sides.filter((s) => together.has(s) || isPole(s));
  const others = atlas.sides.filter((s) => !core.includes(s) && poles.some((p) => pairs.has(`${s}\n${p}`)));
  const isMany = core.length > MANY_SIDES;
  const cell = (left: string, right: string): string => {
    if (left === right) return '<td><span class="self" aria-hidden="true">·</span></td>';
    const d = pairs.get(`${left}\n${right}`) ?? pairs.get(`${right}\n${left}`);
    if (d === undefined) return '<td class="none"><span class="vh">not compared</span></td>';
    const shown = figure(d.total).replace('not comparable', 'n/c');
    if (isMany) return `<td class="${heatClass(d.total)}">${shown}</td>`;
    const address = `${root}compare.html#left=${encodeURIComponent(d.left)}&amp;right=${encodeURIComponent(d.right)}&amp;scope=all`;
    return `<td class="${heatClass(d.total)}" data-pair="${escapeHtml(`${d.left}|${d.right}`)}"><a href="${address}" aria-label="${escapeHtml(`${d.left} and ${d.right}: ${spoken(d)}`)}">${shown}${meter(d)}</a></td>`;
  };
  const side = (scope: 'col' | 'row', id: string): string =>
    `<th scope="${scope}" data-side="${escapeHtml(id)}" data-csv="${escapeHtml(id)}">${scope === 'row' ? sideHead(atlas, root, id) : sideLink(atlas, root, id)}</th>`;
  const table = (rows: readonly string[], columns: readonly string[]): string =>
    `<table class="heat${isMany ? ' many' : ''}"><thead><tr><th scope="col"><span class="vh">Side</span></th>${columns.map((c) => side('col', c)).join('')}</tr></thead><tbody>${rows.map((r) => `<tr>${side('row', r)}${columns.map((c) => cell(r, c)).join('')}</tr>`).join('')}</tbody></table>`;
  return [
    '<p class="lead">How far the answers of two sides lie apart. Choose a cell to see the parts of its figure and the provisions’ words side by side.</p>',
    filter(atlas, days),
    legend(),
    core.length > 1
      ? `<h2>Laws and archetypes</h2><div data-picture="divergence-heatmap">${scrolling('Divergence of laws and archetypes', table(core, core))}</div>`
      : '',
    others.length > 0
      ? `<h2>Bound by treaties alone</h2><p class="note">For these sides only treaties were read, so they are compared with the archetypes and not with each other.</p><div data-picture="divergence-from-archetypes">${scrolling('Divergence from archetypes', table(others, poles))}</div>`
      : '',
  ].join('\n');
}

function filter(atlas: Atlas, days: readonly string[]): string {
  const options = scopesOf(atlas).map(
    (s) => `<option value="${escapeHtml(s)}">${escapeHtml(scopeLabel(atlas, s))}</option>`,
  );
  return `<div class="controls"><label for="scope">Scope<select id="scope" autocomplete="off">${options.join('')}</select></label>${dates(days)}</div><p class="vh" role="status" id="told"></p>`;
}

/** Days whose law can be chosen instead of that of the day of the study. */
export function dates(days: readonly string[]): string {
  if (days.length === 0) return '';
  const options = days.map((day) => `<option value="${day}">${day}</option>`).reverse();
  return `<label for="day">Law of<select id="day" autocomplete="off"><option value="">the day of the study</option>${options.join('')}</select></label><p class="note" id="past" hidden>Laws as they were read, by the days of their entry into force and of their end; former versions are not in the study. Single codes are those of the day of the study.</p>`;
}

function legend(): string {
  const ramp = Array.from({ length: 10 }, (_, i) => `<i class="h${i}"></i>`).join('');
  const sample = meter({ total: 0.45, low: 0.3, high: 0.7, coverage: 0.6 });
  return `<ul class="legend"><li>0 the same answers <span class="ramp" aria-hidden="true">${ramp}</span> 1 nothing in common</li><li><span class="swatch hx" aria-hidden="true"></span> n/c: nothing could be compared</li><li><span class="sample">${sample}</span> mark: figure; bar: interval; line beneath: coverage</li><li>empty: not compared</li></ul>`;
}

function sideLink(atlas: Atlas, root: string, side: string): string {
  return `<a href="${root}${atlas.sidePage(side)}" title="${escapeHtml(placeName(side))}">${escapeHtml(isPole(side) ? side.replace('archetype/', '').replaceAll('-', ' ') : side)}</a>`;
}
