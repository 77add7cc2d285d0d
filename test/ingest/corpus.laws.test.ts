import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ingest/encoding.js';
import { ingest } from '../../src/ingest/index.js';
import { countsOf, filesBelow, keptBy, surplus } from './accounts.js';

const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const isThere = existsSync(join(corpus, 'statutes')) && existsSync(join(corpus, 'agreements'));
if (!isThere) console.warn(`SKIPPED: no real texts at ${corpus}; set LEXATLAS_CORPUS to walk them for lost letters`);

/** The 470 files of markup are read in 12 s of processor time; a loaded machine may need many times that. */
const PATIENCE_MS = 600_000;

/** What a publisher's markup holds beside the words of the law. */
interface Beside {
  /** Elements whose words are the publisher's: navigation, scripts, style, metadata, editorial notes, marks of footnotes. */
  readonly elements: RegExp;
  /** Classes of such elements. */
  readonly classes?: RegExp;
  /** Ids of the calls of footnotes; the footnotes themselves are kept. */
  readonly calls?: RegExp;
  /** Attributes that hold words of the law. */
  readonly words?: readonly string[];
  /** Signs that the reader puts or drops: parentheses of bare numbers, quotation marks that are elements, arrows of amendments. */
  readonly signs?: RegExp;
}

const BESIDE: Readonly<Record<string, Beside>> = {
  tota: { elements: /^meta$/, words: ['number', 'name'] },
  'justice-canada': {
    elements: /^(?:HistoricalNote|RecentAmendments|Identification|BillHistory|FootnoteRef)$/,
  },
  clml: {
    elements:
      /^(?:Metadata|Contents|Commentaries|Commentary|CommentaryRef|Versions|Resources|MarginNotes|FootnoteRef)$/,
    words: ['NumberOverride'],
    signs: /[()]/u,
  },
  formex: { elements: /^BIB\.|^FAM\.COMP$/, words: ['NOTE.ID'], signs: /["'“”‘’«»()]/u },
  'eurlex-oj': { elements: /^(?:head|script|style)$/, classes: /\boj-hd-/, calls: /^ntc/, signs: /[()]/u },
  'eurlex-consolidated': {
    elements: /^(?:head|script|style)$/,
    classes: /\b(?:disclaimer|reference|arrow|modref|title-fam-member|hd-modifiers)\b/,
    calls: /^(?:ntc|src\.)/,
    signs: /[►▼◄()]/u,
  },
  // The heading is the document's number.
  'eurlex-legacy': { elements: /^(?:head|script|style|h1)$/, signs: /[►▼◄]/u },
  akn: { elements: /^meta$/ },
  // Brackets around what is repealed and dashes behind a number are signs of the number.
  uslm: { elements: /^(?:meta|toc|sourceCredit|notes)$/, classes: /footnoteRef/, signs: /[—.[\]]/u },
  html: { elements: /^(?:head|script|style|nav|header|footer)$/ },
};

const PAGES = 'page numbers that a copy from PDF left on lines of their own';
/** How many characters a file's reader may lose or add, and why. */
const KNOWN: Readonly<Record<string, readonly [lost: number, gained: number, why: string]>> = {
  'agreements/tota/pta_146.xml': [27, 0, PAGES],
  'agreements/tota/pta_156.xml': [51, 0, PAGES],
  'agreements/tota/pta_157.xml': [435, 0, PAGES],
  'agreements/tota/pta_17.xml': [20, 0, PAGES],
  'agreements/tota/pta_26.xml': [690, 0, PAGES],
  'agreements/tota/pta_325.xml': [21, 0, PAGES],
  'agreements/tota/pta_339.xml': [6, 0, PAGES],
  'agreements/tota/pta_341.xml': [36, 0, PAGES],
  'agreements/tota/pta_342.xml': [30, 0, PAGES],
  'agreements/tota/pta_37.xml': [16, 0, PAGES],
  'agreements/tota/pta_386.xml': [21, 0, PAGES],
  'agreements/tota/pta_397.xml': [111, 0, PAGES],
  'agreements/tota/pta_401.xml': [34, 0, PAGES],
  'agreements/tota/pta_433.xml': [145, 0, PAGES],
  'agreements/tota/pta_438.xml': [29, 0, PAGES],
  'agreements/tota/pta_450.xml': [225, 0, PAGES],
  'agreements/tota/pta_52.xml': [43, 0, PAGES],
  'agreements/tota/pta_72.xml': [91, 0, PAGES],
  'agreements/tota/pta_8.xml': [33, 0, PAGES],
  'agreements/tota/pta_9.xml': [93, 0, PAGES],
  'test/golden/tota-chapters-count-anew/source.xml': [0, 8, 'the name of the preamble, which this account leaves out'],
  'statutes/eu/ai-act-2024-1689.oj.en.xhtml': [4, 0, 'semicolons that part references inside marks of notes'],
  'statutes/eu/dpd-95-46.consolidated-2003.en.xhtml': [8, 0, 'the letters of amending acts behind arrows'],
  'statutes/eu/e-evidence-2023-1543.consolidated.en.html': [8, 0, 'the letters of corrigenda behind arrows'],
  'statutes/eu/gdpr-2016-679.consolidated.en.html': [4, 0, 'the letters of corrigenda behind arrows'],
  'statutes/eu/gdpr-2016-679.consolidated.fr.html': [6, 0, 'the letters of corrigenda behind arrows'],
};

/** The words of the publisher's body: what stands in no element beside the law. Empty elements that are struck out count no more. */
function bodyOf(bytes: Uint8Array, format: string, beside: Beside): string {
  const words: string[] = [];
  const open: boolean[] = [];
  let outside = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = tag.replace(/^.*:/u, '');
        const isBeside =
          beside.elements.test(name) ||
          beside.classes?.test(attributes.class ?? '') === true ||
          beside.calls?.test(attributes.id ?? '') === true ||
          (format === 'html' && (/^(?:strike|s|del)$/u.test(name) || /line-through/.test(attributes.style ?? '')));
        open.push(isBeside);
        if (isBeside) outside += 1;
        if (outside === 0) for (const attribute of beside.words ?? []) words.push(wordsIn(attributes[attribute] ?? ''));
      },
      onclosetag() {
        if (open.pop() === true) outside -= 1;
      },
      ontext(text) {
        if (outside === 0) words.push(text);
      },
    },
    { xmlMode: format !== 'html' && format !== 'eurlex-legacy' },
  );
  parser.end(decode(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).text);
  return words.join('');
}

/** Formex writes the number of a note as E0007; ToTA names a chapter by what it is. */
function wordsIn(attribute: string): string {
  return /^preamble$/iu.test(attribute) ? '' : attribute.replace(/^E0+(?=\d)/u, '');
}

async function accountOf(folder: string, path: string): Promise<string | null> {
  const file = relative(folder, path);
  const bytes = readFileSync(path);
  const source = await ingest({ path: file, bytes, provenance: null });
  const beside = BESIDE[source.format];
  if (beside === undefined) return null;
  const given = countsOf(bodyOf(bytes, source.format, beside), beside.signs);
  const kept = countsOf(keptBy(source), beside.signs);
  const [lost, gained] = [surplus(given, kept), surplus(kept, given)];
  const [mostLost, mostGained] = KNOWN[file] ?? [0, 0];
  const isRight = lost <= mostLost && gained <= mostGained && (KNOWN[file] === undefined || lost + gained > 0);
  const odd = [...given].filter(([c, n]) => n > (kept.get(c) ?? 0)).map(([c, n]) => `${c}${n - (kept.get(c) ?? 0)}`);
  return isRight ? '' : `${file} (${source.format}): ${lost} lost, ${gained} gained (${odd.slice(0, 12).join(' ')})`;
}

describe('readers of markup', () => {
  it('account for each character of the archetypes', async () => {
    const told = await Promise.all(filesBelow('corpus/archetypes').map((p) => accountOf('corpus/archetypes', p)));
    expect(told.filter((t) => t !== null)).toEqual(['', '', '']);
  });

  it('account for each character of our golden cases, USLM among them', async () => {
    const cases = filesBelow('test/golden').filter((p) => /source\.(?:xml|x?html)$/u.test(p));
    const told = await Promise.all(cases.map((p) => accountOf('.', p)));
    expect(told.filter((t) => t !== null && t !== '')).toEqual([]);
    expect(told.filter((t) => t !== null).length).toBeGreaterThan(12);
  });

  it.skipIf(!isThere)(
    'account for each character of the real corpus',
    async () => {
      const wrong: string[] = [];
      for (const path of filesBelow(corpus)) {
        const told = await accountOf(corpus, path);
        if (told !== null && told !== '') wrong.push(told);
      }
      expect(wrong).toEqual([]);
    },
    PATIENCE_MS,
  );
});
