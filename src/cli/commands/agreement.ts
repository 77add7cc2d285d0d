import { existsSync } from 'node:fs';
import { type AdoptFormat, type Agreement, agreement, toCsv } from '../../pipeline/index.js';
import { readCoding } from '../codings/coding.js';
import type { Action } from '../command.js';
import { UsageError } from '../failure.js';
import { bold, table } from '../output.js';
import { printData, text } from '../print.js';
import { type OpenStudy, openForReading, studyFolder } from '../study.js';

const COLUMNS = [
  ...['by', 'subject', 'units', 'every', 'some', 'alpha', 'low', 'high', 'kappa', 'fleiss', 'tokenF1', 'unitAlpha'],
];
const DISAGREEMENTS_SHOWN = 20;

/** Prints how far coders agree, by code and by instrument, with intervals, and where they do not. */
export const agreementCommand: Action = async ([files], options) => {
  const paths = (files as string[]).map(String);
  if (paths.length < 2) throw new UsageError('Agreement needs two files or more.', 'lexatlas agreement A.csv B.csv');
  const study = existsSync(studyFolder(options)) ? openForReading(options) : null;
  try {
    const format = text(options.codings) as AdoptFormat | null;
    const codings = distinct(await Promise.all(paths.map((path) => readCoding(path, format, study))));
    const isMarked = study !== null && codings.every((c) => c.spans !== undefined);
    const found = agreement(codings, {
      ...bootstrapOf(options),
      texts: isMarked ? textsOf(study, new Set(codings.flatMap((c) => c.rows.map((r) => r.instrument)))) : [],
    });
    const rows = found.figures.map((f) => ({ ...f }));
    if (options.disagreements === true) {
      const columns = ['instrument', 'provision', 'code', 'yes', 'no', 'instead'] as const;
      const told = found.disagreements.map((d) => ({ ...d }));
      printData(told, columns, { format: 'csv', ...options }, () =>
        toCsv(
          columns,
          told.map((d) => columns.map((c) => (typeof d[c] === 'string' ? String(d[c]) : [d[c]].flat().join('; ')))),
        ),
      );
    } else printData(rows, COLUMNS, options, () => forPerson(found, isMarked));
  } finally {
    study?.close();
  }
};

/** The seed and number of draws that the user asked for. */
export function bootstrapOf(options: Readonly<Record<string, unknown>>): { seed?: number; draws?: number } {
  return {
    ...(typeof options.seed === 'number' ? { seed: options.seed } : {}),
    ...(typeof options.draws === 'number' ? { draws: options.draws } : {}),
  };
}

/** Two files of one name are told apart by their place on the command line. */
function distinct<T extends { readonly coder: string }>(codings: readonly T[]): T[] {
  const names = codings.map((c) => c.coder);
  return codings.map((c, i) =>
    names.indexOf(c.coder) === names.lastIndexOf(c.coder) ? c : { ...c, coder: `${c.coder} (${i + 1})` },
  );
}

function textsOf(study: OpenStudy, ids: ReadonlySet<string>) {
  return study.catalogue
    .filter((m) => ids.has(m.id))
    .map((m) => ({
      instrument: m.id,
      language: m.language,
      text: study.codedInstrument(m.id).instrument.text,
    }));
}

function forPerson({ figures, disagreements, unshared }: Agreement, isMarked: boolean): string {
  const columns = COLUMNS.filter((c) => isMarked || (c !== 'tokenF1' && c !== 'unitAlpha'));
  return [
    table(
      figures.map((f) => ({ ...f })),
      columns,
    ),
    'alpha: Krippendorff, nominal, with its 95 % bootstrap interval over provisions; kappa: Cohen, the mean over pairs; fleiss: Fleiss.',
    isMarked
      ? 'tokenF1: over marked words, the mean over pairs; unitAlpha: Krippendorff’s alpha for unitizing, in the place of gamma.'
      : 'Agreement on marked words is left out: it needs files with start and end, and a study that holds the texts.',
    'Provisions that nobody coded are not counted, which makes the figures stricter.',
    '',
    bold(`${disagreements.length} disagreements`),
    ...disagreements
      .slice(0, DISAGREEMENTS_SHOWN)
      .map((d) => `  ${d.instrument} ${d.provision}  ${d.code}  yes: ${d.yes.join(', ')}; no: ${d.no.join(', ')}`),
    ...(disagreements.length > DISAGREEMENTS_SHOWN
      ? ['  … --disagreements lists all; lexatlas adjudicate walks through them.']
      : []),
    ...(unshared.length > 0 ? [`Left out, not coded by all of them: ${unshared.join(', ')}`] : []),
    '',
  ].join('\n');
}
