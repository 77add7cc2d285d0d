import type { Instrument, Provision } from '../model/index.js';
import { ancestry, fullText } from '../text/provisions.js';
import { childrenOf } from './children.js';
import { type Bag, NO_VECTOR, toVector, type Vector } from './words/bags.js';
import { conceptBag } from './words/sightings.js';
import { fold, stemBag } from './words/stems.js';

/** Some words as two vectors; `concepts` is null where the term table lacks the language. */
export interface View {
  readonly stems: Vector;
  readonly concepts: Vector | null;
}

/** A unit's words, looked at in pieces. A piece that the unit lacks is empty. */
export interface Views {
  readonly whole: View;
  /** Paragraphs or points one level down; the whole alone where there are not two of them. */
  readonly parts: readonly View[];
  readonly heading: View;
  /** The heading, or that of the nearest division: laws without article headings title their sections. */
  readonly title: View;
  /** The first line or two, where laws without headings name their matter. */
  readonly lead: View;
  readonly chapter: View;
}

/** How numbers of stems and concepts are weighed in the instrument. */
export interface Weigh {
  readonly stems: (id: number) => number;
  readonly concepts: (id: number) => number;
}

/** Letters of a beginning; signs of Chinese and Japanese say about three times as much, syllables of Korean twice. */
const LEAD: Readonly<Record<string, number>> = { zh: 70, ja: 70, ko: 110 };
const LEAD_OF_LETTERS = 220;

interface Known {
  readonly words: string;
  readonly stems: Bag;
  readonly concepts: Bag | null;
}

/** The views of one unit, its words read before. */
export function makeViews(
  instrument: Instrument,
  unit: Provision,
  language: string,
  known: Known,
  weigh: Weigh,
): Views {
  const view = (folded: string): View => {
    if (folded === '')
      return language === '' ? NOTHING : { ...NOTHING, concepts: conceptBag('', language) && NO_VECTOR };
    const concepts = conceptBag(folded, language);
    return {
      stems: toVector(stemBag(folded), weigh.stems),
      concepts: concepts === null ? null : toVector(concepts, weigh.concepts),
    };
  };
  const whole = {
    stems: toVector(known.stems, weigh.stems),
    concepts: known.concepts === null ? null : toVector(known.concepts, weigh.concepts),
  };
  const chain = ancestry(instrument, unit);
  const heading = view(fold(unit.heading ?? chain.find((p) => p.tier === 'basic')?.heading ?? ''));
  const divisions = chain.filter((p) => p.tier === 'division').map((p) => p.heading ?? '');
  const parts = childrenOf(instrument, unit);
  return {
    whole,
    parts: parts.length < 2 ? [whole] : parts.map((p) => view(fold(fullText(instrument, p)))),
    heading,
    title: heading.stems.ids.length > 0 ? heading : view(fold(divisions[0] ?? '')),
    lead: view(known.words.slice(0, LEAD[language] ?? LEAD_OF_LETTERS)),
    chapter: view(fold(divisions.join(' '))),
  };
}

const NOTHING: View = { stems: NO_VECTOR, concepts: null };
