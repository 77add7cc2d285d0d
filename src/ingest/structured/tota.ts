import type { ProvisionKind } from '../../model/index.js';
import type { Decoded } from '../encoding.js';
import type { Reader, Reading } from '../reader.js';
import { allNamed, attribute, type Element, firstNamed, readElements } from './dom.js';
import { annexedIn } from './treaty/annexed.js';
import { type TrailingHeading, withoutTrailing } from './treaty/headings.js';
import { clean, cleanLines, rawWords, wordsOf } from './words.js';
import { BlockWriter } from './writer.js';

/** Reads the XML of the Texts of Trade Agreements: chapters and articles with flat text inside, which keeps its lines. */
export const totaReader: Reader = {
  format: 'tota',
  recognises: (s) => /<treaty[\s>]/u.test(s.head) && /<treaty_identifier>|<article[\s>]|<chapter[\s>]/u.test(s.head),
  read: async ({ decoded }) => read(decoded),
};

function read({ text, encoding }: Decoded): Reading {
  const roots = readElements(text);
  const body = firstNamed(roots, 'body');
  const writer = new BlockWriter();
  if (body) new Treaty(body, writer).walk(body, 0);
  return {
    blocks: writer.finish(),
    metadata: metadataOf(roots),
    encoding,
    diagnostics: [],
  };
}

/** Depths of two nested elements lie this far apart, so that sections which the markup does not state stand between. */
const STEP = 10;
const DEPTHS: Readonly<Partial<Record<ProvisionKind, number>>> = { division: 4, section: 4, subsection: 6, article: 8 };

/** One treaty on its way into blocks: which of its articles are its first and last, and which headings wait for what they head. */
class Treaty {
  private readonly articles: readonly Element[];
  /** Where the articles that print a number begin and end among all. */
  private readonly first: number;
  private readonly last: number;
  private place = -1;
  private waiting: TrailingHeading[] = [];
  private readonly seen = new Set<string>();

  constructor(
    body: Element,
    private readonly writer: BlockWriter,
  ) {
    this.articles = allNamed([body], 'article');
    this.first = this.articles.findIndex((a) => numberOf(a) !== null);
    this.last = this.articles.findLastIndex((a) => numberOf(a) !== null);
  }

  walk(element: Element, level: number): void {
    const { writer } = this;
    const words = element.elements.map((e) => (e.name === 'article' ? cleanLines(rawWords(e)) : ''));
    const hasPages = countPages(words);
    const depth = level * STEP;
    for (const [at, child] of element.elements.entries()) {
      if (child.name === 'article') {
        this.place += 1;
        this.article(child, element, depth, (hasPages ? words[at]?.replace(PAGE, '') : words[at]) ?? '');
      } else if (child.name === 'chapter') {
        const num = numberOf(child);
        const heading = nameOf(child);
        this.head(depth, (kind) => !(kind in DEPTHS));
        const isOpen = num !== null || (heading === null ? this.countsAnew(child) : !FRONT_OR_END.test(heading));
        if (isOpen) writer.open('chapter', depth, { num, heading });
        this.walk(child, isOpen ? level + 1 : level);
      } else writer.words(depth + STEP - 1, wordsOf(child));
    }
  }

  /** True for a chapter without heading whose articles print numbers that were met before: it is one, and parts them from those. */
  private countsAnew(chapter: Element): boolean {
    const numbers = allNamed([chapter], 'article').map(numberOf);
    return numbers.some((n) => n !== null && this.seen.has(n));
  }

  private article(article: Element, chapter: Element, depth: number, text: string): void {
    const { writer, place } = this;
    const num = numberOf(article);
    const heading = nameOf(article);
    const own = depth + (DEPTHS.article ?? 0);
    const isFirst = place === 0 && this.first > 0 && heading === null && numberOf(chapter) === null;
    // ToTA calls a preamble an article, too: it is one, inside a preamble, and nobody cites it by a number.
    if (num === null && (isFirst || /^preamble$/iu.test(heading ?? nameOf(chapter) ?? ''))) {
      writer.open('preamble', own);
      writer.open('article', own + 1, { heading, text: inOneLine(text) });
    } else if (num === null && heading === null && this.first >= 0 && place > this.last && !isRule(chapter)) {
      this.close(text, chapter, article);
    } else {
      this.head(depth, () => true);
      if (num !== null) this.seen.add(num);
      const { words, headings } = place < this.last ? withoutTrailing(text) : { words: text, headings: [] };
      writer.open('article', own, { num, heading, text: words === '' ? '' : `${words}\n` });
      this.waiting.push(...headings);
    }
  }

  /** Opens the headings that waited for what they head; those of chapters stand above an article or a chapter, sections above an article. */
  private head(depth: number, isHere: (kind: ProvisionKind) => boolean): void {
    for (const { kind, num, heading } of this.waiting.filter((h) => isHere(h.kind)))
      this.writer.open(kind, kind in DEPTHS ? depth + (DEPTHS[kind] ?? 0) : Math.max(0, depth - 1), { num, heading });
    this.waiting = this.waiting.filter((h) => !isHere(h.kind));
  }

  /** What stands behind the last numbered article: the signatures, and what is annexed behind them. */
  private close(text: string, chapter: Element, article: Element): void {
    const { writer } = this;
    const { words, annexes } = annexedIn(text);
    const name = numberOf(chapter) === null && chapter.elements[0] === article ? (nameOf(chapter) ?? '') : '';
    writer.open('conclusions', 0, { heading: FRONT_OR_END.test(name) ? name : null });
    writer.open('article', 1, { text: inOneLine(words) });
    for (const annex of annexes) {
      const own = annex.words === '' ? '' : `${annex.words}\n`;
      writer.open(annex.num === null ? 'appendix' : 'annex', 0, { num: annex.num, heading: annex.heading, text: own });
      for (const a of annex.articles)
        writer.open('article', 1, { num: a.num, heading: a.heading, text: a.words === '' ? '' : `${a.words}\n` });
    }
  }
}

/** Chapters that ToTA makes of the words before and behind the articles. */
const FRONT_OR_END = /^(?:preamble|conclusions?)$/iu;

/** True for a numbered chapter whose articles print no number (`CHAPTER XVII Transitory provisions`): it is law, and no close. */
function isRule(chapter: Element): boolean {
  return numberOf(chapter) !== null && !chapter.elements.some((e) => e.name === 'article' && numberOf(e) !== null);
}

function numberOf(element: Element): string | null {
  return clean(attribute(element, 'number')) || null;
}

function nameOf(element: Element): string | null {
  return clean(attribute(element, 'name')) || null;
}

function inOneLine(text: string): string {
  return text.replace(/\n+/gu, ' ');
}

const PAGE = /^([IVXLC]+|\d{1,2}) ?- ?(\d{1,3})$/gmu;
/** How every page number ends; a hyphen is quicker to find than the start of a line. */
const PAGE_END = /- ?\d{1,3}(?:\n|$)/y;

/** True where a copy from PDF left page numbers (`XX-1`, chapter and page) on lines of their own: several of one chapter, counting on. */
function countPages(articles: readonly string[]): boolean {
  const lines = articles.filter(mayHoldPages).flatMap((words) => [...words.matchAll(PAGE)]);
  const pages = lines.map((l) => Number(l[2]));
  return (
    lines.length > 1 &&
    new Set(lines.map((l) => l[1])).size === 1 &&
    pages.every((page, at) => at === 0 || page > (pages[at - 1] ?? 0))
  );
}

function mayHoldPages(words: string): boolean {
  for (let at = words.indexOf('-'); at !== -1; at = words.indexOf('-', at + 1)) {
    PAGE_END.lastIndex = at;
    if (PAGE_END.test(words)) return true;
  }
  return false;
}

function metadataOf(roots: readonly Element[]): Reading['metadata'] {
  const meta = firstNamed(roots, 'meta');
  if (!meta) return {};
  const word = (name: string): string => {
    const found = firstNamed([meta], name);
    return found ? wordsOf(found) : '';
  };
  const parties = allNamed(allNamed([meta], 'parties_original'), 'partyisocode').map((p) => wordsOf(p));
  const date = (name: string): string | null => (/^\d{4}-\d{2}-\d{2}$/u.test(word(name)) ? word(name) : null);
  return {
    ...(word('name') === '' ? {} : { title: word('name') }),
    kind: 'agreement',
    jurisdictions: parties,
    ...(word('language') === '' ? {} : { language: word('language') }),
    made: date('date_signed'),
    inForce: date('date_into_force'),
    repealed: date('date_inactive'),
    status: date('date_inactive') !== null ? 'repealed' : date('date_into_force') !== null ? 'in-force' : 'unknown',
    ...(word('treaty_identifier') === '' ? {} : { identifiers: { tota: word('treaty_identifier') } }),
  };
}
