import type { PortableDocument, PortableIndex } from '../build.js';
import type { PortableField } from '../fields.js';
import { FIELDS, type LunrIndex, type LunrPosting } from '../postings.js';
import { signsOf, written } from './numbers.js';

/** Id, title, aliases, jurisdictions, kind, language, year, date, identifiers: what all documents of a law share. */
type PackedLaw = readonly [
  string,
  string,
  readonly string[],
  readonly string[],
  string,
  string,
  number | null,
  string | null,
  Readonly<Record<string, string>>,
];
/** Law's place, eId, citation, heading, context's place, codes' places, forces, length, place of its pinpoints. */
type PackedDocument = readonly [
  number,
  string,
  string | null,
  string,
  number,
  readonly number[],
  readonly string[],
  number,
  number,
];

/**
 * A portable index as a page loads it: some fifth of lunr's own JSON in size, and opened without making an object for each
 * of a million places. `postings` has a line for each term of `terms`.
 */
export interface PackedIndex {
  readonly form: 'lexatlas-search/1';
  readonly laws: readonly PackedLaw[];
  readonly contexts: readonly string[];
  readonly codes: readonly string[];
  /** Lists of pinpoints without the citation of the document itself: `(1)`, `(2)`, `(2)(a)`. */
  readonly pinpoints: readonly string[];
  readonly documents: readonly PackedDocument[];
  readonly terms: string;
  readonly postings: string;
}

/** Packs an index that `buildLunr` made. Nothing is lost: `openParts` gives the same back. */
export function packPortable({ index, documents }: PortableIndex): PackedIndex {
  return { ...packDocuments(documents), ...packTerms(index) };
}

/** The terms of lunr's own form, a line each, and a line of signs for what holds each of them. */
export function packTerms(index: object): Pick<PackedIndex, 'terms' | 'postings'> {
  const { invertedIndex } = index as LunrIndex;
  return {
    terms: invertedIndex.map(([term]) => term).join('\n'),
    postings: invertedIndex.map(([, list]) => line(list)).join('\n'),
  };
}

/** The documents with what they share told once. */
export function packDocuments(documents: readonly PortableDocument[]): Omit<PackedIndex, 'terms' | 'postings'> {
  const laws = new Map<string, number>();
  const table: PackedLaw[] = [];
  const [contexts, codes, pinpoints] = [places(), places(), places()];
  const packed = documents.map((d): PackedDocument => {
    let law = laws.get(d.instrument);
    if (law === undefined) {
      law = table.length;
      laws.set(d.instrument, law);
      const { instrument, title, aliases, jurisdictions, kind, language, year, date, identifiers } = d;
      table.push([instrument, title, aliases, jurisdictions, kind, language, year, date, identifiers]);
    }
    const inner = d.pinpoints.map((p) =>
      p.startsWith(d.citation ?? '') ? p.slice((d.citation ?? '').length) : `=${p}`,
    );
    return [
      law,
      d.eId,
      d.citation,
      d.heading,
      contexts.of(d.context),
      d.codes.map(codes.of),
      d.forces,
      d.length,
      pinpoints.of(inner.join(' ')),
    ];
  });
  return {
    form: 'lexatlas-search/1',
    laws: table,
    contexts: contexts.list,
    codes: codes.list,
    pinpoints: pinpoints.list,
    documents: packed,
  };
}

/** Returns the documents with what they share put back; equal values are one value. */
export function unpackDocuments({ laws, contexts, codes, pinpoints, documents }: PackedIndex): PortableDocument[] {
  const lists = pinpoints.map((list) => (list === '' ? [] : list.split(' ')));
  return documents.map(([law, eId, citation, heading, context, own, forces, length, inner]) => {
    const [instrument = '', title = '', aliases = [], jurisdictions = [], kind = '', language = '', year, date, known] =
      laws[law] ?? [];
    return {
      instrument,
      eId,
      citation,
      title,
      aliases,
      heading,
      context: contexts[context] ?? '',
      jurisdictions,
      kind,
      language,
      year: year ?? null,
      date: date ?? null,
      codes: own.map((c) => codes[c] ?? ''),
      forces,
      identifiers: known ?? {},
      pinpoints: (lists[inner] ?? []).map((p) => (p.startsWith('=') ? p.slice(1) : `${citation ?? ''}${p}`)),
      length,
    };
  });
}

/** By field: its number, how many documents, then each document's distance from the one before, its places, their distances. */
function line(list: LunrPosting): string {
  let out = '';
  FIELDS.forEach((field, f) => {
    const refs = list[field];
    if (refs === undefined || typeof refs === 'number') return;
    // Keys that are whole numbers come in their order.
    const holders = Object.keys(refs);
    if (holders.length === 0) return;
    out += written(f) + written(holders.length);
    let before = 0;
    for (const ref of holders) {
      const starts = refs[ref]?.index ?? [];
      out += written(Number(ref) - before) + written(starts.length);
      before = Number(ref);
      let last = 0;
      for (const start of starts) {
        out += written(start - last);
        last = start;
      }
    }
  });
  return out;
}

/** Adds what a line tells to the places of `out`; `numberOf` gives each document's number there. */
export function readLine(
  packed: string,
  out: Map<number, Map<PortableField, readonly number[]>>,
  numberOf: (document: number) => number,
): void {
  const { next } = signsOf(packed);
  for (let f = next(); f >= 0; f = next()) {
    const field = FIELDS[f];
    let doc = 0;
    for (let left = next(); left > 0; left -= 1) {
      doc += next();
      const starts = new Array<number>(next());
      let at = 0;
      for (let i = 0; i < starts.length; i += 1) {
        at += next();
        starts[i] = at;
      }
      if (field === undefined) continue;
      const number = numberOf(doc);
      const mine = out.get(number);
      if (mine === undefined) out.set(number, new Map([[field, starts]]));
      else mine.set(field, starts);
    }
  }
}

/** Values told apart, each with its place in the list. */
function places(): { readonly list: string[]; readonly of: (value: string) => number } {
  const known = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    of: (value) => {
      const at = known.get(value);
      if (at !== undefined) return at;
      known.set(value, list.length);
      return list.push(value) - 1;
    },
  };
}
