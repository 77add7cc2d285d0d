import { concordance, counterparts } from '../align/index.js';
import type { Codebook, CodedInstrument } from '../model/index.js';
import { score } from '../score/index.js';
import type { Progress, StudyPort } from './ports.js';

export interface CompareOptions {
  readonly between: 'instruments' | 'jurisdictions';
  readonly asOf: string | null;
  readonly seed: number;
  readonly draws: number;
}

/** Aligns the coded provisions of the whole study, then scores positions, divergence and tensions from them. */
export function compare(study: StudyPort, codebook: Codebook, options: CompareOptions, progress: Progress): void {
  const coded = study.codedInstruments();
  progress.begin('align', 1);
  const alignments = counterparts(coded, {});
  study.putAlignments(alignments);
  study.putConcordances(codebook.codes.map((code) => concordance(code.id, coded, codebook)));
  progress.end('align', alignments.length, 0);
  progress.begin('score', 1);
  const scores = score({ coded, alignments, codebook, covered: study.instruments(), ...options });
  study.putScores(scores);
  progress.end('score', scores.divergences.length, 0);
}

/** The coded instruments that a pair or a list of ids names. */
export function pick(coded: readonly CodedInstrument[], ids: readonly string[]): readonly CodedInstrument[] {
  const wanted = new Set(ids);
  return coded.filter((c) => wanted.has(c.instrument.metadata.id));
}
