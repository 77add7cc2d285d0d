import type { Alignment, CodedInstrument } from '../model/index.js';
import { type ElementsReader, elementsReader } from './divergence/elements.js';
import { readWords, type Words } from './divergence/words.js';
import { type TextKeys, textKeys } from './keys.js';
import type { PairMemory } from './memory.js';
import { type CoveredText, complete, completeCoded } from './sides/force.js';

/** The texts of an input with all that is read of them once, whatever is then reckoned of which day. */
export interface Reading {
  /** With their parties completed, as `covered`. */
  readonly coded: readonly CodedInstrument[];
  readonly covered: readonly CoveredText[];
  readonly words: Words;
  readonly elements: ElementsReader;
  /** Null where nothing is remembered. */
  readonly keyOf: TextKeys | null;
}

interface Texts {
  readonly coded: readonly CodedInstrument[];
  readonly alignments: readonly Alignment[];
  readonly covered: readonly CoveredText[];
  readonly memory?: PairMemory;
}

interface Before {
  readonly of: Texts;
  readonly reading: Reading;
}

const readBefore = new WeakMap<readonly CodedInstrument[], Before>();

/** What is read of the texts, the same for all that is reckoned from one list of them: a report draws a map, a series and the law of earlier days. */
export function readOnce({ coded, alignments, covered, memory }: Texts): Reading {
  const before = readBefore.get(coded);
  const isSame = before?.of.alignments === alignments && before.of.memory === memory && before.of.covered === covered;
  if (before !== undefined && isSame) return before.reading;
  const texts = { coded: completeCoded(coded), covered: covered.map(complete) };
  const elements = elementsReader(texts.coded, memory ?? null);
  const reading: Reading = {
    ...texts,
    elements,
    words: readWords(texts.coded, alignments, memory ?? null),
    keyOf: memory === undefined ? null : textKeys(texts.coded, texts.covered, elements, memory),
  };
  readBefore.set(coded, { of: { coded, alignments, covered, ...(memory === undefined ? {} : { memory }) }, reading });
  return reading;
}
