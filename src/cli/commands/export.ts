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
import { place, type Target, targetOf } from '../codings/placed.js';
import type { Action } from '../command.js';
import { InputError, UsageError } from '../failure.js';
import { say } from '../output.js';
import { many, text } from '../print.js';
import { progressOn } from '../progress.js';
import { type OpenStudy, openToReadThrough } from '../study.js';

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
    for (const one of wanted) {
      const seen = observed(dataset, one, study.catalogue.length);
      const placed = await place(exportPieces(seen, one, { text: policy, files, partitionBy, note: say }), one, target);
      files.push(...placed.map((file) => ({ ...file, format: one })));
    }
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
    instrument: remembered((id) => store.instrument(id)),
    alignments: () => store.alignments(),
    divergences: () => store.divergences(),
  };
}

/** Pairs come law by law, so that a few laws kept spare most of the reading. */
const LAWS_KEPT = 16;

/** The reader with its last answers at hand. */
function remembered(read: Dataset['instrument']): Dataset['instrument'] {
  const kept = new Map<string, ReturnType<typeof read>>();
  return (id) => {
    const found = kept.has(id) ? (kept.get(id) ?? null) : read(id);
    kept.delete(id);
    kept.set(id, found);
    const [oldest] = kept.keys();
    if (kept.size > LAWS_KEPT && oldest !== undefined) kept.delete(oldest);
    return found;
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

function partitionOf(by: string | null, format: ExportFormat, { kind }: Target): PartitionKey | null {
  if (by === null) return null;
  const key = PARTITION_KEYS.find((k) => k === by);
  if (key === undefined)
    throw new UsageError(`--partition-by ${by} is unknown.`, `Known: ${PARTITION_KEYS.join(', ')}.`);
  if (format !== 'parquet') throw new UsageError(`${format} is not parted into folders.`, 'Write: --format parquet.');
  if (kind !== 'folder') throw new UsageError('Parted files need a folder.', 'Name one: --out my-dataset/');
  return key;
}
