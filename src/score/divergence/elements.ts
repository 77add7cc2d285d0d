import type { ClauseAnnotation, CodedInstrument, Instrument } from '../../model/index.js';
import { primaryTag } from '../../text/metadata.js';
import { byEId, ownText } from '../../text/provisions.js';
import { foldLatin, seesAny } from '../../text/sightings.js';
import type { PairMemory } from '../memory.js';
import { type Marks, marksOf } from './profile.js';
import { TRIGGERS } from './triggers.js';

/** The field's words for bodies that supervise, grant or enforce. */
const OFFICES = ['authority', 'lead-authority', 'union-commission', 'security-assessment'] as const;

/** Reads what a coded provision is made of; each annotation is read once. */
export type ElementsReader = (annotation: ClauseAnnotation) => Marks;

/**
 * A reader over the instruments: conditions and offices are read in their words. With a memory all of a law is read at once, and not again while the
 * law is the same: most of a study's words are then not looked at.
 */
export function elementsReader(coded: readonly CodedInstrument[], memory: PairMemory | null = null): ElementsReader {
  const laws = new Map(coded.map((c) => [c.instrument.metadata.id, c]));
  const kept = new WeakMap<ClauseAnnotation, Marks>();
  return (annotation) => {
    const law = laws.get(annotation.provision.instrument);
    if (memory !== null && law !== undefined && !kept.has(annotation)) {
      const all = remembered(law, memory);
      for (const [at, own] of law.annotations.entries()) kept.set(own, all[at] ?? []);
    }
    const made = kept.get(annotation) ?? read(annotation, law?.instrument);
    kept.set(annotation, made);
    return made;
  };
}

/** The marks of all annotations of a law, in their order. */
function remembered({ instrument, annotations }: CodedInstrument, memory: PairMemory): readonly Marks[] {
  const make = (): Float64Array =>
    Float64Array.from(annotations.map((a) => read(a, instrument)).flatMap((marks) => [marks.length, ...marks.flat()]));
  const figures = memory.figures(`elements\n${memory.keyOf(instrument.metadata.id)}`, make);
  const all: Marks[] = [];
  for (let at = 0; at < figures.length; ) {
    const [from, count] = [at + 1, figures[at] ?? 0];
    all.push(Array.from({ length: count }, (_, n) => [figures[from + 2 * n] ?? 0, figures[from + 2 * n + 1] ?? 0]));
    at = from + 2 * count;
  }
  return all;
}

function read(annotation: ClauseAnnotation, instrument: Instrument | undefined): Marks {
  if (instrument === undefined) return marksOf(annotation, { givesAuthorityAPart: null, triggers: [] });
  const language = primaryTag(instrument.metadata.language);
  const provision = byEId(instrument).get(annotation.provision.eId);
  const words = provision === undefined ? '' : foldLatin(ownText(instrument, provision));
  const conditions = (annotation.conditions ?? []).map((s) => foldLatin(instrument.text.slice(s.start, s.end)));
  const names = (concepts: readonly string[]) => conditions.some((c) => seesAny(c, language, concepts) === true);
  return marksOf(annotation, {
    givesAuthorityAPart: seesAny(words, language, OFFICES),
    triggers: conditions.length === 0 ? [] : TRIGGERS.flatMap((t, i) => (names(t.concepts) ? [i] : [])),
  });
}
