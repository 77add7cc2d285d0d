import type { ClauseAnnotation, CodedInstrument, Instrument } from '../../model/index.js';
import { byEId, ownText } from '../../text/provisions.js';
import { foldLatin, seesAny } from '../../text/sightings.js';
import { type Marks, marksOf } from './profile.js';
import { TRIGGERS } from './triggers.js';

/** The field's words for bodies that supervise, grant or enforce. */
const OFFICES = ['authority', 'lead-authority', 'union-commission', 'security-assessment'] as const;

/** Reads what a coded provision is made of; each annotation is read once. */
export type ElementsReader = (annotation: ClauseAnnotation) => Marks;

/** A reader over the instruments: conditions and offices are read in their words. */
export function elementsReader(coded: readonly CodedInstrument[]): ElementsReader {
  const texts = new Map(coded.map((c) => [c.instrument.metadata.id, c.instrument]));
  const kept = new WeakMap<ClauseAnnotation, Marks>();
  return (annotation) => {
    const known = kept.get(annotation);
    if (known !== undefined) return known;
    const made = read(annotation, texts.get(annotation.provision.instrument));
    kept.set(annotation, made);
    return made;
  };
}

function read(annotation: ClauseAnnotation, instrument: Instrument | undefined): Marks {
  if (instrument === undefined) return marksOf(annotation, { givesAuthorityAPart: null, triggers: [] });
  const language = instrument.metadata.language.slice(0, 2).toLowerCase();
  const provision = byEId(instrument).get(annotation.provision.eId);
  const words = provision === undefined ? '' : foldLatin(ownText(instrument, provision));
  const conditions = (annotation.conditions ?? []).map((s) => foldLatin(instrument.text.slice(s.start, s.end)));
  const names = (concepts: readonly string[]) => conditions.some((c) => seesAny(c, language, concepts) === true);
  return marksOf(annotation, {
    givesAuthorityAPart: seesAny(words, language, OFFICES),
    triggers: conditions.length === 0 ? [] : TRIGGERS.flatMap((t, i) => (names(t.concepts) ? [i] : [])),
  });
}
