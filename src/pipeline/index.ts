import { align, type Vectors } from '../align/index.js';
import type { Alignment, CodedInstrument, Diagnostic, Instrument } from '../model/index.js';
import type { CorpusGroup } from './ports.js';
import { readGroup } from './reading/read.js';

export { carry, diff, type Family, families, lineage, type Memory, unitTexts } from '../align/index.js';
export { type AnnotateModel, readModel, unpackModel } from '../annotate/index.js';
export { codebook } from '../codebook/index.js';
export {
  type About,
  type AdoptFormat,
  type Adoption,
  type Agreement,
  agreement,
  type CodedSpan as CodingSpan,
  type Coding,
  type CodingBytes,
  type CodingFile,
  type Comparison,
  type Conflict,
  carriesText,
  compareRuns,
  conflicts,
  type Dataset,
  type Docket,
  datasetIn,
  datasetOf,
  docket,
  drawTasks,
  type Evaluation,
  type EvaluationError,
  type ExportedFile,
  type ExportFormat,
  evaluate,
  exportAs,
  exportPieces,
  type GoldRow,
  inWords,
  nameOf,
  narrow,
  opened,
  PARTITION_KEYS,
  type PartitionKey,
  type Piece,
  type Question,
  readCsv as readCsvRecords,
  readGold,
  STRATEGIES,
  type Strategy,
  type TextFormat,
  type TextPolicy,
  taskPackage,
  toCsv,
} from '../publish/index.js';
export {
  type FontFile,
  type ReportFile,
  type ReportFormat,
  type ReportMemory,
  type ReportOptions,
  report,
} from '../report/index.js';
export {
  divergences,
  divergencesOn,
  type GapReport,
  gaps,
  isAbout,
  leanings,
  PART_WEIGHTS,
  positions,
  readWeights,
  regimeMap,
  type ScoreInput,
  score,
  sensitivity,
  series,
} from '../score/index.js';
export { annotateOne, type Coder, findings } from './code.js';
export { type CompareOptions, compare, memoryOf, scoreMemoryOf } from './compare.js';
export { alone, type Coded, type Crew, type ToCompare } from './crew.js';
export { adoptHand } from './hand.js';
export { faultOf, wordsOf } from './judge.js';
export { type KeyedLaws, lawKeys } from './key.js';
export { type CorpusGroup, type Progress, ThreadLost } from './ports.js';
export { BY_HAND, type GroupOutcome, readGroup } from './reading/read.js';
export { readSettled } from './reading/settled.js';
export { allFresh, resultsOf } from './rows/delta.js';
export { KnownRows } from './rows/known.js';
export { comparable, type RunInput, type RunOutcome, run } from './run.js';

/** The comparable provisions of two instruments. */
export function alignPair(
  left: CodedInstrument,
  right: CodedInstrument,
  level: 'basic' | 'smallest',
  vectors?: Vectors,
): Alignment[] {
  return align(left, right, vectors === undefined ? { level } : { level, vectors });
}

/** Parses the first instrument among the groups without storing it. @throws UnreadableLaw with the diagnostics of an unreadable file. */
export async function readOneFile(groups: readonly CorpusGroup[]): Promise<Instrument> {
  const [group] = groups;
  const { instrument, diagnostics } =
    group === undefined ? { instrument: null, diagnostics: [] } : await readGroup(group);
  if (instrument === null) throw new UnreadableLaw(diagnostics, group?.files[0]?.path ?? 'The folder');
  return instrument;
}

/** No file of a group could be read as law: the message names each file and what is wrong with it, `mend` what to do. */
export class UnreadableLaw extends Error {
  override name = 'UnreadableLaw';
  readonly mend: string;
  constructor(diagnostics: readonly Diagnostic[], path: string) {
    const told = diagnostics.map(
      (d) => (d.file === null || d.message.includes(d.file) ? '' : `${d.file}: `) + d.message,
    );
    super(told.length > 0 ? told.join('\n') : `${path} holds no law.`);
    this.mend = diagnostics.find((d) => d.mend !== null)?.mend ?? 'Give a file with a law in it.';
  }
}
