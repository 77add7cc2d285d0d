import { sightConcepts } from '../../text/sightings.js';
import { type Bag, toBag } from './bags.js';

/** Counts of the field's concepts (row numbers of the term table) in folded text; null where the table lacks the language. */
export function conceptBag(folded: string, language: string): Bag | null {
  const seen = sightConcepts(folded, language);
  return seen === null ? null : toBag(seen);
}
