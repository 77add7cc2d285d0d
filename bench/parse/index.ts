import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ingest } from '../../src/ingest/index.js';
import type { Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { bareParse, processorMs } from './bare.js';
import { citationShares } from './citations.js';
import { renditionAgreement } from './renditions.js';
import { type Stated, statedUnits, unitsFound } from './stated.js';
import { toldApart } from './told.js';

const CORPUS = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
/** A file is right when it is within this share of the stated number of units (issue 3). */
const TOLERANCE = 0.01;
/** Reading may take this many times what the underlying parser alone needs (issue 3). */
const MOST_TIMES = 3;
/**
 * Ours and the underlying parser read each file in turn; the best of each counts, so that neither pays for warming up or for another program. Small files
 * are read more often: engines compile what has run for some time, and of the two the longer program comes to it later.
 */
const TURNS = 3;
const MOST_TURNS = 12;
/** Further turns are taken while a file has cost less than this. */
const WARM_MS = 400;

interface FileRow {
  readonly file: string;
  readonly format: string;
  readonly stated: Stated | null;
  readonly found: number;
  readonly hasStructure: boolean;
  readonly instrument: Instrument;
  /** As the file stands on disk, packed or not. */
  readonly bytes: number;
  readonly ms: number;
  readonly bareMs: number | null;
}

/**
 * Top-level units found against the number that each file's provenance states, per format, with the time beside that of
 * the underlying parser alone; then how far renditions of one law agree, and the share of gold citations that resolve.
 *
 * @param filters parts of paths; empty for the whole corpus
 */
export async function benchParse(filters: readonly string[] = []): Promise<string> {
  const rows: FileRow[] = [];
  for (const path of filesBelow(CORPUS)) {
    const file = relative(CORPUS, path);
    if (filters.length === 0 || filters.some((f) => file.includes(f))) rows.push(await readOne(path, file));
  }
  const wrong = rows.filter((r) => !isRight(r));
  const named = rows.filter((r) => filters.length > 0 || !r.file.includes('tota/') || !isRight(r));
  const explained = wrong.filter((r) => r.stated?.known !== undefined);
  return [
    'file                                                        format               found  stated  provisions     ms   bare ms',
    ...named.map(rowLine),
    '',
    `${rows.length - wrong.length} of ${rows.length} files within ${TOLERANCE * 100} % of the stated number; ${wrong.length - explained.length} of the rest unexplained; ${rows.filter((r) => !r.hasStructure).length} without structure; ${rows.reduce((n, r) => n + r.found, 0)} units`,
    ...wrong.map((r) => `  ${r.file}: ${r.found} for ${r.stated?.units}. ${r.stated?.known ?? 'UNEXPLAINED'}`),
    '',
    ...formatTable(rows),
    `ms: processor time, best of ${TURNS} to ${MOST_TURNS}, ours and the underlying parser of the same file in turn. A row sums its files. JSON.parse is native and leaves the words of an article in one string, htmlparser2 gives those of a ToTA article so; cutting them into paragraphs and points is counted as ours.`,
    '',
    ...diagnosticsTable(rows),
    '',
    ...renditionAgreement(rows.map((r) => ({ file: r.file, instrument: r.instrument }))),
    '',
    ...toldApart(rows.map((r) => ({ file: r.file, instrument: r.instrument }))),
    '',
    ...citationShares(rows.map((r) => ({ file: r.file, instrument: r.instrument }))),
  ].join('\n');
}

async function readOne(path: string, file: string): Promise<FileRow> {
  const bytes = readFileSync(path);
  const read = async (): Promise<Instrument> => parse(await ingest({ path: file, bytes, provenance: null }));
  let [ms, bareMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let instrument = await read();
  const begun = processorMs();
  for (let turn = 0; turn < TURNS || (turn < MOST_TURNS && processorMs() - begun < WARM_MS); turn += 1) {
    const started = processorMs();
    instrument = await read();
    ms = Math.min(ms, processorMs() - started);
    const bare = await bareParse(instrument.format, bytes);
    if (bare === null) break;
    bareMs = Math.min(bareMs, bare);
  }
  const stated = statedUnits(file, bytes);
  return {
    file,
    format: instrument.format,
    stated,
    found: unitsFound(instrument, stated?.of ?? 'articles'),
    hasStructure: instrument.provisions.some((p) => p.tier === 'basic'),
    instrument,
    bytes: bytes.byteLength,
    ms,
    bareMs: Number.isFinite(bareMs) ? bareMs : null,
  };
}

function isRight(row: FileRow): boolean {
  return row.stated === null || Math.abs(row.found - row.stated.units) <= row.stated.units * TOLERANCE;
}

function rowLine(r: FileRow): string {
  return [
    `${isRight(r) ? ' ' : '!'} ${r.file.padEnd(58)}`,
    r.format.padEnd(19),
    String(r.found).padStart(5),
    String(r.stated?.units ?? '–').padStart(7),
    String(r.instrument.provisions.length).padStart(11),
    r.ms.toFixed(0).padStart(6),
    (r.bareMs?.toFixed(0) ?? '–').padStart(9),
  ].join(' ');
}

function formatTable(rows: readonly FileRow[]): string[] {
  const formats = [...new Set(rows.map((r) => r.format))].sort();
  return [
    'format               files  right   units found  stated       ms   bare ms   times  ms per MB',
    ...formats.map((format) => {
      const own = rows.filter((r) => r.format === format);
      const ms = own.reduce((n, r) => n + r.ms, 0);
      const bare = own.some((r) => r.bareMs === null) ? null : own.reduce((n, r) => n + (r.bareMs ?? 0), 0);
      const times = bare === null ? null : ms / bare;
      return [
        format.padEnd(20),
        String(own.length).padStart(5),
        String(own.filter(isRight).length).padStart(6),
        String(own.reduce((n, r) => n + r.found, 0)).padStart(13),
        String(own.reduce((n, r) => n + (r.stated?.units ?? 0), 0)).padStart(7),
        ms.toFixed(0).padStart(8),
        (bare?.toFixed(0) ?? '–').padStart(9),
        times === null ? '      –  ' : `${times.toFixed(1).padStart(7)}${times > MOST_TIMES ? ' !' : '  '}`,
        ((ms * 1e6) / own.reduce((n, r) => n + r.bytes, 0)).toFixed(0).padStart(8),
      ].join(' ');
    }),
  ];
}

function diagnosticsTable(rows: readonly FileRow[]): string[] {
  const kinds = new Map<string, number>();
  for (const { instrument } of rows)
    for (const d of instrument.diagnostics) kinds.set(d.ruleId, (kinds.get(d.ruleId) ?? 0) + 1);
  return [`diagnostics: ${[...kinds].map(([kind, n]) => `${kind} ${n}`).join(', ') || 'none'}`];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((n) => join(folder, n))
    .flatMap((p) => (statSync(p).isDirectory() ? filesBelow(p) : /\.(?:jsonl|csv)$/u.test(p) ? [] : [p]));
}
