import countries from 'i18n-iso-countries/index.js'; // The codes alone: the package's root loads the names in eighty languages.
import type { InstrumentKind, InstrumentMetadata, SourceFile } from '../model/index.js';
import { aliasesOf } from './aliases.js';
import { madeBy } from './stated.js';

type Facts = Partial<InstrumentMetadata>;

/**
 * The metadata of a file's instrument: what its provenance record states, else what the file says of itself, else what
 * its name and folder suggest. Fields of the last two sorts are listed in `guessed`.
 */
export function describe(file: SourceFile, found: Facts): InstrumentMetadata {
  const id = instrumentId(file.path);
  const stated: Facts = { ...statedFacts(file.provenance), ...cataloguedFacts(file.provenance, id) };
  const suggested = { ...suggestedFacts(file.path), ...madeBy(found.title ?? stated.title ?? '') };
  const guessed: string[] = [];
  const pick = <K extends keyof InstrumentMetadata>(
    key: K,
    otherwise: InstrumentMetadata[K],
  ): InstrumentMetadata[K] => {
    const value = stated[key];
    if (value !== undefined) return value;
    const other = found[key] ?? suggested[key];
    if (other !== undefined && other !== null) guessed.push(key);
    return other ?? otherwise;
  };
  const title = pick('title', id);
  const jurisdictions = pick('jurisdictions', []).map(countryCode);
  return {
    id,
    title,
    aliases: [...new Set([...(stated.aliases ?? []), ...aliasesOf(id, title)])],
    kind: pick('kind', 'statute'),
    jurisdictions: [...new Set(jurisdictions)].sort(),
    language: pick('language', 'und'),
    made: pick('made', null),
    inForce: pick('inForce', null),
    repealed: pick('repealed', null),
    status: pick('status', 'unknown'),
    source: pick('source', null),
    licence: pick('licence', null),
    completeness: pick('completeness', null),
    identifiers: pick('identifiers', {}),
    guessed: guessed.sort(),
  };
}

/** The short id that a path gives: `tota/449`, `eu/gdpr-2016-679`, `treaty/cptpp-2018`, `archetype/adequacy`. */
export function instrumentId(path: string): string {
  const { folder, stem } = partsOf(path);
  const tota = /^pta_(\d+)$/u.exec(stem);
  if (tota) return `tota/${tota[1]}`;
  if (folder === 'agreements') return `treaty/${stem}`;
  if (folder === 'archetypes') return `archetype/${stem}`;
  return folder === '' ? stem : `${folder}/${stem}`;
}

/** An ISO 3166-1 alpha-2 code for an alpha-3 one; unions, councils and subdivisions stay as they are. */
function countryCode(code: string): string {
  const upper = code.trim().toUpperCase();
  if (upper === 'EUN' || upper === 'EEC' || upper === 'EC') return 'EU';
  return /^[A-Z]{3}$/u.test(upper) ? (countries.alpha3ToAlpha2(upper) ?? upper) : upper;
}

/**
 * What reading takes from a path, as one string: equal for a file and its copy in another corpus. It is the file's name and folder, and whether the
 * folder is one of agreements.
 */
export function placeOf(path: string): string {
  const { folder, name } = partsOf(path);
  return `${AMONG_AGREEMENTS.test(path) ? 'agreements: ' : ''}${folder}/${name}`;
}
const AMONG_AGREEMENTS = /\/agreements\//u;

function partsOf(path: string): { folder: string; stem: string; name: string } {
  const steps = path
    .replace(/\\/gu, '/')
    .split('/')
    .filter((s) => s !== '' && s !== '.' && s !== '..');
  const name = steps.at(-1) ?? '';
  return { name, folder: steps.at(-2) ?? '', stem: name.split('.')[0] ?? name };
}

function statedFacts(record: SourceFile['provenance']): Facts {
  if (record === null) return {};
  const words = (key: string): string | undefined =>
    typeof record[key] === 'string' && record[key] !== '' ? String(record[key]) : undefined;
  const list = (key: string): string[] => (Array.isArray(record[key]) ? record[key].map(String) : []);
  const places =
    list('parties').length > 0
      ? list('parties')
      : list('jurisdictions').length > 0
        ? list('jurisdictions')
        : (words('jurisdiction')?.split(/[,;]\s*/u) ?? []);
  const date = (...keys: string[]): string | undefined =>
    keys.map(words).find((d) => d !== undefined && /^\d{4}(-\d{2}){0,2}$/u.test(d));
  const facts: {
    [K in keyof InstrumentMetadata]?: InstrumentMetadata[K] | undefined;
  } = {
    title: words('title'),
    kind: kindOf(words('kind')),
    jurisdictions: places.length > 0 ? places : undefined,
    language: words('language')?.split(/[,;\s]/u)[0],
    made: date('made', 'signed', 'date_signed', 'adopted'),
    inForce: date('inForce', 'in_force', 'date_in_force'),
    repealed: date('repealed'),
    source: words('official_url') ?? words('source') ?? words('url'),
    licence: words('license_note') ?? words('licence') ?? words('license'),
    completeness: words('completeness'),
    aliases: list('aliases').length > 0 ? list('aliases') : undefined,
    identifiers: identifiersOf(record.identifiers),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== undefined)) as Facts;
}

/**
 * What the catalogue knows of a file of these bytes. It says who is bound and when better than the folder does, whose
 * title often names the file ('consolidated, Formex 4'). Where the catalogue counts the file as a part of another
 * instrument (a chapter of an agreement), the file keeps its own title.
 */
function cataloguedFacts(record: SourceFile['provenance'], id: string): Facts {
  const entry = record?.catalogue as Partial<InstrumentMetadata> | undefined;
  if (entry === undefined) return {};
  const { title, aliases, kind, jurisdictions, made, inForce, repealed, identifiers } = entry;
  const named = entry.id === id ? { title, aliases } : {};
  const facts = { kind, jurisdictions, made, inForce, repealed, identifiers, ...named };
  return Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== undefined && v !== null)) as Facts;
}

/** `{ celex: '32016R0679' }`; undefined where none is stated. */
function identifiersOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const stated = Object.entries(value).filter((e): e is [string, string] => typeof e[1] === 'string');
  return stated.length > 0 ? Object.fromEntries(stated) : undefined;
}

const KINDS: Readonly<Record<string, InstrumentKind>> = {
  statute: 'statute',
  act: 'statute',
  law: 'statute',
  regulation: 'regulation',
  rules: 'regulation',
  agreement: 'agreement',
  'trade-agreement': 'agreement',
  treaty: 'agreement',
  convention: 'convention',
  archetype: 'archetype',
};

function kindOf(word: string | undefined): InstrumentKind | undefined {
  return word !== undefined && Object.hasOwn(KINDS, word.toLowerCase()) ? KINDS[word.toLowerCase()] : undefined;
}

/** ISO 639-1 codes of the languages that statutes are published in; other short parts of a name (`oj`) are no language. */
const LANGUAGES: ReadonlySet<string> = new Set(
  'ar bg bn cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv ms mt nl no pl pt ro ru sk sl sv sw th tr uk ur vi zh'.split(
    ' ',
  ),
);

/** What a file's name and folder suggest: `statutes/eu/x.consolidated.fr.html` is a French statute of the EU. */
function suggestedFacts(path: string): Facts {
  const { folder, stem, name } = partsOf(path);
  const language = name
    .split('.')
    .slice(1, -1)
    .find((s) => LANGUAGES.has(s));
  const year = /(?:^|[-_])((?:19|20)\d{2})(?=$|[-_])/u.exec(stem)?.[1];
  const isPlace = /^(?:[a-z]{2}|coe)$/u.test(folder);
  const isTreaty = folder === 'tota' || folder === 'agreements' || AMONG_AGREEMENTS.test(path);
  const parties = isTreaty
    ? stem.split('-').filter((s) => /^[a-z]{3}$/u.test(s) && countries.alpha3ToAlpha2(s.toUpperCase()) !== undefined)
    : [];
  return {
    title: stem.replace(/[-_]+/gu, ' '),
    kind: folder === 'archetypes' ? 'archetype' : isTreaty ? 'agreement' : 'statute',
    jurisdictions: isPlace ? [folder.toUpperCase()] : parties,
    language: language ?? 'en',
    ...(year === undefined ? {} : { made: year }),
  };
}
