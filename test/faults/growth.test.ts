import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.js';
import { parse } from '../../src/parse/index.js';

/** Units of the shorter law, and how many times as many the longer one has. */
const SHORT = 500;
const GROWTH = 8;
/** What takes less says nothing about growth. */
const NOISE_MS = 150;
/** Work that grows with the square takes 8 times as much again; clocks are coarse, and larger heaps cost more. */
const TOLERANCE = 3;

type Draft = (units: number) => string;
const list = (units: number, unit: (n: number) => string, between = '\n'): string =>
  Array.from({ length: units }, (_, i) => unit(i + 1)).join(between);
const treaty = (inside: string): string => `<treaty><meta/><body>${inside}</body></treaty>`;
const dump = (content: string): string =>
  JSON.stringify({
    articles: [content, 'The end.'].map((words, i) => ({ article: `Article ${i + 1}`, content: words })),
  });
const journal = (inside: string): string => `<html><body><p class="oj-doc-ti">Act</p>${inside}</body></html>`;
const formex = (inside: string): string => `<ACT><BIB.INSTANCE/><ENACTING.TERMS>${inside}</ENACTING.TERMS></ACT>`;
const uk = (inside: string): string =>
  `<Legislation xmlns="http://www.legislation.gov.uk/n"><Body>${inside}</Body></Legislation>`;

/** A law of each reader, and what has been slow or has ended the program: one long unit, numbers out of any order, one number for all. */
const DRAFTS: Readonly<Record<string, readonly [path: string, draft: Draft]>> = {
  'text, articles': ['a.txt', (n) => list(n, (i) => `Article ${i}\n1. The keeper pays.\n2. He may appeal.`, '\n\n')],
  'text, one article of paragraphs': ['a.txt', (n) => `Article 1\n\n${list(n, (i) => `Lamp ${i} is lit.`, '\n\n')}`],
  'text, one number for all': ['a.txt', (n) => list(n, () => 'Article 1\nThe lamp is lit.', '\n\n')],
  'Markdown, headings': ['a.md', (n) => list(n, (i) => `## Article ${i}\n\nThe lamp is lit.`, '\n\n')],
  'Markdown, chapters': ['a.md', (n) => list(n, (i) => `# Chapter ${i}\n\n## Article ${i}\n\nIt is lit.`, '\n\n')],
  'JSON, a long article': ['a.json', (n) => dump(list(n, (i) => `Lamp ${i} is lit.`, '\n\n'))],
  'JSON, a long list': ['a.json', (n) => dump(`It shall: ${list(n, (i) => `(${i}) light it;`, ' ')}`)],
  'JSON, marks that begin anew': ['a.json', (n) => dump(list(n, () => '(1) light it; (a) keep it:', '\n\n'))],
  'ToTA, articles': [
    'a.xml',
    (n) => treaty(list(n, (i) => `<article number="${i}" name="Of lamps">1. One.\n2. Two.</article>`)),
  ],
  'ToTA, one number for all': [
    'a.xml',
    (n) => treaty(list(n, () => '<article number="1" name="Of lamps">Lit.</article>')),
  ],
  'ToTA, letters out of order': ['a.xml', (n) => treaty(`<article number="1">${list(n, () => '(l) lit;')}</article>`)],
  'Official Journal, articles': [
    'a.xhtml',
    (n) => journal(list(n, (i) => `<div id="art_${i}"><p class="oj-ti-art">Article ${i}</p><p>It is lit.</p></div>`)),
  ],
  'Official Journal, a table': [
    'a.xhtml',
    (n) => journal(`<table>${list(n, (i) => `<tr><td>(${i})</td><td><p>lit</p></td></tr>`)}</table>`),
  ],
  'Formex, articles': [
    'a.xml',
    (n) => formex(list(n, (i) => `<ARTICLE><TI.ART>Article ${i}</TI.ART><ALINEA>Lit.</ALINEA></ARTICLE>`)),
  ],
  'Formex, one article': [
    'a.xml',
    (n) => formex(`<ARTICLE><TI.ART>Article 1</TI.ART>${list(n, () => '<ALINEA>Lit.</ALINEA>')}</ARTICLE>`),
  ],
  'CLML, sections': [
    'a.xml',
    (n) => uk(list(n, (i) => `<P1><Pnumber>${i}</Pnumber><P1para><Text>Lit.</Text></P1para></P1>`)),
  ],
  'HTML, paragraphs': [
    'a.html',
    (n) => `<html><body>${list(n, (i) => `<p>Article ${i}</p><p>It is lit.</p>`)}</body></html>`,
  ],
};

/** Processor time of reading and parsing, the better of two, ms. */
async function millisecondsOf(path: string, words: string): Promise<number> {
  const bytes = Buffer.from(words);
  let best = Number.POSITIVE_INFINITY;
  for (const _ of [1, 2]) {
    const start = process.cpuUsage();
    parse(await ingest({ path: `xx/${path}`, bytes, provenance: null }));
    best = Math.min(best, process.cpuUsage(start).user / 1_000);
  }
  return best;
}

const grewTooMuch = (short: number, long: number): boolean => long > NOISE_MS && long > short * GROWTH * TOLERANCE;

describe('reading and parsing', () => {
  it.each(Object.entries(DRAFTS))('takes time that is linear in the law: %s', async (_, [path, draft]) => {
    const short = await millisecondsOf(path, draft(SHORT));
    const long = await millisecondsOf(path, draft(SHORT * GROWTH));
    expect({ short, long, grewTooMuch: grewTooMuch(short, long) }).toMatchObject({ grewTooMuch: false });
  });

  it('would be told of, were it to grow with the square', () => {
    expect(grewTooMuch(10, 10 * GROWTH ** 2)).toBe(true);
    expect(grewTooMuch(10, 10 * GROWTH * 2)).toBe(false);
  });

  it('does not open numbers out of any order one inside the other without end', async () => {
    const bytes = Buffer.from(treaty(`<article number="1">${list(8_000, () => '(l) lit;')}</article>`));
    const { provisions } = parse(await ingest({ path: 'xx/a.xml', bytes, provenance: null }));
    expect(Math.max(...provisions.map((p) => p.depth))).toBeLessThan(40);
  });
});
