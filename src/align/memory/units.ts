import { deserialize, serialize } from 'node:v8';
import type { CodedInstrument, Provision } from '../../model/index.js';
import { type Sorted, sort, sortedBefore } from '../matters/sorting.js';
import type { Gist, UnitProfile } from '../profile.js';
import type { View, Views } from '../views.js';
import { nameOf, numberOf, type Vector } from '../words/bags.js';
import type { Meanings } from '../words/meanings.js';

/** A coded unit as it is kept: everything alignment knows of it, so that its instrument need not be read again. */
export interface KeptUnit {
  readonly unit: Provision;
  readonly language: string;
  readonly chapter: string;
  readonly codes: readonly (readonly [string, number])[];
  readonly codeWeights: readonly (readonly [string, number])[];
  readonly prominence: number;
  readonly position: number;
  readonly length: number;
  readonly fingerprint: string;
  /** Places of its annotations among the instrument's. */
  readonly annotations: readonly number[];
  /** How it was sorted into matters. */
  readonly sorted: Sorted | null;
  /** `Views` and `Meanings` (`KeptWords`), packed: most units' words are not looked at again. */
  readonly words: Uint8Array;
}

interface KeptWords {
  /** The words that the stems' numbers stood for; numbers are a process's own. */
  readonly stems: readonly string[];
  readonly views: Views;
  readonly meanings: Meanings | null;
}

/** A unit as it is kept; its views' numbers of stems become places in a list of words. */
export function keep(profile: UnitProfile, { annotations }: CodedInstrument): KeptUnit {
  const { unit, language, chapter, prominence, position, length, fingerprint } = profile;
  const places = new Map<number, number>();
  const views = eachStem(profile.views(), (v) => ({
    ids: v.ids.map((id) => {
      const at = places.get(id) ?? places.size;
      places.set(id, at);
      return at;
    }),
    weights: v.weights,
  }));
  const words: KeptWords = { stems: [...places.keys()].map(nameOf), views, meanings: profile.meanings() };
  return {
    ...{ unit, language, chapter, prominence, position, length, fingerprint },
    codes: [...profile.codes],
    codeWeights: [...profile.codeWeights],
    annotations: profile.annotations.map((a) => annotations.indexOf(a)),
    sorted: sort(profile),
    words: serialize(words),
  };
}

/** The unit as it was, of the coded instrument that it was kept of; its gist is kept elsewhere. */
export function recall(
  kept: KeptUnit,
  { instrument, annotations: all }: CodedInstrument,
  gist: () => Gist,
): UnitProfile {
  const annotations = kept.annotations.flatMap((at) => all[at] ?? []);
  let read: { views: Views; meanings: Meanings | null } | null = null;
  const words = (): { views: Views; meanings: Meanings | null } => {
    read ??= unpack(kept.words);
    return read;
  };
  const unit: UnitProfile = {
    ...kept,
    instrument,
    annotations,
    codes: new Map(kept.codes),
    codeWeights: new Map(kept.codeWeights),
    quantities: annotations.flatMap((a) => a.quantities),
    gist,
    views: () => words().views,
    meanings: () => words().meanings,
  };
  sortedBefore(unit, kept.sorted);
  return unit;
}

function unpack(bytes: Uint8Array): { views: Views; meanings: Meanings | null } {
  const { stems, views, meanings } = deserialize(bytes) as KeptWords;
  const numbers = stems.map(numberOf);
  return { meanings, views: eachStem(views, (v) => inOrder(v, numbers)) };
}

/** The vector with its places made numbers again, ascending. */
function inOrder({ ids, weights }: Vector, numbers: readonly number[]): Vector {
  const order = Array.from(ids, (place, at): readonly [number, number] => [numbers[place] ?? 0, at]).sort(
    (a, b) => a[0] - b[0],
  );
  return {
    ids: Int32Array.from(order, ([number]) => number),
    weights: Float32Array.from(order, ([, at]) => weights[at] ?? 0),
  };
}

function eachStem(views: Views, change: (stems: Vector) => Vector): Views {
  const changed = new Map<View, View>();
  const view = (v: View): View => {
    const made = changed.get(v) ?? { stems: change(v.stems), concepts: v.concepts };
    changed.set(v, made);
    return made;
  };
  return {
    whole: view(views.whole),
    parts: views.parts.map(view),
    heading: view(views.heading),
    title: view(views.title),
    lead: view(views.lead),
    chapter: view(views.chapter),
  };
}
