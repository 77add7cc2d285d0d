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
  let reader: ((at: number) => Meanings | null) | null = null;
  return (at) => {
    if (sightWords('', language) === null) return null;
    reader ??= readerOf(instrument, language, units);
    return reader(at);
  };
}

/** All units are read at once, for what is rare among them; the parts of one only where that one is asked for: few are. */
function readerOf(
  instrument: Instrument,
  language: string,
  units: readonly Provision[],
): (at: number) => Meanings | null {
  const bagOf = (p: Provision): Bag => toBag(sightWords(fold(fullText(instrument, p)), language) ?? new Map());
  const bags = units.map(bagOf);
  const weigh = rarity(units.length, countBags(bags));
  const made = new Map<number, Meanings>();
  return (at) => {
    const [unit, bag] = [units[at], bags[at]];
    if (unit === undefined || bag === undefined) return null;
    const parts = childrenOf(instrument, unit);
    const meanings = made.get(at) ?? {
      whole: toVector(bag, weigh),
      parts: parts.length < 2 ? [] : parts.map((p) => toVector(bagOf(p), weigh)),
    };
    made.set(at, meanings);
    return meanings;
  };
}
