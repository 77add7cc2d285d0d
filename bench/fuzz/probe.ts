import { codebook } from '../../src/codebook/index.js';
import { CatalogueError, catalogue } from '../../src/corpus/index.js';
import { ingest } from '../../src/ingest/index.js';
import type { Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { ADOPT_FORMATS, type AdoptFormat, adopt, opened, readGold } from '../../src/publish/index.js';
import { parseQuery } from '../../src/search/index.js';

/** Errors that say in words what is wrong with the input; all others are ours. */
const TOLD = new Set([
  'DatasetError',
  'CatalogueError',
  'CodebookError',
  'QueryError',
  'StudyError',
  'CsvError',
  'SyntaxError',
]);

/** What went wrong with a case; null where all was well. */
export type Verdict = string | null;

/**
 * Reads and parses hostile bytes as a run would, and holds what comes out against the model's promises: ingest never throws, spans
 * lie inside the text and inside their parent, ids are unique, everything survives a JSON round trip, and no object's prototype has grown.
 */
export async function probeReader(path: string, bytes: Uint8Array): Promise<Verdict> {
  const provenance = {
    path,
    kind: 'constructor',
    jurisdiction: '__proto__',
    aliases: ['toString'],
    identifiers: { a: 'b' },
  };
  const source = await ingest({ path, bytes, provenance });
  if (source.blocks.length === 0) {
    const error = source.diagnostics.find((d) => d.severity === 'error');
    return error?.file === path && error.mend !== null
      ? polluted()
      : 'no blocks, and no error that names file and mend';
  }
  const instrument = parse(source);
  return spansOf(instrument) ?? roundTrip(instrument) ?? polluted();
}

/** A reader of people's own files; `law` is what codings are anchored in. */
type Importer = (bytes: Buffer, law: Instrument) => unknown;

/** Codings that `import` takes, but for those whose honest files the repository holds. */
export const CODINGS: readonly AdoptFormat[] = ADOPT_FORMATS.filter((f) => f !== 'csv' && f !== 'jsonl');

/** The readers of people's own files, each by the name that an error would give; codings by their format. */
export const IMPORTERS: Readonly<Record<string, Importer>> = {
  'gold.csv': (bytes) => readGold(bytes.toString('utf8'), 'gold.csv'),
  'coding.csv': (bytes, law) => take('coding.csv', 'csv', bytes, law),
  'coding.jsonl': (bytes, law) => take('coding.jsonl', 'jsonl', bytes, law),
  'codebook.json': (bytes) => codebook(bytes.toString('utf8'), 'codebook.json'),
  'catalogue.json': (bytes) => catalogue(bytes.toString('utf8'), 'catalogue.json'),
  query: (bytes) => parseQuery(bytes.toString('utf8').slice(0, 2_000)),
  ...Object.fromEntries(
    CODINGS.map((format): [string, Importer] => [
      format,
      (bytes, law) => take(`${law.metadata.id.replaceAll('/', '__')}.${format}`, format, bytes, law),
    ]),
  ),
};

/** A coding as `import` takes it in: opened, anchored in the law, its attributes read. */
async function take(name: string, format: AdoptFormat, bytes: Buffer, law: Instrument): Promise<void> {
  const { file, format: text } = await opened({ name, bytes }, format);
  const { annotations } = adopt(file, text, [law], 'human:fuzz');
  for (const { provision, span } of annotations) {
    const isInside = span.start >= 0 && span.start <= span.end && span.end <= law.text.length;
    if (!isInside) throw new Error(`${provision.eId} is coded outside the text`);
  }
}

/** Gives the bytes to an importer: it may refuse them in words, and nothing else. */
export async function probeImporter(name: string, bytes: Buffer, law: Instrument): Promise<Verdict> {
  try {
    await IMPORTERS[name]?.(bytes, law);
  } catch (error) {
    if (!(error instanceof Error)) return `threw ${String(error)}`;
    const isTold = error instanceof CatalogueError || TOLD.has(error.name) || 'mend' in error;
    if (!isTold) return `${error.name}: ${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}`;
  }
  return polluted();
}

function spansOf({ text, provisions }: Instrument): Verdict {
  const byId = new Map(provisions.map((p) => [p.eId, p]));
  if (byId.size !== provisions.length) return 'two provisions share an eId';
  for (const p of provisions) {
    const { start, end } = p.span;
    if (!(start >= 0 && start <= end && end <= text.length)) return `${p.eId} lies outside the text`;
    if (typeof p.kind !== 'string' || typeof p.eId !== 'string') return `${String(p.eId)} has a kind that is no word`;
    const parent = p.parent === null ? null : byId.get(p.parent);
    if (parent === undefined) return `${p.eId} has a parent that is not there`;
    if (parent !== null && (start < parent.span.start || end > parent.span.end))
      return `${p.eId} lies outside its parent`;
  }
  return null;
}

function roundTrip(instrument: Instrument): Verdict {
  const once = JSON.stringify(instrument);
  return JSON.stringify(JSON.parse(once)) === once ? null : 'does not survive a JSON round trip';
}

function polluted(): Verdict {
  const grown = Object.keys(Object.getPrototypeOf({})).concat('polluted' in {} ? ['polluted'] : []);
  return grown.length === 0 ? null : `Object.prototype has grown: ${grown.join(', ')}`;
}
