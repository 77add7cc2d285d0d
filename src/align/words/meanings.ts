import type { Instrument, Provision } from '../../model/index.js';
import { sightWords } from '../../text/dictionary/index.js';
import { fullText } from '../../text/provisions.js';
import { childrenOf } from '../children.js';
import { type Bag, countBags, rarity, toBag, toVector, type Vector } from './bags.js';
import { fold } from './stems.js';

/** The dictionary's meanings in a unit's words. */
export interface Meanings {
  readonly whole: Vector;
  /** Paragraphs or points one level down; empty where there are not two of them. */
  readonly parts: readonly Vector[];
}

/** For each of the instrument's units (by place) its meanings; nothing is read before the first is asked for. Null where the dictionary lacks the language. */
export function dictionaryOf(
  instrument: Instrument,
  language: string,
  units: readonly Provision[],
): (at: number) => Meanings | null {
  let made: readonly Meanings[] | null = null;
  return (at) => {
    if (sightWords('', language) === null) return null;
    made ??= readAll(instrument, language, units);
    return made[at] ?? null;
  };
}

function readAll(instrument: Instrument, language: string, units: readonly Provision[]): readonly Meanings[] {
  const bagOf = (p: Provision): Bag => toBag(sightWords(fold(fullText(instrument, p)), language) ?? new Map());
  const bags = units.map(bagOf);
  const weigh = rarity(units.length, countBags(bags));
  return units.map((unit, i) => {
    const parts = childrenOf(instrument, unit);
    return {
      whole: toVector(bags[i] ?? toBag(new Map()), weigh),
      parts: parts.length < 2 ? [] : parts.map((p) => toVector(bagOf(p), weigh)),
    };
  });
}
