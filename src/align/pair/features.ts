import type { AlignmentParts } from '../../model/index.js';
import type { UnitProfile } from '../profile.js';
import type { View } from '../views.js';
import { cosine, overlap } from '../words/bags.js';

/** Similarities of two units that the score is learned from, each in [0,1] and the same with the sides swapped; null where one says nothing. */
export interface Features {
  /** Cosine of the words; null across languages, as the three after it. */
  readonly text: number | null;
  /** Share of the one unit's words in the other, the larger and the smaller share. */
  readonly textInside: number | null;
  readonly textMutual: number | null;
  /** Best cosine of a paragraph of the one with the whole other. */
  readonly textPart: number | null;
  /** The same four of the field's concepts; null where the term table lacks a language. */
  readonly terms: number | null;
  readonly termsInside: number | null;
  readonly termsMutual: number | null;
  readonly termsPart: number | null;
  /** Cosine of the headings; null unless both print one. */
  readonly headings: number | null;
  /** Cosine of heading and nearest division's heading where a side prints no heading of its own; null otherwise. */
  readonly titles: number | null;
  /** Share of one heading in the other's words, mean of those printed; null where neither prints one. */
  readonly headingInside: number | null;
  /** Cosine of the beginnings, and the share of one's beginning in the other, mean of both. */
  readonly lead: number;
  readonly leadInside: number;
  /** Weighted Jaccard of the codes; null where neither has any. */
  readonly codes: number | null;
  readonly chapter: number;
  readonly position: number;
  readonly quantities: number | null;
}

/** The features of two units. */
export function features(a: UnitProfile, b: UnitProfile): Features {
  const [x, y] = [a.views(), b.views()];
  const inWords =
    a.language === b.language ? fourfold(x.whole.stems, y.whole.stems, cosine, x.parts, y.parts, stemsOf) : null;
  const inTerms =
    x.whole.concepts === null || y.whole.concepts === null
      ? null
      : fourfold(x.whole.concepts, y.whole.concepts, cosine, x.parts, y.parts, conceptsOf);
  const headed = [isSeen(x.heading), isSeen(y.heading)] as const;
  const bothHeaded = headed[0] && headed[1];
  const near = (p: View, q: View) => nearness(p, q, a.language === b.language);
  const inside = (p: View, q: View) => share(p, q, a.language === b.language);
  const covers = [
    ...(headed[0] ? [inside(x.heading, y.whole)] : []),
    ...(headed[1] ? [inside(y.heading, x.whole)] : []),
  ];
  return {
    text: inWords?.[0] ?? null,
    textInside: inWords?.[1] ?? null,
    textMutual: inWords?.[2] ?? null,
    textPart: inWords?.[3] ?? null,
    terms: inTerms?.[0] ?? null,
    termsInside: inTerms?.[1] ?? null,
    termsMutual: inTerms?.[2] ?? null,
    termsPart: inTerms?.[3] ?? null,
    headings: bothHeaded ? near(x.heading, y.heading) : null,
    titles: bothHeaded ? null : near(x.title, y.title),
    headingInside: covers.length === 0 ? null : covers.reduce((p, q) => p + q, 0) / covers.length,
    lead: near(x.lead, y.lead),
    leadInside: (inside(x.lead, y.whole) + inside(y.lead, x.whole)) / 2,
    codes: jaccard(a.codes, b.codes),
    chapter: near(x.chapter, y.chapter),
    position: 1 - Math.abs(a.position - b.position),
    quantities: quantityOverlap(a, b),
  };
}

/** The parts as exports show them: structure is the mean of place and chapter. */
export function toParts(f: Features): AlignmentParts {
  return {
    codes: f.codes,
    text: f.text,
    headings: f.headings ?? f.titles,
    structure: (f.position + f.chapter) / 2,
    quantities: f.quantities,
    terms: f.terms,
  };
}

type Vector = View['stems'];
const stemsOf = (v: View) => v.stems;
const conceptsOf = (v: View) => v.concepts ?? v.stems;
const isSeen = (v: View) => v.stems.ids.length > 0;

/** Parts of units that share less than this are not looked at: they cannot lift the pair above others. */
const WORTH_PARTS = 0.02;

function fourfold(
  a: Vector,
  b: Vector,
  near: (p: Vector, q: Vector) => number,
  aParts: readonly View[],
  bParts: readonly View[],
  pick: (v: View) => Vector,
): readonly [number, number, number, number] {
  const o = overlap(a, b);
  let part = o.cosine;
  if (o.cosine > WORTH_PARTS) {
    if (bParts.length > 1) for (const p of bParts) part = Math.max(part, near(a, pick(p)));
    if (aParts.length > 1) for (const p of aParts) part = Math.max(part, near(pick(p), b));
  }
  return [o.cosine, Math.max(o.ofFirst, o.ofSecond), Math.min(o.ofFirst, o.ofSecond), part];
}

/** By terms or, in one language, by words, whichever sees more. */
function nearness(a: View, b: View, sameLanguage: boolean): number {
  const byTerms = a.concepts === null || b.concepts === null ? 0 : cosine(a.concepts, b.concepts);
  return sameLanguage ? Math.max(byTerms, cosine(a.stems, b.stems)) : byTerms;
}

function share(a: View, b: View, sameLanguage: boolean): number {
  const byTerms = a.concepts === null || b.concepts === null ? 0 : overlap(a.concepts, b.concepts).ofFirst;
  return sameLanguage ? Math.max(byTerms, overlap(a.stems, b.stems).ofFirst) : byTerms;
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
