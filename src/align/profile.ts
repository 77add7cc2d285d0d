import { hash } from 'node:crypto';
import type { ClauseAnnotation, CodedInstrument, Instrument, Provision, Quantity } from '../model/index.js';
import { ancestry, fullText } from '../text/provisions.js';
import type { Sorted } from './matters/sorting.js';
import { annotationsByUnit, type Level, unitsOf } from './units.js';
import { makeViews, type Views } from './views.js';
import { type Bag, countBags, NO_VECTOR, rarity, type Vector } from './words/bags.js';
import { dictionaryOf, type Meanings } from './words/meanings.js';
import { conceptBag } from './words/sightings.js';
import { fold, stemBag } from './words/stems.js';

/** A unit as alignment sees it: its words as stems and concepts, its place, and what it was coded as. */
export interface UnitProfile {
  readonly instrument: Instrument;
  readonly unit: Provision;
  /** Primary BCP 47 tag. */
  readonly language: string;
  /** Its words and those of its heading, parts, beginning and chapter as vectors; made when first asked for. */
  readonly views: () => Views;
  /** The whole's words alone: what drawing candidates looks at. */
  readonly gist: () => Gist;
  /** The dictionary's meanings in its whole and its parts, for pairs across languages; made when first asked for, null where the dictionary lacks the language. */
  readonly meanings: () => Meanings | null;
  /** How it was sorted into the shipped matters, where that is remembered. */
  readonly sorted?: () => Sorted | null;
  /** The outermost division that holds it, its eId; '' where none does. */
  readonly chapter: string;
  /** Code → highest confidence among the unit's annotations. */
  readonly codes: ReadonlyMap<string, number>;
  /** Code → confidence × ln(units ÷ units with the code). */
  readonly codeWeights: ReadonlyMap<string, number>;
  /** Logarithm of its length less the instrument's mean, halved: how full a rule is among its neighbours. */
  readonly prominence: number;
  readonly annotations: readonly ClauseAnnotation[];
  readonly quantities: readonly Quantity[];
  /** Place among the instrument's units, [0,1]. */
  readonly position: number;
  /** Length in UTF-16 units of the folded text, number and heading included. */
  readonly length: number;
  /** sha256 of the words with spaces and the number stripped: equal for verbatim copies. '' where no word is left. */
  readonly fingerprint: string;
}

/** The stems and concepts of a unit's whole, in no order of theirs; no concepts where the term table lacks its language. */
export interface Gist {
  readonly stems: Vector;
  readonly concepts: Vector;
}

/** A unit with the counts that its views are made from. */
export interface CountedUnit extends UnitProfile {
  readonly stems: Bag;
  /** Null where the term table lacks the language. */
  readonly concepts: Bag | null;
}

/** One instrument's units in document order. */
export interface InstrumentProfile {
  readonly id: string;
  readonly units: readonly CountedUnit[];
}

const cache = new WeakMap<CodedInstrument, Map<string, InstrumentProfile>>();

/**
 * The instrument's units in document order: articles or sections (`basic`), or the leaves inside them (`smallest`).
 * Repealed, omitted, quoted and empty units are left out. Kept per coded instrument.
 */
export function profile(coded: CodedInstrument, level: Level = 'basic'): InstrumentProfile {
  const levels = cache.get(coded) ?? new Map<string, InstrumentProfile>();
  cache.set(coded, levels);
  const made = levels.get(level) ?? buildProfile(coded, level);
  levels.set(level, made);
  return made;
}

/** As `profile`, for who keeps the units wanted of it: the others, most of a law, are let go. */
export function profileOnce(coded: CodedInstrument): InstrumentProfile {
  return cache.get(coded)?.get('basic') ?? buildProfile(coded, 'basic');
}

/** Shorter texts count as this long: a number and a word or two say nothing about how full a rule is. */
const SHORTEST = 20;

function buildProfile(coded: CodedInstrument, level: Level): InstrumentProfile {
  const { instrument } = coded;
  const chosen = unitsOf(instrument, level);
  const held = annotationsByUnit(coded, chosen);
  const language = (instrument.metadata.language.split('-')[0] ?? '').toLowerCase();
  const read = chosen.map((unit) => {
    const words = wordsOf(instrument, unit);
    return { unit, words, stems: stemBag(words), concepts: conceptBag(words, language) };
  });
  // Frequencies come from this instrument alone, so that adding another to a study changes no figure of a pair.
  const weigh = {
    stems: rarity(read.length, countBags(read.map((r) => r.stems))),
    concepts: rarity(read.length, countBags(read.flatMap((r) => r.concepts ?? []))),
  };
  const codings = chosen.map((unit) => {
    const codes = new Map<string, number>();
    for (const a of held.get(unit.eId) ?? []) codes.set(a.code, Math.max(codes.get(a.code) ?? 0, a.confidence));
    return codes;
  });
  const carriers = new Map<string, number>();
  for (const codes of codings) for (const code of codes.keys()) carriers.set(code, (carriers.get(code) ?? 0) + 1);
  const sizes = read.map((r) => Math.log(Math.max(SHORTEST, r.words.length)));
  const usual = sizes.reduce((sum, s) => sum + s, 0) / Math.max(1, sizes.length);
  const meaningsOf = dictionaryOf(instrument, language, chosen);
  // Not `read` itself: whoever keeps one unit would keep the words of all.
  const count = read.length;
  const units = read.map(({ unit, words, stems, concepts }, i): CountedUnit => {
    const codes = codings[i] ?? new Map<string, number>();
    const annotations = held.get(unit.eId) ?? [];
    let made: Views | null = null;
    const views = (): Views => {
      made ??= makeViews(instrument, unit, language, { words, stems, concepts }, weigh);
      return made;
    };
    return {
      instrument,
      unit,
      language,
      stems,
      concepts,
      views,
      gist: () => ({ stems: views().whole.stems, concepts: views().whole.concepts ?? NO_VECTOR }),
      meanings: () => meaningsOf(i),
      codeWeights: new Map(
        [...codes].map(([code, w]) => [code, w * Math.log((count + 1) / ((carriers.get(code) ?? 0) + 0.5))]),
      ),
      prominence: ((sizes[i] ?? usual) - usual) / 2,
      chapter:
        ancestry(instrument, unit)
          .filter((p) => p.tier === 'division')
          .at(-1)?.eId ?? '',
      codes,
      annotations,
      quantities: annotations.flatMap((a) => a.quantities),
      position: count > 1 ? i / (count - 1) : 0.5,
      length: words.length,
      fingerprint: fingerprintOf(words),
    };
  });
  return { id: instrument.metadata.id, units };
}

function fingerprintOf(words: string): string {
  const bare = words.replace(/[^\p{L}\p{N}]+/gu, '');
  return bare === '' ? '' : hash('sha256', bare, 'base64url');
}

/** The unit's words, folded, without its number. */
function wordsOf(instrument: Instrument, unit: Provision): string {
  const whole = fold(fullText(instrument, unit));
  if (unit.numSpan === null || unit.numSpan.start > unit.span.start + 2) return whole;
  return whole.slice(Math.max(0, unit.numSpan.end - unit.span.start));
}
