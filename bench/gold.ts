import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { ingest } from '../src/ingest/index.js';
import type { Instrument, Provision } from '../src/model/index.js';
import { parse } from '../src/parse/index.js';
import { basicUnitOf } from '../src/text/provisions.js';

/** A real instrument with what careful readers coded in it. */
export interface GoldInstrument {
  readonly id: string;
  /** What is left out together: an instrument and its translations share it. */
  readonly group: string;
  readonly instrument: Instrument;
  readonly rows: readonly GoldRow[];
  /** eIds of units that the reader could not cite, and so neither coded nor passed over. */
  readonly unread?: ReadonlySet<string>;
}

/**
 * One gold row with the eIds its citation names. Where the parser has no such unit, the nearest enclosing one that it has
 * (`6(4)` → `6`), and `isExact` is false; empty where it has none at all.
 */
export interface GoldRow {
  readonly citation: string;
  readonly isExact: boolean;
  readonly code: string;
  readonly modality: string;
  readonly force: string;
  readonly eIds: readonly string[];
}

const CORPUS = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
/** Where the gold files stand in the checkout. */
export const GOLD = 'annotations/gold';
/** The file that each gold file was coded from, as the gold's README lists them. */
export const FILES: Readonly<Record<string, readonly [file: string, language: string]>> = {
  'br/lgpd-13709-2018': ['statutes/br/lgpd-13709-2018.pt.html', 'pt'],
  'ca/pipeda': ['statutes/ca/pipeda.en.xml', 'en'],
  'cn/crossborder-flow-provisions-2024': ['statutes/cn/crossborder-flow-provisions-2024.zh.md', 'zh'],
  'cn/outbound-security-assessment-2022': ['statutes/cn/outbound-security-assessment-2022.zh.md', 'zh'],
  'cn/pipl-2021': ['statutes/cn/pipl-2021.zh.md', 'zh'],
  'cn/standard-contract-measures-2023': ['statutes/cn/standard-contract-measures-2023.zh.md', 'zh'],
  'eu/data-act-2023-2854': ['statutes/eu/data-act-2023-2854.oj.en.xhtml', 'en'],
  'eu/dpd-95-46': ['statutes/eu/dpd-95-46.oj.en.html', 'en'],
  'eu/gdpr-2016-679': ['statutes/eu/gdpr-2016-679.consolidated.en.html', 'en'],
  'in/dpdp-act-2023': ['statutes/in/dpdp-act-2023.txt', 'en'],
  'jp/appi': ['statutes/jp/appi.ja.md', 'ja'],
  'kr/pipa': ['statutes/kr/pipa.ko.md', 'ko'],
  'rw/dpp-58-2021': ['statutes/rw/dpp-58-2021.en.json', 'en'],
  'us/ccpa': ['statutes/us/ccpa.en.txt', 'en'],
  'us/cloud-act-18usc2523': ['statutes/us/cloud-act-18usc2523.2023.en.md', 'en'],
  'us/stored-communications-18usc-ch121': ['statutes/us/stored-communications-18usc-ch121.2023.en.md', 'en'],
  'tota/54': ['agreements/tota/pta_54.xml', 'en'],
  'tota/145': ['agreements/tota/pta_145.xml', 'en'],
  'tota/159': ['agreements/tota/pta_159.xml', 'en'],
  'tota/327': ['agreements/tota/pta_327.xml', 'en'],
  'tota/387': ['agreements/tota/pta_387.xml', 'en'],
  'tota/417': ['agreements/tota/pta_417.xml', 'es'],
  'tota/449': ['agreements/tota/pta_449.xml', 'en'],
};

/** Translations of gold instruments: the same law, so the same gold, article by article; and a law in two languages without gold. */
const TWINS: readonly (readonly [id: string, group: string, file: string, language: string])[] = [
  ['br/lgpd-13709-2018@en', 'br/lgpd-13709-2018', 'statutes/br/lgpd-13709-2018.en-translation.pdf', 'en'],
  ['ca/pipeda@fr', 'ca/pipeda', 'statutes/ca/pipeda.fr.xml', 'fr'],
  ['eu/gdpr-2016-679@fr', 'eu/gdpr-2016-679', 'statutes/eu/gdpr-2016-679.consolidated.fr.html', 'fr'],
  ['tota/449@es', 'tota/449', 'agreements/tota/pta_450.xml', 'es'],
  ['ch/fadp-2020@en', 'ch/fadp-2020', 'statutes/ch/fadp-2020.en.json', 'en'],
  ['ch/fadp-2020@de', 'ch/fadp-2020', 'statutes/ch/fadp-2020.de.md', 'de'],
];

/** The development instruments whose texts are here, in the order of the list; empty without the shared corpus. */
export async function loadGold(): Promise<readonly GoldInstrument[]> {
  const out: GoldInstrument[] = [];
  for (const [id, [file, language]] of Object.entries(FILES)) {
    const path = join(CORPUS, file);
    if (!existsSync(path)) continue;
    const gold = await read(id, id, path, goldFile(id), language);
    out.push(MAIN_TEXT_ONLY.has(id) ? { ...gold, unread: supplementary(gold) } : gold);
  }
  return out;
}

/** Of these only the main text was coded, as the gold's README says. */
const MAIN_TEXT_ONLY = new Set(['jp/appi', 'kr/pipa']);

/** Units of supplementary provisions (附則, 부칙). */
function supplementary({ instrument }: GoldInstrument): ReadonlySet<string> {
  return new Set(instrument.provisions.map((p) => p.eId).filter((eId) => /^sched_(?:附則|부칙)/u.test(eId)));
}

/** The translations that are here, coded as their originals are; without rows where the original has no gold. */
export async function loadTwins(): Promise<readonly GoldInstrument[]> {
  const out: GoldInstrument[] = [];
  for (const [id, group, file, language] of TWINS) {
    const path = join(CORPUS, file);
    if (existsSync(path)) out.push(await read(id, group, path, group in FILES ? goldFile(group) : null, language));
  }
  return out;
}

/** Where the readings stand: instruments coded by us for training, never measured against. */
const READINGS = 'annotations/readings';

/** Further instruments that were coded by machine-assisted reading for training alone; those whose texts are here. */
export async function loadReadings(): Promise<readonly GoldInstrument[]> {
  const files = JSON.parse(readFileSync(join(READINGS, 'files.json'), 'utf8')) as Record<
    string,
    { readonly file: string; readonly language: string }
  >;
  const out: GoldInstrument[] = [];
  for (const [id, { file, language }] of Object.entries(files)) {
    const path = join(CORPUS, file);
    if (!existsSync(path)) continue;
    const reading = await read(id, id, path, join(READINGS, `${id.replace('/', '__')}.csv`), language);
    out.push({ ...reading, unread: unreadOf(reading) });
  }
  return out;
}

/** Units without a citation of their own, unless the reader went by eId where a citation failed. */
function unreadOf({ instrument, rows }: GoldInstrument): ReadonlySet<string> {
  if (rows.some((r) => r.citation.startsWith('#'))) return new Set();
  return new Set(
    instrument.provisions.filter((p) => p.citation === null || UNPRINTED.test(p.citation)).map((p) => p.eId),
  );
}

/** What a citation holds that no law prints: a defined term, the place of an indent or of a repeated number. */
const UNPRINTED = /\[/u;

/** The eIds that each citation names, in document order; `printed` citations name the terms and indents of their unit, too. */
function citedIn(provisions: readonly Provision[], printed: boolean): Map<string, string[]> {
  const cited = new Map<string, string[]>();
  for (const { citation, eId } of provisions) {
    if (citation === null) continue;
    const name = printed ? citation.replace(/\[[^[\]]*\]/gu, '') : citation;
    for (const c of new Set([citation, name])) cited.set(c, [...(cited.get(c) ?? []), eId]);
  }
  return cited;
}

function goldFile(id: string): string {
  return join(GOLD, 'dev', `${id.replace('/', '__')}.csv`);
}

/** The bundled archetypes with their gold, written by this project: extra cases to learn from, never to judge by. */
export async function loadArchetypes(): Promise<readonly GoldInstrument[]> {
  const out: GoldInstrument[] = [];
  for (const file of readdirSync('corpus/archetypes').sort()) {
    const name = file.replace(/\..*$/u, '');
    const gold = join(GOLD, `archetype__${name}.csv`);
    const id = `archetype/${name}`;
    if (existsSync(gold)) out.push(await read(id, id, join('corpus/archetypes', file), gold, 'en'));
  }
  return out;
}

/** The citation of the article or section that holds the provision; its own where none does. */
export function articleOf(instrument: Instrument, provision: Provision): string {
  return (basicUnitOf(instrument, provision) ?? provision).eId;
}

async function read(
  id: string,
  group: string,
  path: string,
  gold: string | null,
  language: string,
): Promise<GoldInstrument> {
  const parsed = parse(await ingest({ path, bytes: readFileSync(path), provenance: null }));
  const instrument = { ...parsed, metadata: { ...parsed.metadata, id, language } };
  const inForce = instrument.provisions.filter((p) => p.status === 'in-force');
  // Gold cites what is printed; readings name a single unit.
  const cited = citedIn(inForce, gold?.startsWith(READINGS) !== true);
  for (const { eId } of inForce) cited.set(`#${eId}`, [eId]);
  const rows =
    gold === null ? [] : (parseCsv(readFileSync(gold, 'utf8'), { columns: true }) as Record<string, string>[]);
  return {
    id,
    group,
    instrument,
    rows: rows.map((r) => ({
      citation: r.provision ?? '',
      isExact: cited.has(r.provision ?? ''),
      code: r.code ?? '',
      modality: r.modality ?? '',
      force: r.force ?? '',
      eIds: nearest(cited, r.provision ?? ''),
    })),
  };
}

function nearest(cited: ReadonlyMap<string, readonly string[]>, citation: string): readonly string[] {
  for (let at = citation; at !== ''; at = at.replace(/[^()]*$|\([^()]*\)$/u, '')) {
    const found = cited.get(at);
    if (found !== undefined) return found;
    if (!at.includes('(')) break;
  }
  return [];
}
