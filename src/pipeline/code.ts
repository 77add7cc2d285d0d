import { type AnnotateModel, absence, annotate, withAnnotators } from '../annotate/index.js';
import type {
  Annotator,
  ClauseAnnotation,
  Codebook,
  Diagnostic,
  Finding,
  IndexedPassage,
  Instrument,
} from '../model/index.js';
import { passages } from '../search/index.js';
import { corrected } from '../text/corrections.js';
import { inOrder, makeReady } from './ahead.js';
import type { Coded, Crew } from './crew.js';
import { stageKey } from './key.js';
import { type Progress, type StudyPort, ThreadLost } from './ports.js';

/** The codebook and model with the sha256 of what they were read from: both are part of the stage's key. */
export interface Coder {
  readonly codebook: Codebook;
  /** The trained ranker; null codes by cues alone. */
  readonly model: AnnotateModel | null;
  readonly hash: string;
  /** A scholar's own annotators, after the built-in coder. */
  readonly annotators?: readonly Annotator[];
}

/** Codes every instrument whose text, codebook, model or coding code changed; returns the keys of all of them, sorted. */
export async function codeInstruments(
  ids: readonly string[],
  coder: Coder,
  study: StudyPort,
  fingerprint: string,
  progress: Progress,
  crew: Crew,
): Promise<{ readonly keys: readonly string[]; readonly redone: number }> {
  const keys = new Map(
    ids.map((id) => [id, stageKey([fingerprint, coder.hash, study.stageKey('instrument', id) ?? ''])]),
  );
  const stale = ids.filter((id) => study.stageKey('annotate', id) !== keys.get(id));
  const lost = new Set(study.stageSubjects(LOST));
  let redone = 0;
  const ready = makeReady(stale.length, study, crew);
  progress.begin('annotate', stale.length);
  const code = (id: string): Promise<Coded | ThreadLost | null> => crew.code(id).catch(onlyLost);
  for await (const [id, coded] of inOrder(stale, crew.ahead, code)) {
    await ready;
    if (coded instanceof ThreadLost) {
      keys.set(id, LOST); // What is compared without it is compared again once it is there.
      study.putDiagnostics(`${LOST} ${id}`, [lostCoding(id, coded)]);
      study.setStageKey(LOST, id, '');
    } else if (coded !== null) {
      study.putAnnotations(id, keys.get(id) ?? '', coded.annotations, coded.passages);
      if (lost.has(id)) {
        study.putDiagnostics(`${LOST} ${id}`, []);
        study.forgetStage(LOST, id);
      }
      redone += 1;
    }
    progress.step('annotate', id);
  }
  progress.end('annotate', redone, ids.length - redone);
  return { keys: [...keys].map(([id, key]) => `${id} ${key}`).sort(), redone };
}

/** The stage that remembers whose coding was lost with its thread. */
const LOST = 'lost';

/** A thread that died over an instrument costs that instrument's codes, not the run; any other error ends it. */
function onlyLost(error: unknown): ThreadLost {
  if (error instanceof ThreadLost) return error;
  throw error;
}

function lostCoding(instrument: string, error: ThreadLost): Diagnostic {
  return {
    ruleId: 'annotate/lost',
    severity: 'error',
    message: `${instrument} could not be coded: ${error.message}`,
    mend: 'Run again: it is tried anew. If it is lost again, use fewer threads (--threads 1) or split the file.',
    file: null,
    instrument,
    span: null,
  };
}

/** The passages of an instrument for the index, with the codes that stand after people's corrections. */
export function passagesOf(
  instrument: Instrument,
  annotations: readonly ClauseAnnotation[],
  hand: readonly ClauseAnnotation[],
): readonly IndexedPassage[] {
  return passages(instrument, corrected(annotations, hand));
}

/** The annotations of one instrument: the coder's and those of the scholar's own annotators. */
export function annotateOne(instrument: Instrument, coder: Coder): ClauseAnnotation[] {
  const found = annotate(instrument, coder.codebook, coder.model ?? undefined);
  return withAnnotators(instrument, coder.codebook, found, coder.annotators ?? []);
}

/** From this confidence on a provision counts as having come near a code: below it hardly a word speaks for it. */
const NEAR = 0.05;

/** What the search for each code in an instrument came to, near misses included; `hand` is what people coded and rejected. */
export function findings(
  instrument: Instrument,
  annotations: readonly ClauseAnnotation[],
  hand: readonly ClauseAnnotation[],
  coder: Coder,
): Finding[] {
  const weighed = annotate(instrument, coder.codebook, coder.model ?? undefined, NEAR);
  const rejected = hand.filter((a) => a.rejects === true);
  return absence({ instrument, annotations, weighed, rejected }, coder.codebook);
}
