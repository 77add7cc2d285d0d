import type { RawLine } from '../pages.js';
import { pageLayout } from './library.js';

/** The columns of a paged text, each with its lines in reading order. */
export interface Columns {
  readonly left: readonly RawLine[];
  readonly right: readonly RawLine[];
  readonly pages: number;
}

/** So many pages are looked at to tell whether a document has two columns. */
const SAMPLE_PAGES = 8;
/** From this share of the sampled pages on, it has. */
const COLUMNED_SHARE = 0.5;
/** At most this share of the words may reach over the gutter: titles do. */
const CROSSING_SHARE = 0.06;
/** Each column holds at least this share of the letters. */
const LEAST_COLUMN = 0.25;
/** Words in the outer tenth of a page that are this much smaller than the text are running heads. */
const SMALL = 0.8;
const MARGIN = 0.1;
/** Words whose base lines are this near (in points) stand on one line. */
const SAME_LINE = 3;
/** A gap of this many line heights parts paragraphs. */
const PARAGRAPH_GAP = 1.55;

interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of a PDF set in two columns, column by column; null where it is set in one. */
export async function columnsOf(bytes: Uint8Array): Promise<Columns | null> {
  const { getDocument } = await pageLayout();
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  try {
    const wordsOn = async (number: number) => {
      const page = await document.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const { items } = await page.getTextContent();
      const words = items.flatMap((i): Word[] =>
        'str' in i && i.str.trim() !== ''
          ? [{ text: i.str, x: Number(i.transform[4]), y: Number(i.transform[5]), width: i.width, height: i.height }]
          : [],
      );
      return { words: withoutRunningHeads(words, bottom, top), width: right - left };
    };
    const step = Math.max(1, Math.floor(document.numPages / SAMPLE_PAGES));
    let columned = 0;
    let sampled = 0;
    for (let number = 1; number <= document.numPages; number += step) {
      const { words, width } = await wordsOn(number);
      sampled += 1;
      if (gutterOf(words, width) !== null) columned += 1;
    }
    if (sampled === 0 || columned / sampled < COLUMNED_SHARE) return null;
    const left: RawLine[] = [];
    const right: RawLine[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { words, width } = await wordsOn(number);
      const gutter = gutterOf(words, width) ?? width / 2;
      left.push(
        ...linesOf(
          words.filter((w) => w.x < gutter),
          number,
        ),
      );
      right.push(
        ...linesOf(
          words.filter((w) => w.x >= gutter),
          number,
        ),
      );
    }
    return { left, right, pages: document.numPages };
  } finally {
    await document.destroy();
  }
}

function withoutRunningHeads(words: readonly Word[], bottom: number, top: number): Word[] {
  const heights = words.map((w) => w.height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const margin = (top - bottom) * MARGIN;
  return words.filter((w) => w.height >= usual * SMALL || (w.y > bottom + margin && w.y < top - margin));
}

/** Where the columns part: the line near the middle that the fewest words reach over; null for a page in one column. */
function gutterOf(words: readonly Word[], width: number): number | null {
  let best = { at: 0, crossing: Number.POSITIVE_INFINITY };
  for (let at = width * 0.42; at <= width * 0.58; at += 3) {
    const crossing = words.filter((w) => w.x < at - 1 && w.x + w.width > at + 1).length;
    if (
      crossing < best.crossing ||
      (crossing === best.crossing && Math.abs(at - width / 2) < Math.abs(best.at - width / 2))
    )
      best = { at, crossing };
  }
  const letters = (side: readonly Word[]): number => side.reduce((n, w) => n + w.text.length, 0);
  const all = letters(words);
  const left = letters(words.filter((w) => w.x < best.at));
  const isTwo =
    best.crossing <= words.length * CROSSING_SHARE && Math.min(left, all - left) >= all * LEAST_COLUMN && all > 0;
  return isTwo ? best.at : null;
}

/** The words of one column as lines from the top down; words cut at a line's end are joined. */
function linesOf(words: readonly Word[], page: number): RawLine[] {
  const rows: Word[][] = [];
  for (const word of [...words].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && row[0].y - word.y < SAME_LINE) row.push(word);
    else rows.push([word]);
  }
  const lines: RawLine[] = [];
  let before: Word | undefined;
  for (const row of rows) {
    const [first] = row.sort((a, b) => a.x - b.x);
    if (first === undefined) continue;
    let text = '';
    let end = first.x;
    for (const w of row) {
      text += (text !== '' && w.x - end > 1 ? ' ' : '') + w.text;
      end = w.x + w.width;
    }
    const starts = before === undefined || before.y - first.y > before.height * PARAGRAPH_GAP;
    const last = lines.at(-1);
    const isCut = !starts && last !== undefined && /\p{Ll}-$/u.test(last.text) && /^\p{Ll}/u.test(text);
    if (isCut && last !== undefined) lines[lines.length - 1] = { ...last, text: last.text.slice(0, -1) + text.trim() };
    else lines.push({ text: text.replace(/\s+/gu, ' ').trim(), page, starts, aside: false });
    before = first;
  }
  return lines;
}
