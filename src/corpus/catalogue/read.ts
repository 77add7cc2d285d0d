import { readFileSync } from 'node:fs';
import type { CatalogueAddress, CatalogueEntry } from './entry.js';
import { type Schema, type SchemaFault, schemaFaults } from './schema.js';

/** Shipped beside the catalogue; src/corpus/catalogue and dist/corpus/catalogue lie equally deep under the package. */
const SCHEMA = new URL('../../../corpus/catalogue.schema.json', import.meta.url);
const MAX_FAULTS_TOLD = 5;

/** A catalogue that cannot be used; the message names file and place, `mend` what to do. */
export class CatalogueError extends Error {
  override name = 'CatalogueError';
  constructor(
    message: string,
    readonly mend: string,
  ) {
    super(message);
  }
}

type Written = Partial<CatalogueEntry> & Pick<CatalogueEntry, 'id' | 'title' | 'kind' | 'jurisdictions'>;

/** Many instruments of one compilation, one short row each, so that their facts do not swell the file. */
interface Series {
  readonly prefix: string;
  readonly kind: CatalogueEntry['kind'];
  readonly licence: string;
  /** Address of a rendition with `{number}` in it. */
  readonly url: string;
  readonly path: string;
  readonly file: string;
  readonly rows: readonly (readonly [number, string, string, string, string, string])[];
}

/**
 * The entries of a catalogue file, sorted by id; `name` is the path told in errors.
 * @throws CatalogueError where it is no JSON, breaks the schema or names an id or a file twice.
 */
export function catalogue(text: string, name: string): CatalogueEntry[] {
  const data = parseJson(text, name);
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Schema;
  const faults = schemaFaults(data, schema);
  if (faults.length > 0) throw broken(name, faults, data);
  const { instruments, series = [] } = data as { instruments: Written[]; series?: Series[] };
  const entries = [...instruments.map(complete), ...series.flatMap(expand)];
  const doubled = firstTwice(entries.map((e) => e.id)) ?? firstTwice(entries.flatMap(fileNames));
  if (doubled !== null) throw new CatalogueError(`${name} has ${doubled} twice.`, 'Take one of the two out.');
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The file an address is stored under, relative to the folder of fetched texts: `eu/gdpr-2016-679.oj.en.xhtml`. */
export function fileOf(entry: CatalogueEntry, address: CatalogueAddress): string {
  return `${entry.id}.${address.file}`;
}

function fileNames(entry: CatalogueEntry): string[] {
  return entry.addresses.map((address) => fileOf(entry, address));
}

function complete(written: Written): CatalogueEntry {
  return {
    aliases: [],
    languages: ['en'],
    made: null,
    inForce: null,
    repealed: null,
    identifiers: {},
    core: false,
    contains: [],
    licence: 'not stated by the publisher',
    held: [],
    ...written,
    addresses: (written.addresses ?? []).map((address) => ({ ...ADDRESS, ...address })),
  };
}

const ADDRESS = { language: 'en', reader: null, state: 'unverified', sha256: null };

function expand({ prefix, kind, licence, url, path, file, rows }: Series): CatalogueEntry[] {
  return rows.map(([number, title, parties, made, language, sha256]) => {
    const fill = (template: string): string => template.replaceAll('{number}', String(number));
    return complete({
      id: `${prefix}/${number}`,
      title,
      kind,
      jurisdictions: parties.split(' '),
      languages: [language],
      made,
      licence,
      identifiers: { [prefix]: String(number) },
      addresses: [{ ...ADDRESS, href: fill(url), file, language, reader: prefix, sha256 }],
      held: [{ path: fill(path), sha256, language }],
    });
  });
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const line = text.slice(0, faultAt(text)).split('\n').length;
    throw new CatalogueError(
      `${name}, line ${line}, is no JSON: ${reason}`,
      'Mend the file, or take the shipped catalogue.',
    );
  }
}

/** Where JSON breaks: the longest beginning that could still be continued. The engine names a position only now and then. */
function faultAt(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (canContinue(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function canContinue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    return error instanceof SyntaxError && /Unexpected end|Unterminated/.test(error.message);
  }
}

function broken(name: string, faults: readonly SchemaFault[], data: unknown): CatalogueError {
  const told = faults.slice(0, MAX_FAULTS_TOLD).map((f) => `${name}: ${placeOf(f.pointer, data)} ${f.message}`);
  const more = faults.length > told.length ? [`and ${faults.length - told.length} more`] : [];
  return new CatalogueError(
    [...told, ...more].join('\n'),
    'corpus/catalogue.schema.json says what each field may hold.',
  );
}

/** The pointer, with the instrument's id where it has one: nobody counts to the 87th entry. */
function placeOf(pointer: string, data: unknown): string {
  const at = /^\/instruments\/(\d+)/.exec(pointer)?.[1];
  const entry = at === undefined ? null : (data as { instruments?: { id?: unknown }[] }).instruments?.[Number(at)];
  return typeof entry?.id === 'string' ? `${entry.id} (${pointer})` : pointer === '' ? 'the whole file' : pointer;
}

function firstTwice(values: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) return value;
    seen.add(value);
  }
  return null;
}
