import type { AnnotateModel } from '../../src/annotate/model.js';
import { Ftrl, type Settings } from './ftrl.js';
import type { Sample, Vector, Vocabulary } from './samples.js';

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

const SHARED: Settings = { rate: 0.15, sparsity: 0.3, ridge: 0.5 };
const OWN: Settings = { rate: 0.25, sparsity: 0.35, ridge: 1 };
const PASSES = 5;
/** Pairs without any firing are so many and so alike that one in so many stands for all. */
const SILENT_SHARE = 40;
/** Of units in which nothing fired and nothing is coded, one in so many is learnt from. */
const IDLE_SHARE = 4;
const SILENT: Vector = { at: new Int32Array(0), value: new Float64Array(0) };

/** Fits the shared cue weights, then each code's own weights on top of them; the same input gives the same model. */
export function fit(samples: readonly Sample[], codes: readonly string[], vocabulary: Vocabulary, parts: Parts): Fit {
  const size = vocabulary.names.length;
  const silent = parts.cues ? vocabulary.vector(new Map([['silent', 1]])) : SILENT;
  const cuesOf = (sample: Sample, code: string): Vector => (parts.cues ? (sample.cues.get(code) ?? silent) : silent);
  const shared = new Ftrl(size + 1, SHARED);
  if (parts.cues) {
    const pairs = shuffled(
      samples.flatMap((sample, i) =>
        codes
          .filter((code, j) => sample.cues.has(code) || sample.codes.has(code) || (i * 7 + j) % SILENT_SHARE === 0)
          .map((code) => ({ sample, code })),
      ),
    );
    for (let pass = 0; pass < PASSES; pass += 1)
      for (const { sample, code } of pairs) {
        const isSilent = !sample.cues.has(code) && !sample.codes.has(code);
        shared.learn([cuesOf(sample, code)], 0, sample.codes.has(code), isSilent ? SILENT_SHARE / 4 : 1);
      }
  }
  const busy = shuffled(samples.filter((s, i) => s.codes.size > 0 || s.cues.size > 0 || i % IDLE_SHARE === 0));
  const own = new Map<string, Ftrl>();
  for (const code of codes) {
    const learner = new Ftrl(size + 1, OWN);
    own.set(code, learner);
    if (!busy.some((s) => s.codes.has(code))) continue;
    const offsets = busy.map((s) => shared.odds([cuesOf(s, code)], 0));
    for (let pass = 0; pass < PASSES; pass += 1)
      busy.forEach((s, i) => {
        const vectors = parts.words ? [cuesOf(s, code), s.unit] : [cuesOf(s, code)];
        learner.learn(vectors, offsets[i] ?? 0, s.codes.has(code), 1);
      });
  }
  return {
    score: (sample, code) => {
      const cue = cuesOf(sample, code);
      return (own.get(code) as Ftrl).odds(parts.words ? [cue, sample.unit] : [cue], shared.odds([cue], 0));
    },
    weights: () => ({
      shared: rounded(shared, vocabulary),
      codes: Object.fromEntries(
        codes.map((c) => [c, { weights: rounded(own.get(c) as Ftrl, vocabulary), threshold: 0.5 }]),
      ),
    }),
  };
}

function rounded(learner: Ftrl, vocabulary: Vocabulary): Record<string, number> {
  const entries = vocabulary.names.map((name, i) => [name, Math.round(learner.weight(i) * 1000) / 1000] as const);
  return Object.fromEntries(entries.filter(([, w]) => Math.abs(w) >= 0.01).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A fixed shuffle (linear congruential generator), so that no instrument comes last. */
function shuffled<T>(items: readonly T[]): T[] {
  const out = [...items];
  let state = 20240517;
  for (let i = out.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
