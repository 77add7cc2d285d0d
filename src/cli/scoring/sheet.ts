import { writeFileSync } from 'node:fs';
import { toCsv } from '../../pipeline/index.js';
import { InputError } from '../failure.js';
import { type Row, say } from '../output.js';
import { plain, printData, text } from '../print.js';
import type { OpenStudy } from '../study.js';
import { type Parameters, parametersOf } from './input.js';

type Options = Readonly<Record<string, unknown>>;

/** A table of figures on its way out. */
export interface Sheet {
  readonly command: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Further tables that the figures can be recomputed from, by name. */
  readonly parts?: Readonly<Record<string, unknown>>;
  readonly forPerson: () => string;
}

/** Prints a sheet as asked and, with --out, writes it to a file with all that its figures were made from. */
export function put(sheet: Sheet, study: OpenStudy, options: Options): void {
  const file = text(options.out);
  if (file === null) {
    printData(sheet.rows, sheet.columns, options, sheet.forPerson);
    return;
  }
  const envelope = { ...aboutFigures(study, options, sheet.command), columns: sheet.columns };
  if (file.endsWith('.json'))
    write(file, `${JSON.stringify({ ...envelope, rows: sheet.rows, ...sheet.parts }, null, 2)}\n`);
  else if (file.endsWith('.csv')) {
    const rows = sheet.rows.map((row) => sheet.columns.map((c) => plain(row[c] ?? null)));
    write(file, toCsv(sheet.columns, rows));
    // The name that the W3C's Metadata Vocabulary for Tabular Data gives to what describes a table.
    write(`${file}-metadata.json`, `${JSON.stringify({ ...envelope, ...sheet.parts }, null, 2)}\n`);
  } else
    throw new InputError(
      `--out ${file} ends neither in .json nor in .csv.`,
      'End the name in .json for one file with everything, or in .csv for a table with its metadata beside it.',
    );
}

/** Parameters and the corpus lock: every text that was read, with the hash of the very file. */
function aboutFigures(
  study: OpenStudy,
  options: Options,
  command: string,
): { parameters: Parameters; corpus: unknown } {
  return { parameters: parametersOf(study, options, command), corpus: study.store.corpusLock() };
}

function write(file: string, content: string): void {
  writeFileSync(file, content);
  say(`Wrote ${file}`);
}

/** The weights in one line, to stand under a table: what was not named is the codebook's. */
export function weightLine(study: OpenStudy, options: Options, command: string): string {
  const { partWeights, familyWeights, asOf, draws, seed } = parametersOf(study, options, command);
  const list = (weights: Readonly<Record<string, number>>) =>
    Object.entries(weights)
      .map(([name, w]) => `${name} ${w}`)
      .join(', ');
  return `Weights: parts ${list(partWeights)}; families ${list(familyWeights)}. Law ${asOf === null ? 'not repealed' : `of ${asOf}`}; ${draws} draws, seed ${seed}.\n`;
}
