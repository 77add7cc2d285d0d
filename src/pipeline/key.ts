import { createHash } from 'node:crypto';
import type { ClauseAnnotation } from '../model/index.js';
import type { StudyPort } from './ports.js';

/**
 * Returns the content address of a stage's input: sha256 over its parts in order, lower-case hex.
 * Parts are separated, so that ['ab', 'c'] and ['a', 'bc'] differ.
 */
export function stageKey(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** The study that tells whether a law is as it was. */
export type KeyedLaws = Pick<StudyPort, 'stageKey' | 'handAnnotations'>;

/** Returns the key of a law by its id: it changes with its text, its codings, people's corrections, and the code whose `fingerprint` this is. */
export function lawKeys(study: KeyedLaws, fingerprint: string): (id: string) => string {
  const known = new Map<string, string>();
  let hand: ReadonlyMap<string, readonly ClauseAnnotation[]> | null = null;
  const make = (id: string): string => {
    hand ??= byInstrument(study.handAnnotations());
    const stages = ['instrument', 'annotate'].map((stage) => study.stageKey(stage, id) ?? '');
    return stageKey([fingerprint, id, ...stages, JSON.stringify(hand.get(id) ?? [])]);
  };
  return (id) => {
    const key = known.get(id) ?? make(id);
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
