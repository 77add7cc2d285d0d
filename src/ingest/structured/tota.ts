import type { Decoded } from '../encoding.js';
import type { Reader, Reading } from '../reader.js';
import { allNamed, attribute, type Element, firstNamed, readElements } from './dom.js';
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
  const writer = new BlockWriter();
  const body = firstNamed(roots, 'body');
  if (body) walk(body, 0, writer);
  return {
    blocks: writer.finish(),
    metadata: metadataOf(roots),
    encoding,
    diagnostics: [],
  };
}

function walk(element: Element, depth: number, writer: BlockWriter): void {
  const words = element.elements.map((e) => (e.name === 'article' ? cleanLines(rawWords(e)) : ''));
  const hasPages = countPages(words);
  for (const [at, child] of element.elements.entries()) {
    const num = clean(attribute(child, 'number')) || null;
    const heading = clean(attribute(child, 'name')) || null;
    if (child.name === 'article') {
      const isPreamble = num === null && /^preamble$/iu.test(heading ?? clean(attribute(element, 'name')));
      const text = (hasPages ? words[at]?.replace(PAGE, '') : words[at]) ?? '';
      // ToTA calls a preamble an article, too: it is one, inside a preamble, and nobody cites it by a number.
      if (isPreamble) writer.open('preamble', depth);
      writer.open('article', isPreamble ? depth + 1 : depth, {
        num,
        heading,
        text: text === '' || isPreamble ? text.replace(/\n+/gu, ' ') : `${text}\n`,
      });
    } else if (child.name === 'chapter') {
      if (num !== null || !/^preamble$/iu.test(heading ?? '')) writer.open('chapter', depth, { num, heading });
      walk(child, depth + 1, writer);
    } else writer.words(depth, wordsOf(child));
  }
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
