import type { AlignmentParts } from '../model/index.js';
import type { InstrumentProfile, UnitProfile } from './profile.js';
import { type Bag, cosine, toVector, type Vector } from './words/bags.js';

/** Similarities that the score is learned from; `AlignmentParts` shows them in fewer columns. */
export interface Features {
  readonly codes: number | null;
  readonly text: number | null;
  readonly terms: number | null;
  readonly headings: number | null;
  readonly chapter: number | null;
  readonly position: number;
  readonly quantities: number | null;
}

/** Cosines, Jaccards and places of one pair of instruments; its inverse document frequencies know these two alone. */
export interface PairSpace {
  readonly features: (left: UnitProfile, right: UnitProfile) => Features;
}

/**
 * The space in which two instruments are compared. Frequencies come from the pair only, so that adding
 * a third instrument to a study changes no figure of this pair.
 */
export function pairSpace(left: InstrumentProfile, right: InstrumentProfile): PairSpace {
  const total = left.units.length + right.units.length;
  const stemVectors = vectors(left.stemUnits, right.stemUnits, total);
  const conceptVectors = vectors(left.conceptUnits, right.conceptUnits, total);
  return {
    features: (a, b) => {
      const sameLanguage = a.language === b.language;
      return {
        codes: jaccard(a.codes, b.codes),
        text: sameLanguage ? cosine(stemVectors(a.stems), stemVectors(b.stems)) : null,
        terms:
          a.concepts === null || b.concepts === null
            ? null
            : cosine(conceptVectors(a.concepts), conceptVectors(b.concepts)),
        headings: headline(
          ...titled(a.headingStems, a.stems, b.headingStems, b.stems),
          ...titled(a.headingConcepts, a.concepts, b.headingConcepts, b.concepts),
          sameLanguage,
          stemVectors,
          conceptVectors,
        ),
        chapter: headline(
          a.chapterStems,
          b.chapterStems,
          a.chapterConcepts,
          b.chapterConcepts,
          sameLanguage,
          stemVectors,
          conceptVectors,
        ),
        position: 1 - Math.abs(a.position - b.position),
        quantities: quantityOverlap(a, b),
      };
    },
  };
}

/** The parts as exports show them: structure is the mean of place and chapter. */
export function toParts(f: Features): AlignmentParts {
  return {
    codes: f.codes,
    text: f.text,
    headings: f.headings,
    structure: f.chapter === null ? f.position : (f.position + f.chapter) / 2,
    quantities: f.quantities,
    terms: f.terms,
  };
}

type Vectors = (bag: Bag) => Vector;

/** Bags as TF-IDF vectors, each made once. */
function vectors(left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>, total: number): Vectors {
  // A plain Map: the space lives shortly, and weak ones cost the collector dearly.
  const made = new Map<Bag, Vector>();
  const idf = (id: number) => Math.log((total + 1) / ((left.get(id) ?? 0) + (right.get(id) ?? 0) + 0.5));
  return (bag) => {
    const vector = made.get(bag) ?? toVector(bag, idf);
    made.set(bag, vector);
    return vector;
  };
}

/** The two headings; where one side prints none, its words stand in for it. */
function titled<C extends Bag | null>(aHead: C, aWords: C, bHead: C, bWords: C): readonly [C, C] {
  const has = (c: C) => c !== null && c.ids.length > 0;
  if (has(aHead) === has(bHead)) return [aHead, bHead];
  return has(aHead) ? [aHead, bWords] : [aWords, bHead];
}

/** Headings in one language by stems or terms, whichever sees more; across languages by terms; null where a side has none. */
function headline(
  aStems: Bag,
  bStems: Bag,
  aConcepts: Bag | null,
  bConcepts: Bag | null,
  sameLanguage: boolean,
  stemVectors: Vectors,
  conceptVectors: Vectors,
): number | null {
  if (aStems.ids.length === 0 || bStems.ids.length === 0) return null;
  const isSeen = (bag: Bag | null): bag is Bag => bag !== null && bag.ids.length > 0;
  const byTerms =
    isSeen(aConcepts) && isSeen(bConcepts) ? cosine(conceptVectors(aConcepts), conceptVectors(bConcepts)) : null;
  if (!sameLanguage) return byTerms;
  return Math.max(byTerms ?? 0, cosine(stemVectors(aStems), stemVectors(bStems)));
}

function jaccard(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | null {
  if (a.size === 0 && b.size === 0) return null;
  let shared = 0;
  let all = 0;
  for (const [code, w] of a) {
    shared += Math.min(w, b.get(code) ?? 0);
    all += Math.max(w, b.get(code) ?? 0);
  }
  for (const [code, w] of b) if (!a.has(code)) all += w;
  return all === 0 ? null : shared / all;
}

function quantityOverlap(a: UnitProfile, b: UnitProfile): number | null {
  if (a.quantities.length === 0 || b.quantities.length === 0) return null;
  const keys = (u: UnitProfile) => new Set(u.quantities.map((q) => `${q.kind} ${q.value} ${q.unit}`));
  const left = keys(a);
  const right = keys(b);
  const shared = [...left].filter((k) => right.has(k)).length;
  return shared / (left.size + right.size - shared);
}
