import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { align } from '../../src/align/index.js';
import { ingest } from '../../src/ingest/index.js';
import type { CodedInstrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';

const CORPUS = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
type Rendition = readonly [path: string, language: string];
const GDPR: Rendition = ['statutes/eu/gdpr-2016-679.consolidated.en.html', 'en'];
const PAIRS: readonly (readonly [name: string, first: Rendition, second: Rendition])[] = [
  ['GDPR en, fr', GDPR, ['statutes/eu/gdpr-2016-679.consolidated.fr.html', 'fr']],
  ['GDPR HTML, Formex', GDPR, ['statutes/eu/gdpr-2016-679.consolidated.en.fmx4.xml', 'en']],
  ['GDPR consolidated, journal', GDPR, ['statutes/eu/gdpr-2016-679.oj.en.xhtml', 'en']],
  ['GDPR HTML, PDF', GDPR, ['statutes/eu/gdpr-2016-679.en.pdf', 'en']],
  [
    '95/46 journal, 2003',
    ['statutes/eu/dpd-95-46.oj.en.html', 'en'],
    ['statutes/eu/dpd-95-46.consolidated-2003.en.xhtml', 'en'],
  ],
  ['PIPEDA en, fr', ['statutes/ca/pipeda.en.xml', 'en'], ['statutes/ca/pipeda.fr.xml', 'fr']],
  [
    'LGPD pt, en',
    ['statutes/br/lgpd-13709-2018.pt.html', 'pt'],
    ['statutes/br/lgpd-13709-2018.en-translation.pdf', 'en'],
  ],
  ['PDPA (Taiwan) en, zh', ['statutes/tw/pdpa-2023.en.json', 'en'], ['statutes/tw/pdpa-2023.zh.json', 'zh']],
];

/** How many articles that two renditions of one law share find each other first, without codes, a line a pair. */
export async function renditions(): Promise<readonly string[]> {
  const lines = ['renditions of one law (no codes)\tarticles in both\tfound first'];
  for (const [name, first, second] of PAIRS) {
    const [a, b] = [await read(first, 'x/first'), await read(second, 'x/second')];
    if (a === null || b === null) continue;
    const cited = (c: CodedInstrument) => new Map(c.instrument.provisions.map((p) => [p.eId as string, p.citation]));
    const [left, right] = [cited(a), cited(b)];
    const there = new Set(right.values());
    const top = new Map<string, string | null>();
    for (const row of align(a, b)) {
      const citation = left.get(row.left.eId) ?? '';
      if (there.has(citation) && !top.has(citation))
        top.set(citation, row.right === null ? null : (right.get(row.right.eId) ?? null));
    }
    const good = [...top].filter(([citation, found]) => citation === found).length;
    lines.push(`${name}\t${top.size}\t${(good / top.size).toFixed(3)}`);
  }
  return lines;
}

async function read([path, language]: Rendition, id: string): Promise<CodedInstrument | null> {
  if (!existsSync(join(CORPUS, path))) return null;
  const parsed = parse(await ingest({ path, bytes: readFileSync(join(CORPUS, path)), provenance: null }));
  return { instrument: { ...parsed, metadata: { ...parsed.metadata, id, language } }, annotations: [] };
}
