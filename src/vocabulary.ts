/** What the public verbs take and give, beyond the model's own nouns: types alone, for scripts that name them. */
export type { AlignOptions, CounterpartOptions, Vectors } from './align/index.js';
export type { AnnotateModel } from './annotate/index.js';
export type { RunInput, RunOutcome } from './pipeline/index.js';
export type {
  About,
  Adopted,
  AdoptFormat,
  Adoption,
  Agreement,
  AgreementFigure,
  AgreementOptions,
  AttributesOf,
  BootstrapOptions,
  CodedSpan,
  Coding,
  CodingBytes,
  CodingFile,
  ComparedFigure,
  Comparison,
  Confusion,
  Dataset,
  Disagreement,
  Docket,
  DrawOptions,
  Evaluation,
  EvaluationError,
  EvaluationFigure,
  ExportedFile,
  ExportFormat,
  ExportOptions,
  Filter,
  GoldRow,
  PartitionKey,
  Piece,
  PieceFormat,
  Question,
  Strategy,
  StudyReader,
  Task,
  TextFormat,
  TextPolicy,
} from './publish/index.js';
export type { ReportFile, ReportFormat, ReportOptions } from './report/index.js';
export type { ScoreInput } from './score/index.js';
export type { CitedProvision, Query, QueryNode } from './search/index.js';
export type { CorpusFile, CorpusGroup, OpenMode, StudyStore } from './store/index.js';
