import { align } from '../align/index.js';
import type { Alignment, CodedInstrument, Instrument } from '../model/index.js';
import type { CorpusGroup } from './ports.js';
import { readGroup } from './read.js';

export { codebook } from '../codebook/index.js';
export { adopt, agreement, evaluate, exportAs, type GoldRow, readGold, toCsv } from '../publish/index.js';
export { type ReportFile, report } from '../report/index.js';
export { annotateOne, type Coder } from './code.js';
export { faultOf, wordsOf } from './judge.js';
export { BY_HAND } from './read.js';
export { type RunOutcome, run } from './run.js';

/** The comparable provisions of two instruments. */
export function alignPair(left: CodedInstrument, right: CodedInstrument, level: 'basic' | 'smallest'): Alignment[] {
  return align(left, right, { level });
}

/** Parses the first instrument among the groups without storing it. @throws Error with the diagnostics of an unreadable file. */
export async function readOneFile(groups: readonly CorpusGroup[]): Promise<Instrument> {
  const [group] = groups;
  const { instrument, diagnostics } =
    group === undefined ? { instrument: null, diagnostics: [] } : await readGroup(group);
  if (instrument === null)
    throw new Error(
      diagnostics.map((d) => `${d.message} ${d.mend ?? ''}`).join('\n') || 'There is no law in this file.',
    );
  return instrument;
}
