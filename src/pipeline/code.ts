import { type AnnotateModel, annotate } from '../annotate/index.js';
import type { ClauseAnnotation, Codebook, Instrument } from '../model/index.js';
import { passages } from '../search/index.js';
import { stageKey } from './key.js';
import type { Progress, StudyPort } from './ports.js';

/** The codebook and model with the sha256 of what they were read from: both are part of the stage's key. */
export interface Coder {
  readonly codebook: Codebook;
  /** The trained ranker; null codes by cues alone. */
  readonly model: AnnotateModel | null;
  readonly hash: string;
}

/** Codes every instrument whose text, codebook, model or coding code changed; returns the keys of all of them, sorted. */
export function codeInstruments(
  ids: readonly string[],
  coder: Coder,
  study: StudyPort,
  fingerprint: string,
  progress: Progress,
): { readonly keys: readonly string[]; readonly redone: number } {
  const keys: string[] = [];
  let redone = 0;
  progress.begin('annotate', ids.length);
  for (const id of ids) {
    const key = stageKey([fingerprint, coder.hash, study.stageKey('instrument', id) ?? '']);
    keys.push(`${id} ${key}`);
    if (study.stageKey('annotate', id) !== key) {
      const instrument = study.instrument(id);
      if (instrument !== null) {
        const annotations = annotateOne(instrument, coder);
        study.putAnnotations(id, key, annotations, passages(instrument, annotations));
        redone += 1;
      }
    }
    progress.step('annotate', id);
  }
  progress.end('annotate', redone, ids.length - redone);
  return { keys: keys.sort(), redone };
}

/** The annotations of one instrument. */
export function annotateOne(instrument: Instrument, coder: Coder): ClauseAnnotation[] {
  return annotate(instrument, coder.codebook, coder.model ?? undefined);
}
