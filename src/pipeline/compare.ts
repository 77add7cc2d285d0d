import { concordance, counterparts, Memory } from '../align/index.js';
import type { ClauseAnnotation, Codebook, CodedInstrument, InstrumentMetadata, Results } from '../model/index.js';
import { ScoreMemory, score } from '../score/index.js';
import { stageKey } from './key.js';
import type { Progress, StudyPort } from './ports.js';

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
export function memoryOf(bytes: Uint8Array | null, study: Keyed, fingerprint: string): Memory {
  return new Memory(bytes, keysIn(study, fingerprint), fingerprint);
}

/** What pairs of sides came to in the last scoring; see `memoryOf`. Figures are of one codebook and of the code that scores. */
export function scoreMemoryOf(
  bytes: Uint8Array | null,
  study: Keyed,
  codebook: Codebook,
  fingerprint: string,
): ScoreMemory {
  return new ScoreMemory(bytes, keysIn(study, ''), stageKey([fingerprint, JSON.stringify(codebook)]));
}

type Keyed = Pick<StudyPort, 'stageKey' | 'handAnnotations'>;

function keysIn(study: Keyed, fingerprint: string): (id: string) => string {
  const known = new Map<string, string>();
  let hand: ReadonlyMap<string, readonly ClauseAnnotation[]> | null = null;
  return (id) => {
    hand ??= byInstrument(study.handAnnotations());
    const own = JSON.stringify(hand.get(id) ?? []);
    const key = known.get(id) ?? stageKey([fingerprint, id, study.stageKey('annotate', id) ?? '', own]);
    known.set(id, key);
    return key;
  };
}

/** Asked for once: mostly there are few or none, and a question to the study for each law costs more than all else of its key. */
function byInstrument(annotations: readonly ClauseAnnotation[]): ReadonlyMap<string, readonly ClauseAnnotation[]> {
  const found = new Map<string, ClauseAnnotation[]>();
  for (const a of annotations) {
    const list = found.get(a.provision.instrument);
    if (list === undefined) found.set(a.provision.instrument, [a]);
    else list.push(a);
  }
  return found;
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
