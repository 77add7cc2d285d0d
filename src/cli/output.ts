/** A cell of a printed table. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell | readonly string[]>>;

const MIN_COLUMN = 4;
const WIDE_COLUMN = 60;

/** Bold where the reader is a terminal and NO_COLOR is not set; the text as it is elsewhere. */
export function bold(text: string): string {
  return useColour() ? `\u001b[1m${text}\u001b[22m` : text;
}

/** Dim where the reader is a terminal and NO_COLOR is not set. */
export function dim(text: string): string {
  return useColour() ? `\u001b[2m${text}\u001b[22m` : text;
}

/** Returns rows as columns of text, headed by their names; '' for no rows. */
export function table(rows: readonly Row[], columns: readonly string[]): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => columns.map((c) => shorten(show(row[c] ?? null))));
  const widths = columns.map((c, i) => Math.max(c.length, MIN_COLUMN, ...cells.map((r) => r[i]?.length ?? 0)));
  const line = (parts: readonly string[]): string =>
    parts
      .map((p, i) => p.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return `${[bold(line(columns)), ...cells.map(line)].join('\n')}\n`;
}

/** Writes one line to stderr: progress and diagnostics never mix with data. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function show(value: Cell | readonly string[]): string {
  if (value === null) return '–';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(2);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ') : value.join(' ');
}

function shorten(text: string): string {
  return text.length > WIDE_COLUMN ? `${text.slice(0, WIDE_COLUMN - 1)}…` : text;
}

function useColour(): boolean {
  return process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
}
