export {
  ADOPT_FORMATS,
  type Adopted,
  type AdoptFormat,
  type Adoption,
  type AttributesOf,
  adopt,
  type TextFormat,
} from './adoption/adopt.js';
export { type Conflict, conflicts } from './adoption/conflicts.js';
export { type CodingBytes, opened } from './adoption/opened.js';
export type { CodingFile } from './adoption/records.js';
export { toCsv } from './csv.js';
export { datasetIn, type StudyReader } from './data/study.js';
export {
  type About,
  type Dataset,
  datasetOf,
  type ExportedFile,
  type ExportOptions,
  PARTITION_KEYS,
  type PartitionKey,
  type Piece,
  type TextPolicy,
} from './dataset.js';
export { bibtexOf, cslOf } from './documents/citations.js';
export { EXPORT_FORMATS, type ExportFormat, exportAs, exportPieces, type PieceFormat } from './export.js';
export { DatasetError, type GoldRow, readCsv, readGold } from './gold.js';
export { carriesText } from './licence.js';
export { type Filter, inWords, narrow } from './narrow.js';
export { type Docket, docket, nameOf, type Question } from './quality/agreement/adjudication.js';
export {
  type Agreement,
  type AgreementFigure,
  type AgreementOptions,
  agreement,
  type Disagreement,
} from './quality/agreement/agreement.js';
export type { CodedSpan, Coding } from './quality/agreement/coding.js';
export type { BootstrapOptions } from './quality/bootstrap.js';
export { type ComparedFigure, type Comparison, compareRuns } from './quality/evaluation/compare.js';
export type { Confusion, EvaluationError } from './quality/evaluation/errors.js';
export { type Evaluation, type EvaluationFigure, evaluate } from './quality/evaluation/evaluate.js';
export { type DrawOptions, drawTasks, STRATEGIES, type Strategy, type Task } from './tasks/draw.js';
export { type PackageOptions, taskPackage } from './tasks/package.js';
