import {
  type About,
  type Dataset,
  datasetIn,
  type ExportedFile,
  type ExportFormat,
  exportPieces,
  inWords,
  narrow,
  PARTITION_KEYS,
  type PartitionKey,
  type TextPolicy,
} from '../../pipeline/index.js';
import { place, type Target, targetOf } from '../codings/placed.js';
import type { Action } from '../command.js';
import { InputError, UsageError } from '../failure.js';
import { say } from '../output.js';
import { many, text } from '../print.js';
import { progressOn } from '../progress.js';
import { openToReadThrough } from '../study.js';

/** Prints the study as a dataset, or writes it to --out: a file, or a folder, which gets the data card too. */
export const exportCommand: Action = async (_positional, options) => {
  const study = openToReadThrough(options);
  try {
    const asked = text(options.format) ?? 'csv';
    const format = (asked === 'ndjson' ? 'jsonl' : asked) as ExportFormat;
    const policy = (options.text === false ? 'never' : (text(options.text) ?? 'licensed')) as TextPolicy;
    if (!['licensed', 'always', 'never'].includes(policy))
      throw new InputError(`--text ${policy} means nothing.`, 'Say licensed, always or never.');
    const instruments = many(options.instrument).map((name) => study.resolve(name));
    const filter = {
      instruments,
      codes: many(options.code),
      jurisdictions: many(options.jurisdiction),
      annotators: many(options.annotator),
    };
    const dataset = narrow(datasetIn(study.store, instruments), filter);
    const target = targetOf(text(options.out));
    const partitionBy = partitionOf(text(options.partitionBy), format, target);
    const wanted = target.kind === 'folder' && format !== 'card' ? ([format, 'card'] as const) : [format];
    const about = aboutOf(options);
    const madeOn = publishedOn(text(options.published));
    const files: ExportedFile[] = [];
    for (const one of wanted) {
      const seen = observed(dataset, one, study.catalogue.length);
      const wish = { text: policy, files, about, madeOn, selection: inWords(filter), partitionBy, note: say };
      const placed = await place(exportPieces(seen, one, wish), one, target);
      files.push(...placed.map((file) => ({ ...file, format: one })));
    }
  } finally {
    study.close();
  }
};

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

/** What the user says of the dataset, for its data card. */
function aboutOf(options: Readonly<Record<string, unknown>>): About {
  return { url: text(options.url), licence: text(options.licence), creators: many(options.creator) };
}

/** The day that the data card gives: the one named, else today. */
function publishedOn(day: string | null): string {
  if (day === null) return new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || Number.isNaN(Date.parse(day)))
    throw new UsageError(`--published ${day} is no day.`, 'Write it as 2026-11-26.');
  return day;
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
