import type { Block, Diagnostic, ProvisionKind } from '../../model/index.js';
import type { Reader } from '../reader.js';
import { statedIn } from '../stated.js';
import { tidy } from './blocks.js';
import { saidTwice } from './doubled.js';
import { hasLostParagraphs, hasWholeLines, layOut, partedMarks, unescaped } from './dump-lines.js';
import { type Headed, withoutTrailing } from './trailing.js';

type Item = Readonly<Record<string, unknown>>;

/** Field names of the dumps met so far: English scrapers, and Taiwan's law database. */
const FIELDS = {
  list: ['provisions', 'articles', 'LawArticles', '法規內容', 'sections'],
  chapter: ['chapter', 'part', '編章節'],
  article: ['article_ref', '條號', 'ArticleNo', 'article'],
  number: ['section', 'section_number', 'number', 'provision_ref', 'ref'],
  title: ['title', 'heading', 'name'],
  words: ['content', 'text', '條文內容', 'ArticleContent', 'body'],
  name: ['title_en', 'title', '法規名稱', '英文法規名稱', 'LawName', 'full_name', 'name', 'title_th'],
} as const;
/** Below every chapter. */
const BASIC_DEPTH = 10;
/** Strings that end exactly at a round length were cut by the dump's maker. */
const CUT_STEP = 1000;

/** Reads JSON dumps of laws as marked blocks: each provision, article or section is one basic unit, whatever its words look like. */
export const json: Reader = {
  format: 'json',
  recognises: (s) => /^\s*[[{]\s*["{[\]}]/u.test(s.head),
  async read({ decoded }) {
    const { text, encoding } = decoded;
    const data: unknown = JSON.parse(text);
    const items = listOf(data);
    const title = isItem(data) ? tidy(pick(data, FIELDS.name)) : '';
    const entries = withoutTrailing(
      items.map((i) => ({ chapter: chapterOf(i), words: unescaped(pick(i, FIELDS.words)) })),
    );
    const words = entries.map((e) => e.words);
    const write = blockOf(hasLostParagraphs(words), hasWholeLines(words));
    const parted = partedMarks(words);
    return {
      blocks: [
        ...recitals(data),
        ...entries.flatMap((e, at) => write(items[at] ?? {}, { ...e, words: parted(e.words) })),
      ],
      metadata: { ...(isItem(data) ? statedIn(data) : {}), ...(title === '' ? {} : { title }) },
      encoding,
      diagnostics: [...items.flatMap(cutShort), ...saidTwice(words)],
    };
  },
};

/** The division that a dump puts an entry in. One that begins inside a sentence was torn out of the words, where it still stands. */
function chapterOf(item: Item): string {
  const name = tidy(pick(item, item.ArticleType === 'C' ? FIELDS.words : FIELDS.chapter));
  return name.length > LONG_TITLE && /^\p{Ll}/u.test(name) ? '' : name;
}

/** A writer of blocks that remembers the chapter it stands in. */
function blockOf(lostParagraphs: boolean, wholeLines: boolean): (item: Item, entry: Headed) => Block[] {
  let chapter = '';
  let isFirst = true;
  return (item, entry) => {
    const blocks: Block[] = [];
    if (entry.chapter !== '' && entry.chapter !== chapter) {
      blocks.push(divisionBlock(entry.chapter));
      chapter = entry.chapter;
    }
    blocks.push(...entry.divisions.map(divisionBlock));
    const article = tidy(pick(item, FIELDS.article));
    const counted = article === '' ? tidy(pick(item, FIELDS.number)) : article;
    const number = entry.before === '' ? counted : `${entry.before} MADDE ${bare(counted)}`;
    const lines = layOut(entry.words);
    const written = wholeLines ? lines.replace(/\n+/gu, '\n\n') : lines;
    const words = lostParagraphs ? written.replace(/(?<=\p{Ll}{2}[.)] )(?=\p{Lu})/gu, '\n\n') : written;
    if (item.ArticleType === 'C' || (number === '' && words === '')) return blocks;
    const title = entry.title === '' ? tidy(pick(item, FIELDS.title)) : entry.title;
    if (!/\d/u.test(number)) {
      const other = unnumbered(title, words, isFirst);
      isFirst = false;
      return [...blocks, other];
    }
    isFirst = false;
    const found = headOf(number, title, words);
    const { num, rest } = found;
    const heading = entry.title === '' ? found.heading : entry.title;
    return [...blocks, block(kindOf(item, title, num), BASIC_DEPTH, num, heading, rest)];
  };
}

/** An entry without number: the preamble where it is the first, a heading where it says no more than its title, else what closes the law. */
function unnumbered(title: string, words: string, isFirst: boolean): Block {
  // A preamble stands no deeper than the articles, so that the first of them closes it.
  if (isFirst) return block('preamble', BASIC_DEPTH, null, title, words);
  const isHeading = words === '' || words.trim() === title;
  return isHeading ? block('division', 1, null, title, '') : block('conclusions', 0, null, title, words);
}

function divisionBlock(name: string): Block {
  const found =
    /^((?:part|chapter|title|section|division|book|article)\s+[\dIVXLA-Z]{1,5}|\p{Lu}+\s(?:BÖLÜM|KISIM)|第\s*\S{1,4}\s*[章節编編]|[\dIVXL]{1,5})(?:[\s.:–—-]+(.*))?$/iu.exec(
      name,
    );
  const word = found?.[1]?.toLowerCase() ?? '';
  const kind: ProvisionKind = /part/u.test(word)
    ? 'part'
    : /^title/u.test(word)
      ? 'title'
      : /section|division|article|節/u.test(word)
        ? 'division'
        : 'chapter';
  const depth = { part: 1, title: 1, chapter: 2, division: 3 }[kind] ?? 2;
  return block(kind, depth, found?.[1] ?? null, found ? (found[2] ?? '') : name, '');
}

/** Number, heading and words as a page would print them: what the dump repeats of the first two is taken off the words. */
function headOf(number: string, title: string, words: string): { num: string; heading: string; rest: string } {
  const printed = PRINTED.exec(title)?.[1];
  const named = printed === undefined ? title.replace(NUMBERED_TITLE, '') : title;
  const num = printed ?? number.replace(/^(?:art|s|sec|madde|pasal)(?=\d)/iu, '');
  let rest = words.replace(
    new RegExp(
      `^(?:(?:${WORD})\\s*)?(?:${quoted(bare(num))}|[๐-๙]{1,4})\\s*[.:)]?\\s*[-–—\ufffd]*(?:\\s+|(?<=[–—])(?=\\())`,
      'iu',
    ),
    '',
  );
  // The first paragraph of an article 1 prints no number of the article.
  if (bare(num) === '1' && COUNTS.test(words)) rest = words;
  // A title that is only the first words of the text, cut short, is none.
  const opening = title.replace(/\s*…$/u, '');
  const isOpening =
    opening !== '' && (title.endsWith('…') || title.length > 150) && words.includes(opening.slice(0, 60));
  const heading = printed !== undefined || isOpening || isQuoted(title, rest) ? '' : named;
  if (heading !== '' && rest.toLowerCase().startsWith(heading.toLowerCase()) && rest.length > heading.length + 2) {
    const words = rest.slice(heading.length);
    // 'Oil' above 'Oil is kept dry' is repeated by no title: the sentence begins with it.
    if (!/^[^\S\n]+\p{Ll}|^\p{L}/u.test(words)) rest = words.replace(/^\s*[.:]?\s*[–—\ufffd-]*\s*/u, '');
  }
  return { num: /^\d/u.test(num) ? num : tidy(num), heading, rest };
}

/** Words that begin with a paragraph 1, and have a paragraph 2 on a later line. */
const COUNTS = /^1([.)])\s.*\n\s*2\1\s/su;

/** A title as long as this that stands inside the words is a part of them. */
const LONG_TITLE = 25;

/**
 * True where a dump's maker took for a title what is a part of the words: the sentence behind the first number, one further down,
 * or one cut off inside a number or a bracket.
 */
function isQuoted(title: string, words: string): boolean {
  const at = title === '' ? -1 : words.indexOf(title);
  if (at < 0) return false;
  if (at === 0) return /^[.,:;]\p{L}?[^\s\p{L}]/u.test(words.slice(title.length));
  return title.length > LONG_TITLE || /^\(1\)\s*$/u.test(words.slice(0, at));
}

const WORD = 'article|section|sec\\.|art\\.|madde|pasal|المادة|มาตรา|§|第';
/** A title that is the number itself, with its word. */
const PRINTED = new RegExp(`^((?:${WORD})\\s*[^\\s.]{1,8}|المادة(?:\\s\\p{Script=Arabic}+){1,4})$`, 'iu');

/** What a title repeats of the number above it: 'Article 2 – Scope'. */
const NUMBERED_TITLE = new RegExp(`^(?:${WORD})\\s*[^\\s.]{1,8}\\s+[-–—]\\s+(?=\\p{L})`, 'iu');

function bare(num: string): string {
  return /\d[\w.-]*/u.exec(num)?.[0] ?? num;
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

function kindOf(item: Item, title: string, num: string): ProvisionKind {
  const ref = pick(item, ['provision_ref']);
  if (pick(item, FIELDS.article) !== '' || /^(?:art|madde|pasal)/iu.test(ref)) return 'article';
  if (/^(?:article|art\.|第|المادة)/iu.test(title) || /^(?:article|第|(?:ge[çc]ici\s+)?madde)/iu.test(num))
    return 'article';
  return /^s(?:ec)?\d|§/iu.test(`${ref}${num}`) || ref !== '' ? 'section' : 'article';
}

function recitals(data: unknown): Block[] {
  const list = isItem(data) && Array.isArray(data.recitals) ? data.recitals.filter(isItem) : [];
  const seen = new Set<string>();
  return list.flatMap((item) => {
    const num = pick(item, ['recital_number', 'number']);
    const words = tidy(pick(item, FIELDS.words));
    if (seen.has(words)) return [];
    seen.add(words);
    return [block('recital', BASIC_DEPTH, num === '' ? null : `(${num})`, '', words)];
  });
}

function cutShort(item: Item): Diagnostic[] {
  const words = pick(item, FIELDS.words);
  if (words.length < CUT_STEP || words.length % CUT_STEP !== 0 || /[.;:]\s*$/u.test(words)) return [];
  return [
    {
      ruleId: 'ingest/cut-short',
      severity: 'warning',
      message: `The words of '${pick(item, [...FIELDS.article, ...FIELDS.number])}' end after exactly ${words.length} characters, inside a sentence.`,
      mend: 'Read the rest in another format of the same law.',
      file: null,
      instrument: null,
      span: null,
    },
  ];
}

function block(unit: ProvisionKind, depth: number, num: string | null, heading: string, text: string): Block {
  return {
    text,
    role: 'text',
    unit,
    depth,
    num,
    heading: heading === '' ? null : heading,
    status: /^[（(〔]?刪除[）)〕]?$|^(?:\(?(?:deleted|repealed)\)?\.?)$/iu.test(text) ? 'repealed' : null,
    page: null,
  };
}

/** The longest list of provisions in the data, at any depth. */
function listOf(data: unknown): Item[] {
  if (Array.isArray(data)) return data.filter(isItem);
  if (!isItem(data)) return [];
  for (const key of FIELDS.list) {
    const list = data[key];
    if (Array.isArray(list)) return list.filter(isItem);
  }
  return Object.values(data)
    .map((v) => (isItem(v) ? listOf(v) : []))
    .reduce((best, list) => (list.length > best.length ? list : best), []);
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pick(item: Item, keys: readonly string[]): string {
  for (const key of keys) {
    const value = item[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return '';
}
