import type { Row } from '../output.js';

/** What a search prints: ready words, or rows that become JSON, CSV or a page for a person. */
export type Output =
  | { readonly ready: string }
  | { readonly rows: readonly object[]; readonly columns: readonly string[]; readonly forPerson: () => string };

/** Writes the output as `--format` asks. The CSV writer is loaded only for CSV: it comes with the whole pipeline, which a search must not wait for. */
export async function write(output: Output, format: unknown): Promise<void> {
  if ('ready' in output) process.stdout.write(output.ready);
  else if (format === 'json') process.stdout.write(`${JSON.stringify(output.rows, null, 2)}\n`);
  else if (format === 'csv') {
    const { printData } = await import('../print.js');
    printData(output.rows as readonly Row[], output.columns, { format }, output.forPerson);
  } else process.stdout.write(output.forPerson());
}

/** The values of a repeatable option; [] where it was not given. */
export function all(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
