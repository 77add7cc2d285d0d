import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ingest/encoding.js';
import { pageReader } from '../../src/ingest/flat/pdf/library.js';
import { ingest } from '../../src/ingest/index.js';
import { countsOf, filesBelow, keptBy, surplus } from './accounts.js';

const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const isThere = existsSync(join(corpus, 'statutes')) && existsSync(join(corpus, 'agreements'));
if (!isThere) console.warn(`SKIPPED: no real texts at ${corpus}; set LEXATLAS_CORPUS to walk them for lost letters`);

/** JSON, PDF, Markdown and text of the corpus are read in 14 s of processor time; a loaded machine may need many times that. */
const PATIENCE_MS = 600_000;
/** Signs that stand between a number or a title and the words, that Markdown marks with, or that a page builder lost. */
const SIGNS = /[.,:;()（）_*#>`~^\-–—‑•·\\[\]\ufffd"“”]/u;
/** A line that returns on this share of the pages, its numbers aside, is a running head. */
const RUNNING_SHARE = 0.4;

const DIGITS = 'page numbers on lines of their own';
const HEADS = 'the running heads and numbers of its pages';
const WORD = 'the word before the number of each provision, which the dump names, too';
/** How many characters a file's reader may lose or add, and why. */
const KNOWN: Readonly<Record<string, readonly [lost: number, gained: number, why: string]>> = {
  'agreements/cptpp-2018.txt': [29, 3, 'a running head; a glued word written anew'],
  'agreements/eu-sgp-fta-2018.txt': [4105, 0, HEADS],
  'agreements/rcep-2020-ch08.md': [12, 0, DIGITS],
  'agreements/rcep-2020-ch19.md': [15, 0, DIGITS],
  'agreements/wto-gats-1994.txt': [6, 6, "'Second' in capitals"],
  'agreements/wto-jsi-ecommerce-2024.md': [42, 0, DIGITS],
  'statutes/ca/pipeda.bilingual.pdf': [102_400, 0, 'the French column, which a remark tells of'],
  'statutes/ch/fadp-2020.de.md': [271, 189, 'calls of footnotes; raised numbers of paragraphs as signs of their own'],
  'statutes/eu/dga-2022-868.en.json': [102, 0, 'the script of the page that was scraped'],
  'statutes/id/law-27-2022-pdp.id.md': [1, 1, "a scan's 'I' for 'L'"],
  'statutes/in/dpdp-act-2023.txt': [732, 0, HEADS],
  'statutes/in/dpdp-rules-2025.txt': [684, 0, HEADS],
  'statutes/ph/dpa-2012.json': [330, 2, WORD],
  'statutes/sg/pdpa-2012.json': [6, 0, 'dashes that a page builder wrote by their numbers'],
  'statutes/th/pdpa-2562.th.json': [190, 0, 'Thai digits of numbers that the dump gives in others'],
  'statutes/tr/kvkk-6698.tr.json': [180, 6, WORD],
  'test/golden/dump-headings-behind-articles/source.json': [28, 0, 'a scraped script; a dash written by its number'],
  'test/golden/dump-parts-behind-sections/source.json': [3, 0, 'a dash written by its number'],
  'test/golden/german-lettered-articles/source.md': [6, 2, 'calls of footnotes, raised numbers of paragraphs'],
  'test/golden/page-marks-glued-to-heads/source.md': [8, 0, 'the marks of pages'],
  'test/golden/thai-paragraphs-in-lines/source.json': [2, 0, 'Thai digits of numbers that the dump gives in others'],
  'test/golden/turkish-letters-as-points/source.json': [15, 0, WORD],
  'test/golden/turkish-provisional-articles/source.json': [8, 0, WORD],
  'test/golden/turkish-titles-behind-articles/source.json': [29, 3, WORD],
};

/** What the law is held to say: everything `given` is kept, and nothing is kept that is not in `all`. */
interface Account {
  readonly given: string;
  readonly all: string;
}

/** Fields of a dump that hold words, and those that a heading or a number may come from. */
const WORDS: ReadonlySet<string> = new Set(['content', 'text', '條文內容', '編章節']);
const BESIDE: ReadonlySet<string> = new Set([
  ...[
    'chapter',
    'section',
    'section_number',
    'number',
    'article',
    'article_ref',
    'provision_ref',
    '條號',
    'title',
    'recital_number',
  ],
]);

function accountOfDump(data: Readonly<Record<string, unknown>>): Account {
  let given = '';
  let beside = '';
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const v of value) walk(v, key);
    else if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) walk(v, k);
    else if (WORDS.has(key)) given += String(value);
    else if (BESIDE.has(key)) beside += String(value);
  };
  walk([data.provisions ?? data.articles ?? data.法規內容 ?? data, data.recitals ?? []], '');
  return { given, all: given + beside };
}

/** What pdf-parse reads on the pages; running heads need not be kept. */
async function accountOfPages(bytes: Uint8Array): Promise<Account> {
  const { PDFParse } = await pageReader();
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  const { pages } = await parser.getText({ pageJoiner: '' });
  await parser.destroy();
  const lines = pages.flatMap((p) => p.text.split('\n').map((text) => ({ text, page: p.num })));
  const template = (text: string): string => text.replace(/\s+/gu, ' ').trim().replace(/\d+/gu, '#');
  const on = new Map<string, Set<number>>();
  for (const { text, page } of lines) on.set(template(text), (on.get(template(text)) ?? new Set()).add(page));
  const law = lines.filter(({ text }) => (on.get(template(text))?.size ?? 0) < pages.length * RUNNING_SHARE);
  return { given: law.map((l) => l.text).join(' '), all: lines.map((l) => l.text).join(' ') };
}

/** Front matter, comments and tags of Markdown are no words. */
function accountOfMarkdown(text: string): Account {
  const given = text
    .replace(/^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/u, '')
    .replace(/<!--[\s\S]*?-->|<meta[^>]*>|<\/?(?:u|su[bp])>/gu, '');
  return { given, all: given };
}

async function accountOf(format: string, bytes: Uint8Array): Promise<Account | null> {
  if (format === 'pdf') return accountOfPages(bytes);
  const { text } = decode(bytes);
  if (format === 'json') return accountOfDump(JSON.parse(text) as Readonly<Record<string, unknown>>);
  if (format === 'markdown') return accountOfMarkdown(text);
  return format === 'text' ? { given: text, all: text } : null;
}

/** What is wrong with a file's account; '' where nothing is, null for formats that another test holds. */
async function wrongIn(path: string, file: string): Promise<string | null> {
  const bytes = readFileSync(path);
  const source = await ingest({ path: file, bytes, provenance: null });
  const account = await accountOf(source.format, bytes);
  if (account === null) return null;
  const kept = countsOf(keptBy(source), SIGNS);
  const given = countsOf(account.given, SIGNS);
  const [lost, gained] = [surplus(given, kept), surplus(kept, countsOf(account.all, SIGNS))];
  const [mostLost, mostGained] = KNOWN[file] ?? [0, 0];
  // An exception that a file needs no longer would hide a new loss.
  if (lost <= mostLost && gained <= mostGained && (KNOWN[file] === undefined || lost + gained > 0)) return '';
  const odd = [...given].filter(([c, n]) => n > (kept.get(c) ?? 0)).map(([c, n]) => `${c}${n - (kept.get(c) ?? 0)}`);
  return `${file} (${source.format}): ${lost} lost, ${gained} gained (${odd.slice(0, 12).join(' ')})`;
}

describe('readers of dumps, pages and plain words', () => {
  it('account for each character of our golden cases', async () => {
    const told: string[] = [];
    for (const path of filesBelow('test/golden').filter((p) => /source\.(?:json|pdf|md)$/u.test(p))) {
      const wrong = await wrongIn(path, path);
      if (wrong !== null && wrong !== '') told.push(wrong);
    }
    expect(told).toEqual([]);
  });

  it.skipIf(!isThere)(
    'account for each character of the real corpus',
    async () => {
      const wrong: string[] = [];
      for (const path of filesBelow(corpus)) {
        if (!/\.(?:json|pdf|md|txt)$/u.test(path)) continue;
        const told = await wrongIn(path, relative(corpus, path));
        if (told !== null && told !== '') wrong.push(told);
      }
      expect(wrong).toEqual([]);
    },
    PATIENCE_MS,
  );
});
