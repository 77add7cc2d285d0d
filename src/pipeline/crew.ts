import type { ClauseAnnotation, Codebook, IndexedPassage } from '../model/index.js';
import { annotateOne, type Coder, passagesOf } from './code.js';
import type { Compared, CompareOptions } from './compare.js';
import type { CorpusGroup, Progress, StudyPort } from './ports.js';
import { type GroupOutcome, readGroup } from './reading/read.js';

/** What coding one instrument gives; null where the study no longer holds it. */
export interface Coded {
  readonly annotations: readonly ClauseAnnotation[];
  readonly passages: readonly IndexedPassage[];
}

/** Does the stages that need one instrument at a time, on this thread or on others. Results are the same wherever they are made. */
export interface Crew {
  /** How many tasks are worth starting before the first is done. */
  readonly ahead: number;
  read(group: CorpusGroup): Promise<GroupOutcome>;
  code(id: string): Promise<Coded | null>;
  /**
   * Compares all that the study holds, where that is best done elsewhere: it takes a gigabyte, which is then given back. `meanwhile` is other work on
   * the study, which this thread may do as it waits.
   */
  compare?(codebook: Codebook, options: CompareOptions, progress: Progress, meanwhile: () => void): Promise<Compared>;
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
