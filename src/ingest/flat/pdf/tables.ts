import { pageLayout } from './library.js';

/** A run of words with its place on the page, in points; y counts from the foot. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Pages of a table have at least so many lines, and at least this share of them is short. */
const LEAST_LINES = 15;
const SHORT_SHARE = 0.4;
const SHORT_LINE = 30;
/** A file that climbs so far (in points, a seventh of a page) twice within a page writes it column by column. */
const CLIMB = 120;
const LEAST_CLIMBS = 2;
/** Where more of the pieces than this are single letters, words are set one letter below the other: that is no table. */
const LETTERS_SHARE = 0.3;
/** Base lines this near stand on one line. */
const SAME_LINE = 3;
/** A gap this wide parts cells; blanks between words of justified text are narrower in most lines. */
const CELL_GAP = 10;
/** Of the lines with several cells, this share may reach over the gap between two columns: titles do. */
const CROSSING_SHARE = 0.1;
/** Further down than so many points no line goes on with the cell above it. */
const NEXT_LINE = 18;

/** True for a page that may hold a table: most lines of one are short. */
export function mayHoldTable(lines: readonly string[]): boolean {
  const short = lines.filter((l) => l.length < SHORT_LINE).length;
  return lines.length >= LEAST_LINES && short >= lines.length * SHORT_SHARE;
}

/** For each of the pages whose table the file writes column by column: its lines from the top down, a line for each row of the table. */
export async function tabledPages(bytes: Uint8Array, numbers: readonly number[]): Promise<Map<number, string[]>> {
  const pages = new Map<number, string[]>();
  if (numbers.length === 0) return pages;
  const { getDocument } = await pageLayout();
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  try {
    for (const number of numbers) {
      const { items } = await (await document.getPage(number)).getTextContent();
      const pieces = items.flatMap((i): Piece[] =>
        'str' in i && i.str.trim() !== ''
          ? [{ text: i.str, x: Number(i.transform[4]), y: Number(i.transform[5]), width: i.width }]
          : [],
      );
      const lines = linesByRows(pieces);
      if (lines !== null) pages.set(number, lines);
    }
  } finally {
    await document.destroy();
  }
  return pages;
}

/** The lines of a page that is written column by column, row by row; null for a page written from the top down, or without a table. */
export function linesByRows(pieces: readonly Piece[]): string[] | null {
  const climbs = pieces.filter((p, at) => p.y - (pieces[at - 1]?.y ?? p.y) > CLIMB).length;
  const letters = pieces.filter((p) => /^\p{L}$/u.test(p.text.trim())).length;
  if (climbs < LEAST_CLIMBS || letters > pieces.length * LETTERS_SHARE) return null;
  const rows = rowsOf(pieces).map(cellsOf);
  const first = rows.findIndex((r, at) => r.length > 1 && (rows[at + 1]?.length ?? 0) > 1);
  const several = rows.filter((r, at) => at >= first && r.length > 1);
  const edges = columnEdges(several);
  if (first < 0 || edges.length === 0) return null;
  let last = rows.findLastIndex((r) => r.length > 1);
  while ((rows[last]?.[0]?.y ?? 0) - (rows[last + 1]?.[0]?.y ?? 0) < NEXT_LINE && rows[last + 1] !== undefined)
    last += 1;
  const table: string[][] = [];
  for (const row of rows.slice(first, last + 1)) {
    const opens = table.length === 0 || (row.some((c) => columnOf(c, edges) === 0) && !row.every(countsColumn));
    if (opens) table.push(Array.from({ length: edges.length + 1 }, () => ''));
    const open = table.at(-1) ?? [];
    for (const c of row) {
      const column = columnOf(c, edges);
      open[column] = `${open[column] ?? ''} ${c.text}`.trim();
    }
  }
  const said = (list: readonly Piece[][]): string[] => list.map((r) => r.map((c) => c.text).join(' '));
  return [...said(rows.slice(0, first)), ...table.map(rowLine), ...said(rows.slice(last + 1))];
}

/** True for the `(2)` that some tables print below the head of each column. */
function countsColumn({ text }: Piece): boolean {
  return /^\(\d{1,2}\)$/u.test(text);
}

/** The cells of a row parted by bars; the number that opens it stands before its words as everywhere. */
function rowLine(cells: readonly string[]): string {
  const [head = '', ...rest] = cells;
  return /^\(?\w{1,4}[.)]$/u.test(head) ? `${head} ${rest.join(' | ')}` : cells.join(' | ');
}

function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && row[0].y - piece.y < SAME_LINE) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** The pieces of a row that no wide gap parts as one. */
function cellsOf(row: readonly Piece[]): Piece[] {
  const cells: Piece[] = [];
  for (const piece of [...row].sort((a, b) => a.x - b.x)) {
    const last = cells.at(-1);
    const gap = last === undefined ? CELL_GAP : piece.x - (last.x + last.width);
    if (last === undefined || gap >= CELL_GAP) cells.push(piece);
    else {
      const text = `${last.text}${gap > 1 && !last.text.endsWith(' ') ? ' ' : ''}${piece.text}`;
      cells[cells.length - 1] = { ...last, text, width: piece.x + piece.width - last.x };
    }
  }
  return cells;
}

/** Where columns part: the middles of the strips that hardly a row of several cells reaches over. */
function columnEdges(rows: readonly (readonly Piece[])[]): number[] {
  const ends = rows.flatMap((r) => r.slice(0, -1).map((c) => c.x + c.width));
  const most = rows.length * CROSSING_SHARE;
  const edges: number[] = [];
  for (const end of [...new Set(ends.map(Math.ceil))].sort((a, b) => a - b)) {
    const at = end + CELL_GAP / 2;
    const crossing = rows.filter((r) => r.some((c) => c.x < at && c.x + c.width > at)).length;
    const parted = rows.filter((r) => r.some((c) => c.x + c.width <= at) && r.some((c) => c.x >= at)).length;
    if (crossing > most || parted < rows.length / 2) continue;
    const before = edges.at(-1);
    // Further right in the same strip the cells on both sides are the same.
    if (before === undefined || rows.some((r) => r.some((c) => c.x >= before && c.x + c.width <= at))) edges.push(at);
    else edges[edges.length - 1] = at;
  }
  return edges;
}

function columnOf(cell: Piece, edges: readonly number[]): number {
  return edges.filter((e) => cell.x >= e).length;
}
