import type { Block } from '../../model/index.js';
import { line, tidy } from './blocks.js';

/** A line of a paged or plain text before it becomes part of a block. */
export interface RawLine {
  readonly text: string;
  /** 1-based; null where the source has no pages. */
  readonly page: number | null;
  /** True after a blank line or a gap. */
  readonly starts: boolean;
  /** True for words beside the column of the law: marginal notes. */
  readonly aside: boolean;
}

/** A line that returns on this share of the pages is a running header or footer. */
const RUNNING_SHARE = 0.4;
/** Running heads of unpaged text must return this often before they are trusted to be heads. */
const LEAST_RUNNING = 4;
/** Marginal notes stand in a narrow column. */
const NOTE_WIDTH = 30;
/** Numbered heads look alike on every page; they are law, not furniture. */
const LAW = /^(?:article|section|chapter|art\.|sec\.|§|part|title|annex|schedule|capítulo|artículo|\(?#?\d*\)?$)/iu;

/** Paragraphs as blocks, their lines parted by line feeds; marginal notes are blocks of role `note`. */
export function blocksOf(lines: readonly RawLine[]): Block[] {
  const blocks: Block[] = [];
  let held: RawLine[] = [];
  const flush = (): void => {
    const first = held[0];
    if (first !== undefined) {
      const block = line('', null, first.page);
      const text = held.map((l) => l.text).join('\n');
      blocks.push(first.aside ? { ...block, text: tidy(text), role: 'note' } : { ...block, text });
    }
    held = [];
  };
  for (const l of lines) {
    const last = held.at(-1);
    if (last !== undefined && (l.starts || l.aside !== last.aside || l.page !== last.page)) flush();
    // Notes stand close together; each ends with a full stop.
    if (l.aside && last?.aside && /\.$/u.test(last.text)) flush();
    held.push(l);
  }
  flush();
  return blocks;
}

/** Leaves out the running headers and footers of paged text. */
export function withoutRunning(lines: readonly RawLine[], pages: number): RawLine[] {
  if (pages < 4) return [...lines];
  const seen = new Map<string, Set<number | null>>();
  for (const l of lines) seen.set(template(l.text), (seen.get(template(l.text)) ?? new Set()).add(l.page));
  return lines.filter((l) => LAW.test(l.text) || (seen.get(template(l.text))?.size ?? 0) < pages * RUNNING_SHARE);
}

/**
 * Finds the running heads of a text without page breaks: lines of several words whose one number counts the pages. They
 * are taken out, and the lines between them get their page; short lines left at a page's end are marginal notes.
 */
export function pagedByRunningHeads(lines: readonly RawLine[]): RawLine[] {
  const numbers = new Map<string, number[]>();
  const templates = lines.map((l) => {
    const number = pageNumber(l.text);
    if (number === null) return null;
    const own = template(l.text);
    const list = numbers.get(own);
    if (list === undefined) numbers.set(own, [number]);
    else list.push(number);
    return own;
  });
  const running = new Set([...numbers].filter(([, list]) => countsPages(list)).map(([own]) => own));
  if (running.size === 0) return [...lines];
  const paged: RawLine[] = [];
  let page = 1;
  let from = 0;
  for (const [at, l] of lines.entries()) {
    if (running.has(templates[at] ?? '')) {
      markNotes(paged, from);
      from = paged.length;
      page += 1;
    } else paged.push({ ...l, page });
  }
  return paged;
}

/** From this share of its pages on a paged text ends them in short lines because notes stand in its margins. */
const NOTED_SHARE = 0.3;

/** Paged lines in which the notes that stand in the margins, and come at the end of each page, are known as such. */
export function withMarginalNotes(lines: readonly RawLine[], pages: number): RawLine[] {
  const noted: RawLine[] = [];
  let from = 0;
  let marked = 0;
  for (const [at, l] of lines.entries()) {
    noted.push(l);
    if (lines[at + 1]?.page === l.page) continue;
    markNotes(noted, from);
    if (noted.at(-1)?.aside) marked += 1;
    from = noted.length;
  }
  if (pages < LEAST_RUNNING || marked < pages * NOTED_SHARE) return [...lines];
  // The lines of one note are one block.
  return noted.map((l, at) => (l.aside && noted[at - 1]?.aside ? { ...l, starts: false } : l));
}

function countsPages(list: readonly number[]): boolean {
  if (list.length < LEAST_RUNNING) return false;
  return list.slice(1).every((n, i) => n > (list[i] ?? 0) && n <= (list[i] ?? 0) + 2);
}

function markNotes(lines: RawLine[], from: number): void {
  let start = lines.length;
  while (start > from && (lines[start - 1]?.text.length ?? NOTE_WIDTH) < NOTE_WIDTH) start -= 1;
  // The law's own last line may be short; a note begins with a capital or a number.
  while (start < lines.length && /^[\p{Ll}(“]/u.test(lines[start]?.text ?? '')) start += 1;
  if (start === from || !/\.$/u.test(lines.at(-1)?.text ?? '')) return;
  for (let at = start; at < lines.length; at += 1) {
    const l = lines[at];
    if (l) lines[at] = { ...l, aside: true };
  }
}

/** The one number of a line of three words or more, where it stands first or last or before a bracket; else null. */
function pageNumber(text: string): number | null {
  if (text.length > 120) return null;
  const found = /^(\d{1,4})\b|\b(\d{1,4})\W*$/u.exec(text);
  if (found === null) return null;
  const words = text
    .replace(/[^\p{L}\s]/gu, ' ')
    .split(/\s+/u)
    .filter((w) => w.length > 1);
  return words.length < 3 ? null : Number(found[1] ?? found[2]);
}

function template(text: string): string {
  return text.replace(/\d+/gu, '#');
}
