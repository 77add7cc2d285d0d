import type { InstrumentMetadata } from '../model/index.js';

/** The metadata of a law of which nothing is known but its id and title: an English statute of nobody's, without a day or a source. */
export function unknownMetadata(id: string, title: string): InstrumentMetadata {
  return {
    id,
    title,
    aliases: [],
    kind: 'statute',
    jurisdictions: [],
    language: 'en',
    made: null,
    inForce: null,
    repealed: null,
    status: 'unknown',
    source: null,
    licence: null,
    completeness: null,
    identifiers: {},
    guessed: [],
  };
}

/** The primary tag of a language, by which cues, grammars and the field's concepts are kept: `zh` of `zh-Hant` (BCP 47). */
export function primaryTag(language: string): string {
  return language.slice(0, 2).toLowerCase();
}
