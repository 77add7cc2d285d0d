import { buildLunr, isCoded, MOST_DOCUMENTS, type PortableDocument, type PortablePassage } from '../build.js';
import { FIELDS } from '../postings.js';
import { signsOf, written } from './numbers.js';
import { type PackedIndex, packDocuments, packTerms } from './pack.js';

/** One law's part of a portable index, its documents numbered by themselves: made once for as long as the law stays as it is. */
export interface LawIndex extends Pick<PackedIndex, 'terms' | 'postings'> {
  readonly documents: readonly PortableDocument[];
}

/** The part that the passages of one law make. */
export function indexLaw(passages: Iterable<PortablePassage>): LawIndex {
  const { index, documents } = buildLunr(passages);
  return { documents, ...packTerms(index) };
}

/** Lines of a law's terms that one number can tell together with the law. */
const MOST_LINES = 2 ** 32;

/** Returns what `packPortable` would give of all passages at once: the coded ones first, no more than `MOST_DOCUMENTS`. */
export function mergeLaws(laws: readonly LawIndex[]): PackedIndex {
  const { documents, numbers } = numbered(laws);
  const lines = laws.map((law) => law.postings.split('\n'));
  const holders = new Map<string, number[]>();
  for (const [n, { terms }] of laws.entries()) {
    if (terms === '') continue;
    for (const [at, term] of terms.split('\n').entries()) {
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [n * MOST_LINES + at]);
      else list.push(n * MOST_LINES + at);
    }
  }
  const terms: string[] = [];
  const postings: string[] = [];
  for (const term of [...holders.keys()].sort()) {
    const fields: Entry[][] = FIELDS.map(() => []);
    for (const place of holders.get(term) ?? []) {
      const law = Math.floor(place / MOST_LINES);
      collect(lines[law]?.[place % MOST_LINES] ?? '', numbers[law] ?? NO_NUMBERS, fields);
    }
    const line = lineOf(fields);
    if (line === '') continue; // All its holders are beyond the most.
    terms.push(term);
    postings.push(line);
  }
  return { ...packDocuments(documents), terms: terms.join('\n'), postings: postings.join('\n') };
}

/** A document that holds a term, with how often and where, in signs as they were. */
interface Entry {
  readonly document: number;
  readonly places: string;
}

const NO_NUMBERS = new Int32Array(0);
const LEFT_OUT = -1;

/** The documents of the whole, and for each law the numbers of its own among them. */
function numbered(laws: readonly LawIndex[]): { documents: PortableDocument[]; numbers: Int32Array[] } {
  const documents: PortableDocument[] = [];
  const numbers = laws.map((law) => new Int32Array(law.documents.length).fill(LEFT_OUT));
  for (const wanted of [true, false])
    for (const [n, law] of laws.entries())
      for (const [at, document] of law.documents.entries()) {
        const own = numbers[n];
        if (isCoded(document) !== wanted || documents.length >= MOST_DOCUMENTS || own === undefined) continue;
        own[at] = documents.length;
        documents.push(document);
      }
  return { documents, numbers };
}

/** Adds what one law's line tells to the entries by field. */
function collect(line: string, numbers: Int32Array, fields: readonly Entry[][]): void {
  const signs = signsOf(line);
  for (let field = signs.next(); field >= 0; field = signs.next()) {
    let own = 0;
    for (let left = signs.next(); left > 0; left -= 1) {
      own += signs.next();
      const begin = signs.at;
      signs.skip(signs.next());
      const document = numbers[own] ?? LEFT_OUT;
      if (document !== LEFT_OUT) fields[field]?.push({ document, places: line.slice(begin, signs.at) });
    }
  }
}

function lineOf(fields: readonly Entry[][]): string {
  let out = '';
  for (const [field, entries] of fields.entries()) {
    if (entries.length === 0) continue;
    out += written(field) + written(entries.length);
    let before = 0;
    for (const { document, places } of entries.sort((a, b) => a.document - b.document)) {
      out += written(document - before) + places;
      before = document;
    }
  }
  return out;
}
