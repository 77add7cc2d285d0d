import type { CodedInstrument, Instrument, InstrumentMetadata, Provision } from '../../../../model/index.js';
import { flawsOf } from '../../../../text/coverage.js';
import { byEId } from '../../../../text/provisions.js';
import type { Atlas } from '../../../atlas.js';
import { citeLaw } from '../../../edition.js';
import { counted } from '../../../figures.js';
import type { ReportOptions } from '../../../options.js';
import { directionOf, languageTag } from '../../../wording.js';
import { escapeHtml, webAddress } from '../../escape.js';
import type { MadeFrom } from '../../kept.js';
import type { Page } from '../../shell.js';
import { linkFinder } from './links.js';
import { titleOf, unitHtml } from './unit.js';

/** Scripts of a page that prints a law. */
export const LAW_SCRIPTS = ['assets/find.js'];

/** Returns a page for each coded instrument: its facts, its tree, and every article that holds a code or is cited, in full. */
export function instrumentPages(atlas: Atlas, law: LawKeys): readonly Page[] {
  return atlas.study.coded.map((coded) => ({
    path: atlas.instrumentPage(coded.instrument.metadata.id),
    title: coded.instrument.metadata.title,
    section: 'laws',
    scripts: LAW_SCRIPTS,
    law: citeLaw(coded.instrument.metadata, atlas.study.codebook.version),
    body: (root) => body(atlas, root, coded),
    from: law(coded.instrument.metadata),
  }));
}

/** What decides how a law is printed. */
export type LawKeys = (law: InstrumentMetadata) => MadeFrom;

/** Its own text and codings, those of its provisions that something leads to, the sides that have a page, and the codes that are asked about. */
export function lawKeys(atlas: Atlas, { codes = [] }: ReportOptions): LawKeys {
  return ({ id, jurisdictions }) =>
    (keyOf) => {
      const sides = jurisdictions.filter((j) => atlas.sides.includes(j)).map((j) => atlas.sidePage(j));
      return [atlas.instrumentPage(id), keyOf(id), atlas.citedIn(id), sides, codes];
    };
}

function body(atlas: Atlas, root: string, coded: CodedInstrument): string {
  const { instrument, annotations } = coded;
  const printed = atlas.printed(coded);
  const basic = instrument.provisions.filter((p) => p.tier === 'basic').length;
  const isWhole = printed.length >= basic;
  return `${facts(atlas, root, instrument.metadata)}
<p class="note">${counted(printed.length, 'unit')}${isWhole ? '' : ` of ${basic}`} with ${counted(annotations.length, 'coding')} printed here; the words that state a rule are underlined, the cues that saw it highlighted.${isWhole ? '' : ' Units that are not printed stand in the tree in grey.'}</p>
${lawText(atlas, root, coded, printed)}`;
}

/** The law to read: a search of its words, its tree, and the units that are printed. */
export function lawText(atlas: Atlas, root: string, coded: CodedInstrument, printed: readonly string[]): string {
  const { instrument } = coded;
  const map = byEId(instrument);
  const links = linkFinder(instrument, new Set(printed));
  const units = printed.flatMap((eId) => map.get(eId) ?? []);
  const inner = units.map((unit) => unitHtml(atlas, root, coded, unit, links(unit))).join('');
  const flaws = flawsOf(instrument).map((flaw) => `<p class="note">Warning: ${escapeHtml(flaw)}</p>\n`);
  return `${flaws.join('')}<form class="controls" id="find-form" role="search"><label for="find">Find in this law<input type="search" id="find" autocomplete="off" spellcheck="false" aria-describedby="found"></label><p class="note" role="status" id="found"></p></form>
<div class="law"><nav class="tree" aria-label="Structure of the instrument">${tree(instrument, new Set(printed))}</nav><div id="text" lang="${languageTag(instrument.metadata.language)}" dir="${directionOf(instrument.text)}">${inner}</div></div>`;
}

/** Facts about an instrument that its page unfolds. */
export function facts(atlas: Atlas, root: string, m: InstrumentMetadata): string {
  const guessed = (field: string): string => (m.guessed.includes(field) ? ' <span class="note">(guessed)</span>' : '');
  const address = webAddress(m.source);
  const source =
    address === null
      ? escapeHtml(m.source ?? 'unknown')
      : `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(address)}</a>`;
  const sides = m.jurisdictions
    .map((j) =>
      atlas.sides.includes(j) ? `<a href="${root}${atlas.sidePage(j)}">${escapeHtml(j)}</a>` : escapeHtml(j),
    )
    .join(', ');
  const rows: [string, string][] = [
    ['Id', `${escapeHtml(m.id)}${m.aliases.length > 0 ? ` (${escapeHtml(m.aliases.join(', '))})` : ''}`],
    ['Kind', `${m.kind}${guessed('kind')}`],
    ['Jurisdictions', `${sides}${guessed('jurisdictions')}`],
    ['Language', `${escapeHtml(m.language)}${guessed('language')}`],
    [
      'Dates',
      `made ${escapeHtml(m.made ?? 'unknown')}, in force ${escapeHtml(m.inForce ?? 'unknown')}${m.repealed === null ? '' : `, repealed ${escapeHtml(m.repealed)}`}; status ${m.status}`,
    ],
    ['Completeness', escapeHtml(m.completeness ?? 'unknown')],
    ['Source', source],
    ['Licence', escapeHtml(m.licence ?? 'unknown')],
  ];
  return `<details><summary>About this instrument</summary><dl class="facts">${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl></details>`;
}

/** Divisions and their articles; printed ones are links, others grey. */
function tree({ provisions, metadata, text }: Instrument, printed: ReadonlySet<string>): string {
  // A division without number and heading is the parser's own bracket, which no reader knows by a name.
  const isNamed = (p: Provision): boolean => p.num !== null || p.heading !== null;
  // Hundreds of recitals would stand before the first chapter: the tree leads to the first of them.
  const first = provisions.find((p) => p.kind === 'recital' && printed.has(p.eId));
  const shown = provisions.filter((p) =>
    p.kind === 'recital'
      ? p === first
      : (p.tier === 'division' && isNamed(p)) || p.tier === 'basic' || printed.has(p.eId),
  );
  const items = shown.map((p) => {
    const label = p === first ? 'Recitals' : escapeHtml(titleOf(p));
    if (printed.has(p.eId)) return `<li><a href="#${encodeURIComponent(p.eId)}">${label}</a></li>`;
    return `<li class="${p.tier === 'division' ? 'div' : 'un'}">${label}</li>`;
  });
  return `<ul lang="${languageTag(metadata.language)}" dir="${directionOf(text)}">${items.join('')}</ul>`;
}
