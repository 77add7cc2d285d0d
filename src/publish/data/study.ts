import type { Alignment, ClauseAnnotation, Divergence, Instrument, InstrumentMetadata } from '../../model/index.js';
import type { Dataset } from '../dataset.js';
import { DatasetError } from '../gold.js';

/** What a dataset reads of a study on disk; what `openStudy` gives has all of it. */
export interface StudyReader {
  /** The codebook with which the study was coded is kept under `codebook`, as JSON; null before the first run. */
  meta(key: string): string | null;
  /** Every instrument that was read, in the order of the study. */
  instruments(): readonly InstrumentMetadata[];
  /** The text and provisions of an instrument; null where the study has none of that id. */
  instrument(id: string): Instrument | null;
  /** The codings that stand in an instrument. */
  annotations(filter: { readonly instrument: string }): readonly ClauseAnnotation[];
  /** What people coded and ruled out in an instrument. */
  handAnnotations(instrument: string): readonly ClauseAnnotation[];
  /** All pairs of provisions. */
  alignments(): readonly Alignment[];
  /** All figures, of every scope. */
  divergences(): readonly Divergence[];
}

/**
 * The study as a dataset that reads one instrument at a time, so that a study larger than memory can be exported: every instrument that
 * was read, coded or not, with the codings that stand and what people ruled out, so that what is absent stays apart from what nobody
 * looked at. `only` names instruments; none means all. The study must stay open while the dataset is read.
 * @throws DatasetError where the study has not been coded yet.
 * @example
 * const study = openStudy('my-study', 'read-through');
 * for await (const { path, content } of exportPieces(datasetIn(study), 'jsonl')) appendFileSync(path, content);
 * study.close();
 */
export function datasetIn(study: StudyReader, only: readonly string[] = []): Dataset {
  const codebook = study.meta('codebook');
  if (codebook === null) throw new DatasetError('The study has not been coded yet.', 'Run: lexatlas run');
  return {
    codebook: JSON.parse(codebook) as Dataset['codebook'],
    coded: function* () {
      for (const { id } of study.instruments()) {
        if (only.length > 0 && !only.includes(id)) continue;
        const instrument = study.instrument(id);
        if (instrument === null) continue;
        const ruledOut = study.handAnnotations(id).filter((a) => a.rejects === true);
        yield { instrument, annotations: [...study.annotations({ instrument: id }), ...ruledOut] };
      }
    },
    byHand: (id) => study.handAnnotations(id),
    instrument: remembered((id) => study.instrument(id)),
    alignments: () => study.alignments(),
    divergences: () => study.divergences(),
  };
}

/** Pairs come law by law, so that a few laws kept spare most of the reading. */
const LAWS_KEPT = 16;

/** The reader with its last answers at hand. */
function remembered(read: Dataset['instrument']): Dataset['instrument'] {
  const kept = new Map<string, ReturnType<typeof read>>();
  return (id) => {
    const found = kept.has(id) ? (kept.get(id) ?? null) : read(id);
    kept.delete(id);
    kept.set(id, found);
    const [oldest] = kept.keys();
    if (kept.size > LAWS_KEPT && oldest !== undefined) kept.delete(oldest);
    return found;
  };
}
