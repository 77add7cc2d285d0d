import type { Line } from './lines.js';

/** A title longer than this is a sentence of the law. */
const LONGEST_TITLE = 160;

/** The title and the words of a unit. */
export interface Titled {
  readonly title: string | null;
  readonly body: string;
}

/** Parts a title that runs into the words (`Short title. — (1) …`) from them. */
export function runInTitle(title: string | null, body: string, pattern: RegExp | null): Titled {
  if (title !== null || pattern === null) return { title, body };
  const flat = body.slice(0, 600).replace(/\s*\n\s*/gu, ' ');
  const found = pattern.exec(flat);
  const own = found?.slice(1).find((group) => group !== undefined);
  if (found === null || own === undefined || own.length > LONGEST_TITLE) return { title, body };
  // The pattern was matched on joined lines: count the same letters off the body.
  let letters = found[0].replace(/\s/gu, '').length;
  let end = 0;
  while (letters > 0 && end < body.length) {
    if (!/\s/u.test(body.charAt(end))) letters -= 1;
    end += 1;
  }
  return { title: own.trim(), body: body.slice(end).trimStart() };
}

/** Drops a title that the words repeat, and a title that is no title but the words themselves. */
export function withoutRepeat({ title, body }: Titled): Titled {
  if (title === null) return { title, body };
  const flat = (t: string): string => t.replace(/[\s.]+/gu, ' ').trim();
  const head = flat(title);
  // A head that a page builder made of the unit's first words is no title.
  if (/^\(\p{L}{1,2}\)\s/u.test(title) && flat(body).startsWith(head)) return { title: null, body };
  const [line = '', ...rest] = body.split(/\n+/u);
  if (flat(line) === head && rest.length > 0) return { title, body: body.slice(line.length).trimStart() };
  if (head.length > LONGEST_TITLE / 2 && flat(body.slice(0, title.length * 2)).startsWith(head.slice(0, 60)))
    return { title: null, body };
  return { title, body };
}

/** True where a line looks like a title: short, no sentence, no number. */
export function isTitle(line: Line | undefined): line is Line {
  return (
    line !== undefined &&
    line.text.length <= LONGEST_TITLE &&
    !/[.;:,]$|^[(（\d"“«]|^\p{Ll}/u.test(line.text) &&
    line.role !== 'note'
  );
}

/** A wrapped line of this many letters is as long as a line of its text: a title ends before. */
const FULL_LINE = 55;

/** True where a line is no title but the first line of a sentence, which goes on in the next. */
export function goesOn(line: Line, next: Line | undefined): boolean {
  if (/[.:;]\s?[-–—]+(?:\s|$)/u.test(line.text)) return true;
  return line.text.length > FULL_LINE && next !== undefined && !next.starts && /^\p{Ll}/u.test(next.text);
}

/** Marginal notes that an extraction left at the end of their page, as titles of the units that begin on that page. */
export function marginalTitles(lines: readonly Line[], heads: readonly number[]): Map<number, string> {
  const titles = new Map<number, string>();
  const pages = new Map<number, string[]>();
  for (const line of lines) {
    if (line.role !== 'note' || line.page === null) continue;
    pages.set(line.page, [...(pages.get(line.page) ?? []), line.text]);
  }
  for (const [page, notes] of pages) {
    const named = notes.filter((n) => /^\p{Lu}/u.test(n));
    const opened = heads.filter((at) => lines[at]?.page === page);
    if (named.length !== opened.length) continue;
    for (const [i, at] of opened.entries()) titles.set(at, named[i] ?? '');
  }
  return titles;
}
