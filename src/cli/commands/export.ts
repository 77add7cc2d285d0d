import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { type Dataset, type ExportFormat, exportAs, narrow, type TextPolicy } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { say } from '../output.js';
import { many, text } from '../print.js';
import { type OpenStudy, openForReading } from '../study.js';

/** Prints the study as a dataset, or writes it to --out: a file, or a folder, which gets the data card too. */
export const exportCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const format = (text(options.format) ?? 'csv') as ExportFormat;
    const policy = (text(options.text) ?? 'licensed') as TextPolicy;
    if (!['licensed', 'always', 'never'].includes(policy))
      throw new InputError(`--text ${policy} means nothing.`, 'Say licensed, always or never.');
    const dataset = narrow(streamOf(study), {
      instruments: many(options.instrument).map((name) => study.resolve(name)),
      codes: many(options.code),
      jurisdictions: many(options.jurisdiction),
      annotators: many(options.annotator),
    });
    const target = targetOf(text(options.out));
    const wanted = target.kind === 'folder' && format !== 'card' ? ([format, 'card'] as const) : [format];
    for (const one of wanted) write(dataset, one, policy, target);
  } finally {
    study.close();
  }
};

/** The study as a dataset that reads one instrument at a time. */
export function streamOf({ store, catalogue }: OpenStudy): Dataset {
  const codebook = store.meta('codebook');
  if (codebook === null) throw new InputError('The study has not been coded yet.', 'Run: lexatlas run');
  return {
    codebook: JSON.parse(codebook) as Dataset['codebook'],
    coded: function* () {
      for (const { id } of catalogue) {
        const annotations = store.annotations({ instrument: id });
        const instrument = annotations.length === 0 ? null : store.instrument(id);
        if (instrument !== null) yield { instrument, annotations };
      }
    },
    alignments: () => store.alignments(),
    divergences: () => store.divergences(),
  };
}

type Target = { readonly kind: 'stdout' } | { readonly kind: 'file' | 'folder'; readonly path: string };

function targetOf(out: string | null): Target {
  if (out === null) return { kind: 'stdout' };
  const isFolder = existsSync(out) ? statSync(out).isDirectory() : extname(out) === '' || out.endsWith('/');
  return { kind: isFolder ? 'folder' : 'file', path: out };
}

/** Files are written beside their place and moved in when whole, so that a stop never leaves half a dataset under its name. */
function write(dataset: Dataset, format: ExportFormat, policy: TextPolicy, target: Target): void {
  const fresh = new Map<string, string>();
  try {
    for (const { path, content } of exportAs(dataset, format, { text: policy, note: (m) => say(m) })) {
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
      appendFileSync(part, content);
    }
    if (target.kind === 'stdout') return;
    for (const [place, part] of fresh) renameSync(part, place);
    say(`Wrote ${fresh.size === 1 ? [...fresh.keys()][0] : `${fresh.size} files to ${target.path}`}`);
  } catch (error) {
    for (const part of fresh.values()) if (part !== '') rmSync(part, { force: true });
    throw error;
  }
}

function severalFiles(format: string): InputError {
  return new InputError(`${format} is several files.`, 'Name a folder for them: --out my-dataset/');
}
