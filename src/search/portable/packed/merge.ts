import { buildLunr, MOST_DOCUMENTS, type PortableDocument, type PortablePassage } from '../build.js';
import { isCoded } from '../fields.js';
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

/** How many of a law's documents an index takes, from the first on. */
export interface Share {
  readonly coded: number;
  readonly others: number;
}

/** The shares of laws that are searched together: the coded documents of all come first, and then the others, up to `MOST_DOCUMENTS`. */
export function sharesOf(laws: readonly LawIndex[]): readonly Share[] {
  let left = MOST_DOCUMENTS;
  const take = (count: number): number => {
    const taken = Math.min(count, left);
    left -= taken;
    return taken;
  };
  const coded = laws.map(({ documents }) => take(documents.filter(isCoded).length));
  return laws.map(({ documents }, n) => ({
    coded: coded[n] ?? 0,
    others: take(documents.length - documents.filter(isCoded).length),
  }));
}

/** Returns what `packPortable` would give of all passages at once: the coded ones first, of each law its share. */
export function mergeLaws(laws: readonly LawIndex[], shares: readonly Share[] = sharesOf(laws)): PackedIndex {
  const { documents, numbers } = numbered(laws, shares);
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
    if (line === '') continue; // None of its holders is taken.
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
function numbered(
  laws: readonly LawIndex[],
  shares: readonly Share[],
): { documents: PortableDocument[]; numbers: Int32Array[] } {
  const documents: PortableDocument[] = [];
  const numbers = laws.map((law) => new Int32Array(law.documents.length).fill(LEFT_OUT));
  for (const part of ['coded', 'others'] as const)
    for (const [n, law] of laws.entries()) {
      const own = numbers[n];
      let left = shares[n]?.[part] ?? 0;
      for (const [at, document] of law.documents.entries()) {
        if (isCoded(document) !== (part === 'coded') || left === 0 || own === undefined) continue;
        own[at] = documents.length;
        documents.push(document);
        left -= 1;
      }
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
