import type { PortableDocument } from '../build.js';
import { isCoded, type PortableField } from '../fields.js';
import type { TermSource } from '../postings.js';
import { type PackedIndex, readLine, unpackDocuments } from './pack.js';

/** What `portableSearch` asks of an index. */
export interface OpenIndex {
  readonly documents: readonly PortableDocument[];
  readonly terms: TermSource;
}

/** A part with its terms in their order, a line each, and the numbers of its documents in the whole. */
interface Part {
  readonly terms: readonly string[];
  readonly lines: readonly string[];
  readonly numbers: Int32Array;
}

/** Opens the parts of an index as one: whatever their order, the coded documents come first, and those of a law after those of a law with a lesser id. */
export function openParts(packed: readonly PackedIndex[]): OpenIndex {
  const { documents, numbers } = numbered(packed.map(unpackDocuments));
  const parts = packed.map(({ terms, postings }, n): Part => {
    const list = terms === '' ? [] : terms.split('\n');
    return { terms: list, lines: postings.split('\n'), numbers: numbers[n] ?? new Int32Array(0) };
  });
  let all: ReadonlySet<string> | null = null;
  return {
    documents,
    terms: {
      get terms() {
        all ??= new Set(parts.flatMap((part) => part.terms));
        return all;
      },
      startingWith: (start) => {
        const found = new Set<string>();
        for (const { terms } of parts)
          for (let at = placeOf(terms, start); terms[at]?.startsWith(start) === true; at += 1)
            found.add(terms[at] ?? '');
        return [...found].sort();
      },
      postings: (term) => {
        const out = new Map<number, Map<PortableField, readonly number[]>>();
        for (const { terms, lines, numbers: own } of parts) {
          const at = placeOf(terms, term);
          if (terms[at] === term) readLine(lines[at] ?? '', out, (document) => own[document] ?? -1);
        }
        return out.size === 0 ? undefined : out;
      },
    },
  };
}

/** Where a term stands in its list, or would stand. */
function placeOf(terms: readonly string[], term: string): number {
  let [from, to] = [0, terms.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((terms[middle] ?? '') < term) from = middle + 1;
    else to = middle;
  }
  return from;
}

function numbered(parts: readonly PortableDocument[][]): { documents: PortableDocument[]; numbers: Int32Array[] } {
  const numbers = parts.map((own) => Int32Array.from(own.keys()));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return { documents: only, numbers };
  const laws = new Map<string, (readonly [part: number, at: number, document: PortableDocument])[]>();
  for (const [part, own] of parts.entries())
    for (const [at, document] of own.entries()) {
      const law = laws.get(document.instrument);
      if (law === undefined) laws.set(document.instrument, [[part, at, document]]);
      else law.push([part, at, document]);
    }
  const sorted = [...laws].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => own);
  const documents: PortableDocument[] = [];
  for (const isWanted of [true, false])
    for (const [part, at, document] of sorted) {
      const own = numbers[part];
      if (isCoded(document) !== isWanted || own === undefined) continue;
      own[at] = documents.length;
      documents.push(document);
    }
  return { documents, numbers };
}
