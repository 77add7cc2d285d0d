import type { CodedInstrument } from '../model/index.js';
import type { ElementsReader } from './divergence/elements.js';
import { type PairMemory, shortKey } from './memory.js';
import type { CoveredText } from './sides/force.js';

/** What texts say as far as pairs are measured by it, in few characters: a text in which a word changed that nothing is read in says the same. */
export interface TextKeys {
  of(id: string): string;
  /** Of all of them, with what decides for whom they speak, and when. */
  all(): string;
}

/** The keys of the texts, by what is remembered of those that are as they were. All are completed: see `complete`. */
export function textKeys(
  coded: readonly CodedInstrument[],
  covered: readonly CoveredText[],
  elements: ElementsReader,
  memory: PairMemory,
): TextKeys {
  const laws = new Map(coded.map((c) => [c.instrument.metadata.id, c]));
  const texts = new Map(covered.map((t) => [t.id, t]));
  const known = new Map<string, string>();
  const make = (id: string): string => {
    const law = laws.get(id);
    if (law === undefined) return shortKey(factsOf(texts.get(id), id));
    return memory.words(`text\n${memory.keyOf(id)}`, () => shortKey(factsOf(law.instrument.metadata, id) + said(law)));
  };
  /** Where its annotations stand counts by their order alone. */
  const said = ({ annotations }: CodedInstrument): string =>
    JSON.stringify(
      [...annotations]
        .sort((a, b) => a.span.start - b.span.start)
        .map((a) => [
          ...[a.code, a.force, a.confidence, a.annotator.startsWith('human:')],
          elements(a),
          a.quantities.map(({ kind, value, unit }) => [kind, value, unit]),
        ]),
    );
  const of = (id: string): string => {
    const key = known.get(id) ?? make(id);
    known.set(id, key);
    return key;
  };
  let together: string | null = null;
  return {
    of,
    all: () => {
      const everything = new Map([
        ...texts,
        ...coded.map((c) => [c.instrument.metadata.id, c.instrument.metadata] as const),
      ]);
      together ??= shortKey(JSON.stringify([...everything.values()].map((t) => [of(t.id), ...heldBy(t)])));
      return together;
    },
  };
}

/** Who is bound by a text, and when. */
const heldBy = ({ jurisdictions, made, inForce, repealed, status }: CoveredText) =>
  [jurisdictions, made ?? null, inForce ?? null, repealed ?? null, status ?? null] as const;

/** What decides whether a text covers a code. */
const factsOf = (text: CoveredText | undefined, id: string): string =>
  JSON.stringify([id, text?.kind, text?.language, text?.completeness]);
