import { SILENT } from '../../../src/annotate/ranker/features.js';
import type { AnnotateModel } from '../../../src/annotate/ranker/model.js';
import type { Sample, Vector, Vocabulary } from '../samples.js';
import { Ftrl, type Settings } from './ftrl.js';
import { randomOf } from './random.js';

/** What the ablations switch off. */
export interface Parts {
  readonly cues: boolean;
  readonly words: boolean;
}

/** Log-odds of a code for a sample. */
export type Scorer = (sample: Sample, code: string) => number;

/** The fitted weights, and a fast scorer over the same vocabulary. */
export interface Fit {
  readonly score: Scorer;
  readonly weights: () => Pick<AnnotateModel, 'shared' | 'codes'>;
}

const SHARED: Settings = { rate: 0.1, sparsity: 0.3, ridge: 0.5 };
/** Few wide steps with a strong pull to nothing did better than many small ones (English 0.799 against 0.796, seven folds; ADR 17). */
const OWN: Settings = { rate: 0.25, sparsity: 0.6, ridge: 1 };
const PASSES = 4;
/** Pairs without any firing are so many and so alike that one in so many stands for all, and weighs as `SILENT_WEIGHT`. */
const SILENT_SHARE = 40;
const SILENT_WEIGHT = 10;
/** For a code's own weights: of units in which none of its cues fired, one in so many is learnt from, weighing as many. */
const IDLE_SHARE = 5;
const IDLE_WEIGHT = 2;
const EMPTY: Vector = { at: new Int32Array(0), value: new Float64Array(0) };

interface Pair {
  readonly sample: Sample;
  readonly code: string;
  readonly weight: number;
}

/** Fits the shared cue weights, then each code's own weights on top of them; the same input gives the same model. */
export function fitCoder(
  samples: readonly Sample[],
  codes: readonly string[],
  vocabulary: Vocabulary,
  parts: Parts,
): Fit {
  const size = vocabulary.names.length + 1;
  const silent = parts.cues ? vocabulary.vector(SILENT) : EMPTY;
  const cuesOf = (sample: Sample, code: string): Vector => (parts.cues ? (sample.cues.get(code) ?? silent) : silent);
  const order = shuffled(samples);
  const pairs = (share: number, weight: number): Pair[] => {
    const out: Pair[] = [];
    order.forEach((sample, i) => {
      codes.forEach((code, j) => {
        if (sample.cues.has(code) || sample.codes.has(code)) out.push({ sample, code, weight: sample.weight });
        else if ((i + j * 7) % share === 0) out.push({ sample, code, weight: weight * sample.weight });
      });
    });
    return out;
  };
  const shared = new Ftrl(size, SHARED);
  if (parts.cues) {
    const all = pairs(SILENT_SHARE, SILENT_WEIGHT);
    for (let pass = 0; pass < PASSES; pass += 1)
      for (const { sample, code, weight } of all)
        shared.learn([cuesOf(sample, code)], 0, sample.codes.has(code), weight);
  }
  const byCode = new Map<string, Pair[]>(codes.map((c) => [c, []]));
  for (const pair of pairs(IDLE_SHARE, IDLE_WEIGHT)) byCode.get(pair.code)?.push(pair);
  const own = new Map<string, Ftrl>();
  for (const [code, examples] of byCode) {
    const learner = new Ftrl(size, OWN);
    own.set(code, learner);
    if (!examples.some(({ sample }) => sample.codes.has(code))) continue;
    const offsets = examples.map(({ sample }) => shared.odds([cuesOf(sample, code)], 0));
    for (let pass = 0; pass < PASSES; pass += 1)
      examples.forEach(({ sample, weight }, i) => {
        const vectors = parts.words ? [cuesOf(sample, code), sample.unit] : [cuesOf(sample, code)];
        learner.learn(vectors, offsets[i] ?? 0, sample.codes.has(code), weight);
      });
  }
  return {
    score: (sample, code) => {
      const cue = cuesOf(sample, code);
      return own.get(code)?.odds(parts.words ? [cue, sample.unit] : [cue], shared.odds([cue], 0)) ?? 0;
    },
    weights: () => ({
      shared: rounded(shared, vocabulary),
      codes: Object.fromEntries([...own].map(([c, l]) => [c, { weights: rounded(l, vocabulary), threshold: 0.5 }])),
    }),
  };
}

/** Weights smaller than this move no decision; they would only make the file long. */
const LEAST_WEIGHT = 0.04;

function rounded(learner: Ftrl, vocabulary: Vocabulary): Record<string, number> {
  const entries = vocabulary.names.map((name, i) => [name, Math.round(learner.weight(i) * 100) / 100] as const);
  return Object.fromEntries(
    entries.filter(([, w]) => Math.abs(w) >= LEAST_WEIGHT).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A fixed shuffle, so that no instrument comes last. */
function shuffled<T>(items: readonly T[]): T[] {
  const out = [...items];
  const random = randomOf(SEED);
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

const SEED = 20240517;
