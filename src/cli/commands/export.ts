import { createHash, type Hash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import {
  type Dataset,
  type ExportedFile,
  type ExportFormat,
  exportPieces,
  narrow,
  PARTITION_KEYS,
  type PartitionKey,
  type TextPolicy,
} from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError, UsageError } from '../failure.js';
import { say } from '../output.js';
import { many, text } from '../print.js';
import { progressOn } from '../progress.js';
import { type OpenStudy, openForReading } from '../study.js';

/** Prints the study as a dataset, or writes it to --out: a file, or a folder, which gets the data card too. */
export const exportCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const asked = text(options.format) ?? 'csv';
    const format = (asked === 'ndjson' ? 'jsonl' : asked) as ExportFormat;
    const policy = (options.text === false ? 'never' : (text(options.text) ?? 'licensed')) as TextPolicy;
    if (!['licensed', 'always', 'never'].includes(policy))
      throw new InputError(`--text ${policy} means nothing.`, 'Say licensed, always or never.');
    const instruments = many(options.instrument).map((name) => study.resolve(name));
    const dataset = narrow(streamOf(study, instruments), {
      instruments,
      codes: many(options.code),
      jurisdictions: many(options.jurisdiction),
      annotators: many(options.annotator),
    });
    const target = targetOf(text(options.out));
    const partitionBy = partitionOf(text(options.partitionBy), format, target);
    const wanted = target.kind === 'folder' && format !== 'card' ? ([format, 'card'] as const) : [format];
    const files: ExportedFile[] = [];
    for (const one of wanted)
      files.push(
        ...(await write(
          observed(dataset, one, study.catalogue.length),
          one,
          { text: policy, files, partitionBy },
          target,
        )),
      );
  } finally {
    study.close();
  }
};

/**
 * The study as a dataset that reads one instrument at a time: every instrument that was read, coded or not, with the codings that stand and
 * what people ruled out, so that what is absent stays apart from what nobody looked at. `only` names instruments; none means all.
 */
export function streamOf({ store, catalogue }: OpenStudy, only: readonly string[] = []): Dataset {
  const codebook = store.meta('codebook');
  if (codebook === null) throw new InputError('The study has not been coded yet.', 'Run: lexatlas run');
  return {
    codebook: JSON.parse(codebook) as Dataset['codebook'],
    coded: function* () {
      for (const { id } of catalogue) {
        if (only.length > 0 && !only.includes(id)) continue;
        const instrument = store.instrument(id);
        if (instrument === null) continue;
        const ruledOut = store.handAnnotations(id).filter((a) => a.rejects === true);
        yield { instrument, annotations: [...store.annotations({ instrument: id }), ...ruledOut] };
      }
    },
    alignments: () => store.alignments(),
    divergences: () => store.divergences(),
  };
}

/** The dataset with a bar on stderr that moves on with each instrument; a line says how far it got where there is no terminal. */
function observed(dataset: Dataset, format: string, instruments: number): Dataset {
  return {
    ...dataset,
    coded: function* () {
      const progress = progressOn(process.stderr);
      let annotations = 0;
      progress.begin(format, instruments);
      for (const one of dataset.coded()) {
        yield one;
        annotations += one.annotations.length;
        progress.step(format, `${annotations} annotations`);
      }
      progress.end(format, annotations, 0);
    },
  };
}

type Target = { readonly kind: 'stdout' } | { readonly kind: 'file' | 'folder'; readonly path: string };

function targetOf(out: string | null): Target {
  if (out === null) return { kind: 'stdout' };
  const isFolder = existsSync(out) ? statSync(out).isDirectory() : extname(out) === '' || out.endsWith('/');
  return { kind: isFolder ? 'folder' : 'file', path: out };
}

function partitionOf(by: string | null, format: ExportFormat, { kind }: Target): PartitionKey | null {
  if (by === null) return null;
  const key = PARTITION_KEYS.find((k) => k === by);
  if (key === undefined)
    throw new UsageError(`--partition-by ${by} is unknown.`, `Known: ${PARTITION_KEYS.join(', ')}.`);
  if (format !== 'parquet') throw new UsageError(`${format} is not parted into folders.`, 'Write: --format parquet.');
  if (kind !== 'folder') throw new UsageError('Parted files need a folder.', 'Name one: --out my-dataset/');
  return key;
}

/** Files are written beside their place and moved in when whole, so that a stop never leaves half a dataset under its name. */
async function write(
  dataset: Dataset,
  format: ExportFormat,
  options: { text: TextPolicy; files: readonly ExportedFile[]; partitionBy: PartitionKey | null },
  target: Target,
): Promise<ExportedFile[]> {
  const hashes = new Map<string, Hash>();
  const fresh = new Map<string, string>();
  try {
    for await (const { path, content } of exportPieces(dataset, format, { ...options, note: (m) => say(m) })) {
      if (target.kind === 'stdout') {
        if (fresh.size > 0 && !fresh.has(path)) throw severalFiles(format);
        fresh.set(path, '');
        process.stdout.write(content);
        continue;
      }
      const place = target.kind === 'folder' ? join(target.path, path) : target.path;
      const part = `${place}.${process.pid}.tmp`;
      if (!fresh.has(place)) {
        if (target.kind === 'file' && fresh.size > 0) throw severalFiles(format);
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(part, '');
        fresh.set(place, part);
      }
      hashes.set(path, (hashes.get(path) ?? createHash('sha256')).update(content));
      appendFileSync(part, content);
    }
    if (target.kind === 'stdout') return [];
    for (const [place, part] of fresh) renameSync(part, place);
    say(`Wrote ${fresh.size === 1 ? [...fresh.keys()][0] : `${fresh.size} files to ${target.path}`}`);
    return [...hashes].map(([path, hash]) => ({ path, format, sha256: hash.digest('hex') }));
  } catch (error) {
    for (const part of fresh.values()) if (part !== '') rmSync(part, { force: true });
    throw error;
  }
}

function severalFiles(format: string): InputError {
  return new InputError(`${format} is several files.`, 'Name a folder for them: --out my-dataset/');
}
