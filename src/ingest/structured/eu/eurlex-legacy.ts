import type { ProvisionKind } from '../../../model/index.js';
import type { Decoded } from '../../encoding.js';
import type { Reader, Reading } from '../../reader.js';
import { allNamed, type Element, firstNamed, readElements } from '../dom.js';
import { clean, rawWords, wordsOf } from '../words.js';
import { BlockWriter } from '../writer.js';

/**
 * Reads EUR-Lex pages of before 2014, original or consolidated: bare paragraphs whose only structure is their wording.
 * Articles come out as one block each, with their lines, which parsing splits.
 */
export const eurlexLegacyReader: Reader = {
  format: 'eurlex-legacy',
  recognises: (s) =>
    (/<title>Consolidated TEXT: \d{5}[A-Z]\d{4}/.test(s.head) || /EUR-Lex - \d{5}[A-Z]\d{4}/.test(s.head)) &&
    /<html/i.test(s.head),
  read: async ({ decoded }) => read(decoded),
};

const ARTICLE = /^Article\s+(\d+[a-z]?)$/u;
const DIVISION = /^((CHAPTER|SECTION|TITLE|PART)\s+(?:[IVXLC]+|\d+)\b)\s*[—–:-]?\s*(.*)$/u;
const KINDS: Readonly<Record<string, ProvisionKind>> = {
  CHAPTER: 'chapter',
  SECTION: 'section',
  TITLE: 'title',
  PART: 'part',
};
const DEPTHS: Readonly<Record<string, number>> = { PART: 0, TITLE: 1, CHAPTER: 2, SECTION: 3 };
const ARTICLE_DEPTH = 4;
/** Below every division, so that the first of them, whatever its sort, closes the preamble. */
const FRONT_DEPTH = ARTICLE_DEPTH;

function read({ text, encoding }: Decoded): Reading {
  const roots = readElements(text, !text.trimStart().startsWith('<?xml'));
  const lines = innermost(roots)
    .map(lineOf)
    .filter((l) => l !== '');
  const writer = new BlockWriter();
  const enacting = lines.findIndex((l) => ARTICLE.test(l) || DIVISION.test(l));
  writeFront(lines.slice(0, enacting < 0 ? lines.length : enacting), writer);
  if (enacting >= 0) writeEnacting(lines.slice(enacting), writer);
  const title = lines.findIndex((l) =>
    /^(?:DIRECTIVE|REGULATION|COUNCIL|COMMISSION|DECISION|Directive|Regulation)\b/u.test(l),
  );
  const celex = /\b(\d{5}[A-Z]\d{4})\b/u.exec(text)?.[1];
  const head = firstNamed(roots, 'title');
  const stated = title < 0 ? (head ? wordsOf(head) : '') : (lines[title] ?? '');
  return {
    blocks: writer.finish(),
    metadata: {
      jurisdictions: ['EU'],
      ...(stated === '' ? {} : { title: stated }),
      ...(celex === undefined ? {} : { identifiers: { celex } }),
    },
    encoding,
    diagnostics: [],
  };
}

/** The words of a paragraph, without the arrows of amendments. */
function lineOf(paragraph: Element): string {
  const words = rawWords(paragraph);
  return clean(/[►▼◄]/.test(words) ? words.replace(/[►▼][A-Z]\d*|◄/gu, '') : words);
}

/** Paragraphs that hold no other: old pages wrap the whole text in one. */
function innermost(roots: readonly Element[]): Element[] {
  return allNamed(roots, 'p').flatMap((p) => {
    const inside = innermost(p.elements);
    return inside.length > 0 ? inside : [p];
  });
}

function writeFront(lines: readonly string[], writer: BlockWriter): void {
  if (lines.length > 0) writer.open('preamble', FRONT_DEPTH);
  for (const line of lines) {
    const recital = /^(\(\d+\))\s*(Whereas\b.*)$/u.exec(line);
    if (recital) writer.open('recital', FRONT_DEPTH + 1, { num: recital[1] ?? null, text: recital[2] ?? '' });
    else writer.words(FRONT_DEPTH + 1, line);
  }
}

function writeEnacting(lines: readonly string[], writer: BlockWriter): void {
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const division = DIVISION.exec(line);
    const article = ARTICLE.exec(line);
    if (division) {
      const word = division[2] ?? '';
      const next = lines[at + 1] ?? '';
      const heading = division[3] || (isHeading(next) ? next : '');
      writer.open(KINDS[word] ?? 'division', DEPTHS[word] ?? 0, { num: division[1] ?? null, heading });
      at += division[3] || heading === '' ? 1 : 2;
    } else if (article) {
      const end = endOf(lines, at + 1);
      const next = lines[at + 1] ?? '';
      const heading = at + 2 < end && isHeading(next) ? next : '';
      const body = lines.slice(at + (heading === '' ? 1 : 2), end);
      writer.open('article', ARTICLE_DEPTH, { num: line, heading, text: `${body.join('\n\n')}\n` });
      at = end;
    } else {
      if (/^Done at\b/u.test(line)) writer.open('conclusions', 0, { text: line });
      else writer.words(ARTICLE_DEPTH, line);
      at += 1;
    }
  }
}

function endOf(lines: readonly string[], from: number): number {
  const end = lines.findIndex((l, i) => i >= from && (ARTICLE.test(l) || DIVISION.test(l) || /^Done at\b/u.test(l)));
  return end < 0 ? lines.length : end;
}

/** A title stands alone: short, without a number or a full stop. */
function isHeading(line: string): boolean {
  return (
    line !== '' &&
    line.length <= 160 &&
    !/[.:;,]$/u.test(line) &&
    !/^[\d(]/u.test(line) &&
    !ARTICLE.test(line) &&
    !DIVISION.test(line)
  );
}
