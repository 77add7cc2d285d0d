import { fitsGlob } from '../terms/pattern.js';
import { FIELD_WEIGHTS, type PortableField } from './fields.js';

/** Where a term or phrase stands in one document: its beginnings by field, ascending. */
export type Places = ReadonlyMap<PortableField, readonly number[]>;
/** Documents (by place in `documents`) that hold something, with where. */
export type Postings = ReadonlyMap<number, Places>;

/** The terms of an index in their order, each with what holds it. */
export interface TermSource {
  readonly terms: readonly string[] | ReadonlySet<string>;
  /** Those that begin so. */
  startingWith(start: string): readonly string[];
  /** Undefined for a term that the index does not hold. */
  readonly postings: (term: string) => Postings | undefined;
}

export const FIELDS = Object.keys(FIELD_WEIGHTS) as PortableField[];
const NONE: Postings = new Map();

/** An inverted index read by term, each term once: lunr itself answers neither phrases nor proximity, its index holds what both need. */
export class PostingLists {
  private readonly read = new Map<string, Postings>();

  constructor(private readonly source: TermSource) {}

  of(term: string): Postings {
    const known = this.read.get(term);
    if (known !== undefined) return known;
    const made = this.source.postings(term) ?? NONE;
    this.read.set(term, made);
    return made;
  }

  /** All terms that begin so, in the index's order. */
  startingWith(start: string): string[] {
    return [...this.source.startingWith(start)];
  }

  fitting(glob: string): string[] {
    return [...this.source.terms].filter((t) => fitsGlob(t, glob)).sort();
  }
}

/** The part of lunr's serialised form that is read here. @see https://lunrjs.com/docs/lunr.Index.html#toJSON */
export interface LunrIndex {
  readonly invertedIndex: readonly (readonly [string, LunrPosting])[];
}

export interface LunrPosting {
  readonly [field: string]: { readonly [ref: string]: { readonly index?: readonly number[] } } | number;
}

/** The terms of lunr's own serialised form. */
export function lunrTerms(index: object): TermSource {
  const { invertedIndex } = index as LunrIndex;
  const lists = new Map(invertedIndex);
  const terms = [...lists.keys()];
  return {
    terms,
    startingWith: (start) => terms.filter((t) => t.startsWith(start)),
    postings: (term) => {
      const list = lists.get(term);
      return list === undefined ? undefined : toPostings(list);
    },
  };
}

function toPostings(list: LunrPosting): Postings {
  const documents = new Map<number, Map<PortableField, readonly number[]>>();
  for (const field of FIELDS) {
    const refs = list[field];
    if (refs === undefined || typeof refs === 'number') continue;
    for (const [ref, { index = [] }] of Object.entries(refs)) {
      const places = documents.get(Number(ref)) ?? new Map<PortableField, readonly number[]>();
      places.set(field, index);
      documents.set(Number(ref), places);
    }
  }
  return documents;
}

/** Documents where the terms stand one after the other. */
export function phrasePostings(lists: PostingLists, terms: readonly string[]): Postings {
  const [first, ...rest] = terms.map((t) => lists.of(t));
  if (first === undefined) return NONE;
  if (rest.length === 0) return first;
  const out = new Map<number, Places>();
  for (const [doc, places] of first) {
    const others = rest.map((r) => r.get(doc));
    if (others.includes(undefined)) continue;
    const found = new Map<PortableField, readonly number[]>();
    for (const [field, starts] of places) {
      const sets = others.map((o) => new Set(o?.get(field) ?? []));
      const hits = starts.filter((s) => sets.every((set, k) => set.has(s + k + 1)));
      if (hits.length > 0) found.set(field, hits);
    }
    if (found.size > 0) out.set(doc, found);
  }
  return out;
}

/** Everything any of the lists has, places merged. */
export function unionPostings(all: readonly Postings[]): Postings {
  const [only] = all;
  if (all.length === 1 && only !== undefined) return only;
  const out = new Map<number, Map<PortableField, readonly number[]>>();
  for (const postings of all)
    for (const [doc, places] of postings) {
      const mine = out.get(doc) ?? new Map<PortableField, readonly number[]>();
      for (const [field, starts] of places)
        mine.set(
          field,
          [...new Set([...(mine.get(field) ?? []), ...starts])].sort((a, b) => a - b),
        );
      out.set(doc, mine);
    }
  return out;
}

/** The part of the postings that stands in one field. */
export function inField(postings: Postings, field: PortableField | null): Postings {
  if (field === null) return postings;
  const out = new Map<number, Places>();
  for (const [doc, places] of postings) {
    const starts = places.get(field);
    if (starts !== undefined) out.set(doc, new Map([[field, starts]]));
  }
  return out;
}

/** Documents where all phrases stand near each other in one field, by FTS5's rule (see `nearIn` in match.ts), with where. */
export function nearPostings(lists: PostingLists, phrases: readonly (readonly string[])[], near: number): Postings[] {
  const each = phrases.map((p) => phrasePostings(lists, p));
  const kept = each.map(() => new Map<number, Map<PortableField, readonly number[]>>());
  for (const doc of each[0]?.keys() ?? []) {
    for (const field of FIELDS) {
      const starts = each.map((p) => p.get(doc)?.get(field) ?? []);
      const hits = starts.map(() => new Set<number>());
      for (const last of new Set(starts.flat())) {
        const chosen = starts.map((s, k) =>
          s.filter((p) => p <= last && p >= last - (phrases[k]?.length ?? 1) - near).at(-1),
        );
        if (!chosen.includes(last) || chosen.includes(undefined)) continue;
        chosen.forEach((p, k) => {
          if (p !== undefined) hits[k]?.add(p);
        });
      }
      hits.forEach((set, k) => {
        if (set.size === 0) return;
        const mine = kept[k]?.get(doc) ?? new Map<PortableField, readonly number[]>();
        mine.set(
          field,
          [...set].sort((a, b) => a - b),
        );
        kept[k]?.set(doc, mine);
      });
    }
  }
  return kept;
}
