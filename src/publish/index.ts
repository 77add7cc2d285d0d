export { type Adopted, type AdoptFormat, type Adoption, adopt } from './adoption/adopt.js';
export { toCsv } from './csv.js';
export { type ExportFormat, exportAs, type PublishedFile } from './export.js';
export { DatasetError, type GoldRow, readGold } from './gold.js';
export { type Agreement, type AgreementFigure, agreement, type Disagreement } from './quality/agreement.js';
export { type Evaluation, type EvaluationError, type EvaluationFigure, evaluate } from './quality/evaluate.js';
