import type { ClauseAnnotation, CodedInstrument, Instrument, Provision, Quantity } from '../model/index.js';
import { ancestry, byEId, fullText } from '../text/provisions.js';
import { type Bag, countBags } from './words/bags.js';
import { conceptBag } from './words/sightings.js';
import { fold, stemBag } from './words/stems.js';

export type Level = 'basic' | 'smallest';

/** A unit as alignment sees it: its words as stems and concepts, its place, and what it was coded as. */
export interface UnitProfile {
  readonly instrument: Instrument;
  readonly unit: Provision;
  /** Primary BCP 47 tag. */
  readonly language: string;
  readonly stems: Bag;
  /** Null where the term table lacks the language. */
  readonly concepts: Bag | null;
  readonly headingStems: Bag;
  readonly headingConcepts: Bag | null;
  readonly chapterStems: Bag;
  readonly chapterConcepts: Bag | null;
  /** Code → highest confidence among the unit's annotations. */
  readonly codes: ReadonlyMap<string, number>;
  readonly annotations: readonly ClauseAnnotation[];
  readonly quantities: readonly Quantity[];
  /** Place among the instrument's units, [0,1]. */
  readonly position: number;
  /** Length in UTF-16 units of the folded text, number and heading included. */
  readonly length: number;
  /** The words with spaces and the number stripped: equal for verbatim copies. */
  readonly fingerprint: string;
}

/** One instrument's units, and in how many of them each stem and concept occurs. */
export interface InstrumentProfile {
  readonly id: string;
  readonly units: readonly UnitProfile[];
  readonly stemUnits: ReadonlyMap<number, number>;
  readonly conceptUnits: ReadonlyMap<number, number>;
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

function buildProfile(coded: CodedInstrument, level: Level): InstrumentProfile {
  const { instrument } = coded;
  const chosen = unitsOf(instrument, level);
  const held = annotationsByUnit(coded, chosen);
  const units = chosen.map((unit, i) =>
    profileUnit(instrument, unit, held.get(unit.eId) ?? [], chosen.length > 1 ? i / (chosen.length - 1) : 0.5),
  );
  const stemUnits = countBags(units.map((u) => u.stems));
  const conceptUnits = countBags(units.flatMap((u) => u.concepts ?? []));
  return { id: instrument.metadata.id, units, stemUnits, conceptUnits };
}

function unitsOf(instrument: Instrument, level: Level): readonly Provision[] {
  const alive = instrument.provisions.filter((p) => p.status === 'in-force' || p.status === 'not-in-force');
  const basics = alive.filter((p) => p.tier === 'basic' && /[\p{L}]/u.test(fullText(instrument, p)));
  if (level === 'basic') return basics;
  const inside = new Set<string>(basics.map((p) => p.eId));
  const parents = new Set<string>();
  const leaves: Provision[] = [];
  for (const p of alive) {
    if (p.parent !== null && inside.has(p.parent)) inside.add(p.eId);
    if (p.parent !== null) parents.add(p.parent);
  }
  for (const p of alive) if (inside.has(p.eId) && !parents.has(p.eId)) leaves.push(p);
  return leaves;
}

/** An annotation counts for the unit that holds it and, at leaf level, for the leaves under it. */
function annotationsByUnit(coded: CodedInstrument, units: readonly Provision[]): Map<string, ClauseAnnotation[]> {
  const at = new Map<string, ClauseAnnotation[]>();
  for (const a of coded.annotations) {
    const list = at.get(a.provision.eId);
    if (list === undefined) at.set(a.provision.eId, [a]);
    else list.push(a);
  }
  const held = new Map<string, ClauseAnnotation[]>();
  if (at.size === 0) return held;
  const isUnit = new Set(units.map((u) => u.eId));
  const push = (unit: string, list: readonly ClauseAnnotation[]) =>
    held.set(unit, [...(held.get(unit) ?? []), ...list]);
  const map = byEId(coded.instrument);
  for (const [eId, list] of at) {
    const p = map.get(eId);
    const holder = p === undefined ? undefined : ancestry(coded.instrument, p).find((x) => isUnit.has(x.eId));
    if (holder !== undefined) push(holder.eId, list);
  }
  for (const u of units) {
    for (const above of ancestry(coded.instrument, u).slice(1)) {
      const list = at.get(above.eId);
      if (list !== undefined && above.tier !== 'division') push(u.eId, list);
    }
  }
  return held;
}

function profileUnit(
  instrument: Instrument,
  unit: Provision,
  annotations: readonly ClauseAnnotation[],
  position: number,
): UnitProfile {
  const language = (instrument.metadata.language.split('-')[0] ?? '').toLowerCase();
  const whole = fold(fullText(instrument, unit));
  const start = unit.numSpan === null ? 0 : Math.max(0, unit.numSpan.end - unit.span.start);
  const words = unit.numSpan !== null && unit.numSpan.start <= unit.span.start + 2 ? whole.slice(start) : whole;
  const chain = ancestry(instrument, unit);
  const own = fold(unit.heading ?? chain.find((p) => p.tier === 'basic')?.heading ?? '');
  const chapter = fold(
    chain
      .filter((p) => p.tier === 'division')
      .map((p) => p.heading ?? '')
      .join(' '),
  );
  const codes = new Map<string, number>();
  for (const a of annotations) codes.set(a.code, Math.max(codes.get(a.code) ?? 0, a.confidence));
  return {
    instrument,
    unit,
    language,
    stems: stemBag(words),
    concepts: conceptBag(words, language),
    headingStems: stemBag(own),
    headingConcepts: conceptBag(own, language),
    chapterStems: stemBag(chapter),
    chapterConcepts: conceptBag(chapter, language),
    codes,
    annotations,
    quantities: annotations.flatMap((a) => a.quantities),
    position,
    length: words.length,
    fingerprint: words.replace(/[^\p{L}\p{N}]+/gu, ''),
  };
}
