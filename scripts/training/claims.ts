import { placesOf } from '../../src/annotate/ranker/places.js';
import { OPEN_ODDS } from '../../src/annotate/ranker/review.js';
import { cueSigns, SIGNS, signsOf } from '../../src/annotate/ranker/signs.js';
import type { Tree } from '../../src/annotate/ranker/trees.js';
import { grow } from './learn/trees.js';
import type { Sample } from './samples.js';

/** The log-odds of every code for each sample; null for samples that were not judged. */
export type Table = readonly (Float32Array | null)[];

/** A claim worth a review, with its signs. */
export interface OpenClaim {
  readonly sample: Sample;
  readonly code: string;
  readonly signs: Float64Array;
}

/** The claims of all judged samples that are likely enough to be reviewed, text by text. */
export function claimsOf(samples: readonly Sample[], codes: readonly string[], table: Table): OpenClaim[] {
  const texts = new Map<string, { sample: Sample; odds: Float32Array }[]>();
  samples.forEach((sample, i) => {
    const odds = table[i];
    if (odds == null) return;
    const text = texts.get(sample.id);
    if (text === undefined) texts.set(sample.id, [{ sample, odds }]);
    else text.push({ sample, odds });
  });
  return [...texts.values()].flatMap((text) => {
    const instrument = text[0]?.sample.instrument;
    if (instrument === undefined) return [];
    const rated = text.map(({ sample, odds }) => ({ provision: sample.provision, odds: Float64Array.from(odds) }));
    const place = placesOf(instrument, rated, codes.length);
    return text.flatMap(({ sample, odds }, i) =>
      codes.flatMap((code, c): OpenClaim[] => {
        if (!sample.isHeard || (odds[c] ?? OPEN_ODDS) <= OPEN_ODDS) return [];
        const cues = sample.signs.cues.get(code) ?? cueSigns(null);
        const claim = { isStated: sample.stated.has(code), cues, unit: sample.signs.unit };
        return [{ sample, code, signs: signsOf(place, i, c, claim) }];
      }),
    );
  });
}

/** Which numbers the trees draw claims and signs by. */
const SEED = 20240517;

/** Trees grown on claims by models that had not seen the texts. */
export function treesOf(claims: readonly OpenClaim[]): Tree[] {
  return grow(
    {
      columns: SIGNS.map((_, s) => Float64Array.from(claims, ({ signs }) => signs[s] ?? 0)),
      isRight: Uint8Array.from(claims, ({ sample, code }) => (sample.codes.has(code) ? 1 : 0)),
    },
    SEED,
  );
}
