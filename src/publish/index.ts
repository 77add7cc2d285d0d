export {
  ADOPT_FORMATS,
  type Adopted,
  type AdoptFormat,
  type Adoption,
  type AttributesOf,
  adopt,
} from './adoption/adopt.js';
export type { CodingFile } from './adoption/records.js';
export { toCsv } from './csv.js';
export {
  type Dataset,
  datasetOf,
  type ExportOptions,
  type Filter,
  narrow,
  type Piece,
  type TextPolicy,
} from './dataset.js';
export { bibtexOf, cslOf } from './documents/citations.js';
export { EXPORT_FORMATS, type ExportFormat, exportAs } from './export.js';
export { DatasetError, type GoldRow, readGold } from './gold.js';
export { type Agreement, type AgreementFigure, agreement, type Disagreement } from './quality/agreement.js';
export { type Evaluation, type EvaluationError, type EvaluationFigure, evaluate } from './quality/evaluate.js';
