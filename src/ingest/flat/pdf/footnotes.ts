import type { RawLine } from '../pages.js';

/** How a footnote begins: its number, which stood raised, and a sentence. */
const NOTE = /^(\d{1,3}) (?=\p{Lu})/u;

/**
 * Lines in which each footnote is one aside without a page: lines at the foot of a page that count on through the document, each
 * number called for above it on the page by a digit right behind a letter or a mark of punctuation. A text without such calls
 * comes back unchanged.
 */
export function withFootnotes(lines: readonly RawLine[]): readonly RawLine[] {
  const out: RawLine[] = [];
  let last = 0;
  for (let from = 0; from < lines.length; ) {
    let until = from + 1;
    while (until < lines.length && lines[until]?.page === lines[from]?.page) until += 1;
    const page = lines.slice(from, until);
    const first = footOf(page, last + 1);
    out.push(...page.slice(0, first));
    for (const l of page.slice(first)) {
      const isNext = NOTE.exec(l.text)?.[1] === String(last + 1);
      if (isNext) last += 1;
      const open = isNext ? undefined : out.pop();
      out.push({ ...l, text: open === undefined ? l.text : `${open.text} ${l.text}`, page: null, aside: true });
    }
    from = until;
  }
  return out;
}

/** Where the footnotes of a page begin, the next of which has a number; the number of its lines where it has none. */
function footOf(page: readonly RawLine[], next: number): number {
  let called = next;
  const found: number[] = [];
  for (const [at, { text }] of page.entries()) {
    if (NOTE.exec(text)?.[1] !== String(called)) continue;
    const isCalled = page.slice(0, found[0] ?? at).some((l) => calls(l.text, called));
    if (!isCalled) continue;
    found.push(at);
    called += 1;
  }
  const first = found[0] ?? page.length;
  // Behind a note that opens a paragraph of the law (an article, a number of its own list) the page is no foot.
  return first > 0 && page.slice(first).every(({ text }) => !HEAD.test(text)) ? first : page.length;
}

/** What stands in no footnote: a head, or a number of the law's own lists at a line's start. */
const HEAD = /^(?:(?:article|section|chapter|part|annex)\s+[\dIVXL]|\(?(?:\d{1,3}|[a-z])[.)]\s)/iu;

function calls(text: string, number: number): boolean {
  return new RegExp(`[\\p{L}.;:,)”"’]${number}(?![\\d.,]\\d|\\d)`, 'u').test(text);
}
