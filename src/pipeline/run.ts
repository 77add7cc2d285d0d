import { type Coder, codeInstruments } from './code.js';
import { type Comparable, type CompareOptions, compare } from './compare.js';
import { alone, type Crew } from './crew.js';
import { stageKey } from './key.js';
import type { CorpusGroup, Progress, StudyPort } from './ports.js';
import { readCorpus } from './reading/read.js';
import { allFresh } from './rows/delta.js';

/** sha256 over the code of each stage's rooms: a change of code is a change of input. */
export interface Fingerprints {
  readonly read: string;
  readonly annotate: string;
  readonly compare: string;
}

/** What a run reads, where it keeps it, and who is told how far it is. */
export interface RunInput {
  readonly groups: readonly CorpusGroup[];
  readonly study: StudyPort;
  readonly coder: Coder;
  readonly options: CompareOptions;
  readonly fingerprints: Fingerprints;
  readonly progress: Progress;
  /** Who does the work; everything on this thread where none is named. */
  readonly crew?: Crew;
}

/** What the stages of one run redid: zeros where nothing had changed. */
export interface RunOutcome {
  readonly groups: number;
  readonly failed: number;
  readonly read: number;
  readonly coded: number;
  readonly compared: boolean;
}

/**
 * The main job, as its table of contents: read → annotate → align and score. Each stage is redone only where its
 * input (files, codebook, code, options) changed; each write is a transaction, so a stop in the middle loses nothing.
 */
export async function run(input: RunInput): Promise<RunOutcome> {
  const { groups, study, coder, options, fingerprints, progress } = input;
  const crew = input.crew ?? alone(study, coder);
  const reading = await readCorpus(groups, study, fingerprints.read, progress, crew);
  const ids = study.instruments().map((m) => m.id);
  const coding = await codeInstruments(ids, coder, study, fingerprints.annotate, progress, crew);
  const hand = JSON.stringify(study.handAnnotations());
  const key = stageKey([fingerprints.compare, coder.hash, JSON.stringify(options), hand, ...coding.keys]);
  const compared = study.stageKey('compare', 'study') !== key;
  if (compared) {
    const { codebook } = coder;
    const tidy = (): void => study.tidyIndex();
    const delta =
      (await crew.compare?.({ codebook, options, key }, progress, tidy)) ??
      allFresh(compare(comparable(study), codebook, options, progress), key);
    study.putResults(delta);
  }
  return { groups: groups.length, failed: reading.failed, read: reading.redone, coded: coding.redone, compared };
}

/** The study as comparison reads it. */
export function comparable(study: Pick<StudyPort, 'codedInstruments' | 'instruments'>): Comparable {
  return { coded: study.codedInstruments(), covered: study.instruments() };
}
