import type {
  ClauseAnnotation,
  CodedInstrument,
  Diagnostic,
  IndexedPassage,
  Instrument,
  InstrumentMetadata,
  ResultDelta,
  SourceFile,
} from '../model/index.js';

/** Files that are one instrument: same folder, same stem. Bytes are read only when a stage must run. */
export interface CorpusGroup {
  /** `<folder>/<stem>`, unique and stable between runs. */
  readonly key: string;
  readonly files: readonly CorpusFile[];
}

export interface CorpusFile {
  readonly path: string;
  /** Lower-case hex; cheap to ask again when the file has not changed. */
  readonly sha256: string;
  readonly byteLength: number;
  readonly provenance: Readonly<Record<string, unknown>> | null;
  read(): SourceFile;
}

/** What the pipeline needs of a study on disk. Each `put` is one transaction: a stop between two loses nothing. */
export interface StudyPort {
  /** Makes ready for a first write that is to come, while other work is done; to be awaited before it. */
  begin(): Promise<void>;
  stageKey(stage: string, subject: string): string | null;
  setStageKey(stage: string, subject: string, key: string): void;
  forgetStage(stage: string, subject: string): void;
  /** Stage subjects seen earlier, to find what has gone from the corpus. */
  stageSubjects(stage: string): readonly string[];
  putInstrument(key: string, instrument: Instrument): void;
  removeInstrument(id: string): void;
  /** Tells where the files of a group and of its instrument lie now: old path → new. */
  moveFiles(subject: string, id: string | null, moved: ReadonlyMap<string, string>): void;
  /** Annotations and the passages of the index, in one transaction. */
  putAnnotations(
    instrument: string,
    key: string,
    annotations: readonly ClauseAnnotation[],
    passages: readonly IndexedPassage[],
  ): void;
  /** What people coded and rejected, in an instrument or in all. */
  handAnnotations(instrument?: string): readonly ClauseAnnotation[];
  instruments(): readonly InstrumentMetadata[];
  instrument(id: string): Instrument | null;
  /** Instruments with at least one annotation, with their text. */
  codedInstruments(): readonly CodedInstrument[];
  /** Keeps all that was compared, in the place of what was, with the key of the comparison as that of the stage `compare` of `study`. */
  putResults(delta: ResultDelta): void;
  /** Makes the index quick to search again after writing; nothing where that was done. */
  tidyIndex(): void;
  putDiagnostics(subject: string, diagnostics: readonly Diagnostic[]): void;
}

/** The thread that was at a task died: out of memory, or ended by what it ran. */
export class ThreadLost extends Error {
  override name = 'ThreadLost';
}

/** Told as a run goes on; `total` counts the stage's subjects. */
export interface Progress {
  begin(stage: string, total: number): void;
  step(stage: string, subject: string): void;
  end(stage: string, redone: number, kept: number): void;
}
