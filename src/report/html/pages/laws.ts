import type { InstrumentMetadata } from '../../../model/index.js';
import type { Atlas } from '../../atlas.js';
import { counted } from '../../figures.js';
import { placeLabel } from '../../places.js';
import { escapeHtml } from '../escape.js';
import { scrolling } from '../parts.js';
import type { Page } from '../shell.js';

/** Jurisdictions named in a cell; an agreement of more parties tells how many follow. */
const PLACES_SHOWN = 8;

/** Returns the list of all that was read, coded or not, to be narrowed by words, kind, jurisdiction. */
export function lawsPage(atlas: Atlas, hasUncodedPages: boolean): Page {
  return {
    path: 'laws.html',
    title: 'Laws and agreements',
    section: 'laws',
    scripts: ['assets/laws.js'],
    body: (root) => body(atlas, root, hasUncodedPages),
  };
}

function body(atlas: Atlas, root: string, hasUncodedPages: boolean): string {
  const coded = atlas.study.coded.map((c): [InstrumentMetadata, number] => [
    c.instrument.metadata,
    c.annotations.length,
  ]);
  const all = [...coded, ...atlas.uncoded.map((m): [InstrumentMetadata, number] => [m, 0])].sort(
    ([a, n], [b, o]) => o - n || (a.id < b.id ? -1 : 1),
  );
  const kinds = [...new Set(all.map(([m]) => m.kind))].sort();
  const places = [...new Set(all.flatMap(([m]) => m.jurisdictions))].sort();
  const option = (value: string, words: string): string =>
    `<option value="${escapeHtml(value)}">${escapeHtml(words)}</option>`;
  const select = (id: string, label: string, any: string, options: readonly string[]): string =>
    `<label for="${id}">${label}<select id="${id}" autocomplete="off">${option('', any)}${options.join('')}</select></label>`;
  const rows = all.map(([m, n]) => row(atlas, root, m, n, n > 0 || hasUncodedPages));
  const silent =
    atlas.uncoded.length === 0
      ? ''
      : ` In ${counted(atlas.uncoded.length, 'other')} no provision was found to state a rule that the codebook asks for: mostly older agreements on trade in goods. They count as read, and absence is said of them too.`;
  const head = ['Cited as', 'Title', 'Kind', 'Jurisdictions', 'Language', 'Date'];
  const table = `<table id="laws"><thead><tr>${head.map((h) => `<th scope="col">${h}</th>`).join('')}<th scope="col" class="n">Codings</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<p class="lead">All that was read. ${counted(coded.length, 'instrument')} ${coded.length === 1 ? 'holds' : 'hold'} at least one rule on moving data across borders.${silent}</p>
<div class="controls"><label for="words">Words of title or name<input type="search" id="words" autocomplete="off" spellcheck="false"></label>${select(
    'kind',
    'Kind',
    'any kind',
    kinds.map((k) => option(k, k)),
  )}${select(
    'place',
    'Jurisdiction',
    'any jurisdiction',
    places.map((p) => option(p, placeLabel(p))),
  )}${select('coded', 'Rules', 'found or not', [option('yes', 'with a rule'), option('no', 'without a rule')])}</div>
<p role="status" id="told">${counted(all.length, 'instrument')}</p>
<div data-table="laws">${scrolling('Instruments', table)}</div>`;
}

function row(atlas: Atlas, root: string, m: InstrumentMetadata, codings: number, hasPage: boolean): string {
  const name = escapeHtml(atlas.nameOf(m.id));
  const more = m.jurisdictions.length - PLACES_SHOWN;
  const places = `${m.jurisdictions.slice(0, PLACES_SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const named = [m.id, m.title, ...m.aliases].join(' ').toLowerCase();
  const facts = `data-named="${escapeHtml(named)}" data-kind="${m.kind}" data-places="${escapeHtml(m.jurisdictions.join(' '))}"`;
  return `<tr ${facts}><th scope="row">${hasPage ? `<a href="${root}${atlas.instrumentPage(m.id)}">${name}</a>` : name}</th><td>${escapeHtml(m.title)}</td><td>${m.kind}</td><td data-csv="${escapeHtml(m.jurisdictions.join(' '))}">${escapeHtml(places)}</td><td>${escapeHtml(m.language)}</td><td class="d">${escapeHtml(m.inForce ?? m.made ?? 'unknown')}${m.repealed === null ? '' : `<br><span class="tag">repealed ${escapeHtml(m.repealed)}</span>`}</td><td class="n">${codings}</td></tr>`;
}
