import type { ClauseAnnotation, Codebook, IndexedPassage, ResultDelta } from '../model/index.js';
import { annotateOne, type Coder, passagesOf } from './code.js';
import type { CompareOptions } from './compare.js';
import type { CorpusGroup, Progress, StudyPort } from './ports.js';
import { type GroupOutcome, readGroup } from './reading/read.js';

/** What coding one instrument gives; null where the study no longer holds it. */
export interface Coded {
  readonly annotations: readonly ClauseAnnotation[];
  readonly passages: readonly IndexedPassage[];
}

/** A comparison of the whole study. */
export interface ToCompare {
  readonly codebook: Codebook;
  readonly options: CompareOptions;
  /** Changes with all that it is made from; the study will hold what comes of it under this key. */
  readonly key: string;
}

/** Does the stages that need one instrument at a time, on this thread or on others. Results are the same wherever they are made. */
export interface Crew {
  /** How many tasks are worth starting before the first is done. */
  readonly ahead: number;
  read(group: CorpusGroup): Promise<GroupOutcome>;
  code(id: string): Promise<Coded | null>;
  /** Told before the first of `count` tasks, one or more, of a stage: who will be needed after them can make ready meanwhile. */
  expect?(count: number): void;
  /**
   * Compares all that the study holds, where that is best done elsewhere: it takes a gigabyte, which is then given back. `meanwhile` is other work on
   * the study, which this thread may do as it waits.
   */
  compare?(asked: ToCompare, progress: Progress, meanwhile: () => void): Promise<ResultDelta>;
}

/** A crew of one: everything on this thread, one task after the other. */
export function alone(study: Pick<StudyPort, 'instrument' | 'handAnnotations'>, coder: Coder): Crew {
  return {
    ahead: 1,
    read: readGroup,
    code: async (id) => {
      const instrument = study.instrument(id);
      if (instrument === null) return null;
      const annotations = annotateOne(instrument, coder);
      return { annotations, passages: passagesOf(instrument, annotations, study.handAnnotations(id)) };
    },
  };
}
