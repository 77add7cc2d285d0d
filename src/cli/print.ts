import { toCsv } from '../pipeline/index.js';
import type { Row } from './output.js';

/** Writes rows to stdout as the user asked: json, csv with exactly these columns, or the words for a person. */
export function printData(
  rows: readonly Row[],
  columns: readonly string[],
  options: Readonly<Record<string, unknown>>,
  forPerson: () => string,
): void {
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else if (options.format === 'csv')
    process.stdout.write(
      toCsv(
        columns,
        rows.map((row) => columns.map((c) => plain(row[c] ?? null))),
      ),
    );
  else process.stdout.write(forPerson());
}

/** The values of a repeatable option as strings; [] where it was not given. */
export function many(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** A string option, or null. */
export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A cell as CSV takes it: lists joined by semicolons. */
export function plain(value: Row[string]): string | number | null {
  return typeof value === 'string' || typeof value === 'number' || value === null ? value : (value?.join('; ') ?? null);
}
