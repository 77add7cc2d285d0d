import type { AlignmentParts } from '../../model/index.js';
import { LEARNED } from '../matters/learned.js';
import { accord, type Matters } from '../matters/sorting.js';
import type { UnitProfile } from '../profile.js';
import type { View } from '../views.js';
import { cosine, overlap, type Vector } from '../words/bags.js';

/** Similarities of two units that the score is learned from, each in [0,1] and the same with the sides swapped; null where one says nothing. */
export interface Features {
  readonly isAcross: boolean;
  /** Cosine of the words; null across languages, as the three after it. */
  readonly text: number | null;
  /** Share of the one unit's words in the other, the larger and the smaller share. */
  readonly textInside: number | null;
  readonly textMutual: number | null;
  /** Best cosine of a paragraph of the one with the whole other. */
  readonly textPart: number | null;
  /** The same four of the dictionary's meanings; null in one language and where the dictionary lacks a language. */
  readonly words: number | null;
  readonly wordsInside: number | null;
  readonly wordsMutual: number | null;
  readonly wordsPart: number | null;
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
  /** How rare the codes are that both carry: the sum of their squared weights (`codeWeights`), over `CODE_SCALE`. */
  readonly rareCodes: number;
  /** Mean of both units' `prominence`: of two counterparts the fuller rule is the likelier. */
  readonly prominence: number;
  readonly chapter: number;
  readonly position: number;
  readonly quantities: number | null;
  /** How the units go together by matter (`../matters`), sorted sharply and broadly; null where one cannot be sorted. */
  readonly matters: number | null;
  readonly mattersBroad: number | null;
}

/** The features that a link is told by; the others only weigh in its score, and are half of the work. */
export type Telling = Omit<
  Features,
  | 'textPart'
  | 'wordsPart'
  | 'termsPart'
  | 'lead'
  | 'leadInside'
  | 'rareCodes'
  | 'prominence'
  | 'matters'
  | 'mattersBroad'
>;

/** The features of two units. */
export function features(a: UnitProfile, b: UnitProfile, matters: Matters = LEARNED): Features {
  const told = telling(a, b);
  const inMatter = accord(a, b, matters);
  const [x, y] = [a.views(), b.views()];
  const { isAcross } = told;
  const inside = (p: View, q: View) => share(p, q, !isAcross);
  const byMeanings = (): number | null => {
    const [p, q] = [a.meanings(), b.meanings()];
    return p === null || q === null ? null : bestPart(told.words, p.whole, q.whole, p.parts, q.parts);
  };
  return {
    ...told,
    textPart: bestPart(told.text, x.whole.stems, y.whole.stems, x.parts.map(stemsOf), y.parts.map(stemsOf)),
    wordsPart: isAcross ? byMeanings() : null,
    termsPart: bestPart(
      told.terms,
      conceptsOf(x.whole),
      conceptsOf(y.whole),
      x.parts.map(conceptsOf),
      y.parts.map(conceptsOf),
    ),
    lead: nearness(x.lead, y.lead, !isAcross),
    leadInside: (inside(x.lead, y.whole) + inside(y.lead, x.whole)) / 2,
    rareCodes: sharedWeight(a.codeWeights, b.codeWeights) / CODE_SCALE,
    prominence: prominenceOf(a, b),
    matters: inMatter?.sharp ?? null,
    mattersBroad: inMatter?.broad ?? null,
  };
}

/** The features of two units that a link of theirs is told by. */
export function telling(a: UnitProfile, b: UnitProfile): Telling {
  const [x, y] = [a.views(), b.views()];
  const isAcross = a.language !== b.language;
  const inText = isAcross ? null : threefold(x.whole.stems, y.whole.stems);
  const inWords = isAcross ? byDictionary(a, b) : null;
  const inTerms =
    x.whole.concepts === null || y.whole.concepts === null ? null : threefold(x.whole.concepts, y.whole.concepts);
  const headed = [isSeen(x.heading), isSeen(y.heading)] as const;
  const bothHeaded = headed[0] && headed[1];
  const near = (p: View, q: View) => nearness(p, q, !isAcross);
  const inside = (p: View, q: View) => share(p, q, !isAcross);
  const covers = [
    ...(headed[0] ? [inside(x.heading, y.whole)] : []),
    ...(headed[1] ? [inside(y.heading, x.whole)] : []),
  ];
  return {
    isAcross,
    text: inText?.[0] ?? null,
    textInside: inText?.[1] ?? null,
    textMutual: inText?.[2] ?? null,
    words: inWords?.[0] ?? null,
    wordsInside: inWords?.[1] ?? null,
    wordsMutual: inWords?.[2] ?? null,
    terms: inTerms?.[0] ?? null,
    termsInside: inTerms?.[1] ?? null,
    termsMutual: inTerms?.[2] ?? null,
    headings: bothHeaded ? near(x.heading, y.heading) : null,
    titles: bothHeaded ? null : near(x.title, y.title),
    headingInside: covers.length === 0 ? null : covers.reduce((p, q) => p + q, 0) / covers.length,
    codes: jaccard(a.codes, b.codes),
    chapter: near(x.chapter, y.chapter),
    position: 1 - Math.abs(a.position - b.position),
    quantities: quantityOverlap(a, b),
  };
}

/** `Features.prominence` of two units. */
export function prominenceOf(a: UnitProfile, b: UnitProfile): number {
  return (a.prominence + b.prominence) / 2;
}

/** The parts as exports show them: structure is the mean of place and chapter. */
export function toParts(f: Telling): AlignmentParts {
  return {
    codes: f.codes,
    text: f.text,
    headings: f.headings ?? f.titles,
    structure: (f.position + f.chapter) / 2,
    quantities: f.quantities,
    terms: f.terms,
  };
}

const stemsOf = (v: View) => v.stems;
const conceptsOf = (v: View) => v.concepts ?? v.stems;
const isSeen = (v: View) => v.stems.ids.length > 0;

/** Parts of units that share less than this are not looked at: they cannot lift the pair above others. */
const WORTH_PARTS = 0.02;
/** A shared code that one unit in a hundred carries then counts about 1. */
const CODE_SCALE = 20;

type Threefold = readonly [cosine: number, inside: number, mutual: number];

function threefold(a: Vector, b: Vector): Threefold {
  const o = overlap(a, b);
  return [o.cosine, Math.max(o.ofFirst, o.ofSecond), Math.min(o.ofFirst, o.ofSecond)];
}

/** The best cosine of a part of the one with the whole other, or that of the wholes; null where these say nothing. */
function bestPart(
  whole: number | null,
  a: Vector,
  b: Vector,
  aParts: readonly Vector[],
  bParts: readonly Vector[],
): number | null {
  if (whole === null || whole <= WORTH_PARTS) return whole;
  let part = whole;
  if (bParts.length > 1) for (const p of bParts) part = Math.max(part, cosine(a, p));
  if (aParts.length > 1) for (const p of aParts) part = Math.max(part, cosine(p, b));
  return part;
}

function byDictionary(a: UnitProfile, b: UnitProfile): Threefold | null {
  const [x, y] = [a.meanings(), b.meanings()];
  return x === null || y === null ? null : threefold(x.whole, y.whole);
}

function sharedWeight(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [code, w] of a) sum += w * (b.get(code) ?? 0);
  // Rounded, because the order of summing follows the side.
  return Math.round(sum * 1e9) / 1e9;
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
  const left = new Set(quantityKeys(a));
  const right = new Set(quantityKeys(b));
  const shared = [...left].filter((k) => right.has(k)).length;
  return shared / (left.size + right.size - shared);
}

/** What is compared of a unit's quantities. */
export function quantityKeys({ quantities }: UnitProfile): readonly string[] {
  return quantities.map((q) => `${q.kind} ${q.value} ${q.unit}`);
}
