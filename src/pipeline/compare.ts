import { concordance, counterparts, Memory } from '../align/index.js';
import type { Codebook, CodedInstrument, InstrumentMetadata, Results } from '../model/index.js';
import { ScoreMemory, score } from '../score/index.js';
import { type KeyedLaws, lawKeys, stageKey } from './key.js';
import type { Progress } from './ports.js';

export interface CompareOptions {
  readonly between: 'instruments' | 'jurisdictions';
  readonly asOf: string | null;
  readonly seed: number;
  readonly draws: number;
}

/** What is compared: the coded instruments, and all that were read, of which silence is said. */
export interface Comparable {
  readonly coded: readonly CodedInstrument[];
  readonly covered: readonly InstrumentMetadata[];
}

/**
 * What the last comparison read and measured, for the next to take up: `bytes` as `Memory.toBytes` gave them, null where there are none. The key of an
 * instrument takes in its text, its codings and the code that aligns.
 */
export function memoryOf(bytes: Uint8Array | null, study: KeyedLaws, fingerprint: string): Memory {
  return new Memory(bytes, lawKeys(study, fingerprint), fingerprint);
}

/** What pairs of sides came to in the last scoring; see `memoryOf`. Figures are of one codebook and of the code that scores. */
export function scoreMemoryOf(
  bytes: Uint8Array | null,
  study: KeyedLaws,
  codebook: Codebook,
  fingerprint: string,
): ScoreMemory {
  return new ScoreMemory(bytes, lawKeys(study, ''), stageKey([fingerprint, JSON.stringify(codebook)]));
}

/** Aligns the coded provisions of the whole study, then scores positions, divergence and tensions from them. */
export function compare(
  { coded, covered }: Comparable,
  codebook: Codebook,
  options: CompareOptions,
  progress: Progress,
  memory = new Memory(null, (id) => id),
  scored: ScoreMemory | null = null,
): Results {
  progress.begin('words', coded.length);
  let units = 0;
  for (const one of coded) {
    units += memory.units(one).length;
    progress.step('words', one.instrument.metadata.id);
  }
  progress.end('words', units, 0);
  progress.begin('align', units);
  const alignments = counterparts(coded, { reading: memory, onUnit: (unit) => progress.step('align', unit) });
  progress.end('align', alignments.length, 0);
  progress.begin('tables', codebook.codes.length);
  const concordances = codebook.codes.map(({ id }) => {
    const made = concordance(id, coded, codebook, memory);
    progress.step('tables', id);
    return made;
  });
  progress.end('tables', concordances.length, 0);
  let isBegun = false;
  const onMeasured = (pair: string, of: number): void => {
    if (!isBegun) progress.begin('score', of);
    isBegun = true;
    progress.step('score', pair);
  };
  const input = { coded, alignments, codebook, covered, ...options, onMeasured };
  const scores = score(scored === null ? input : { ...input, memory: scored });
  if (!isBegun) progress.begin('score', 0);
  progress.end('score', scores.divergences.length, 0);
  return { alignments, concordances, ...scores };
}
