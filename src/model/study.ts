import type { Alignment, Concordance } from './alignment.js';
import type { CodedInstrument } from './annotation.js';
import type { Codebook } from './codebook.js';
import type { Diagnostic } from './diagnostic.js';
import type { Divergence, Position, Tension } from './divergence.js';

/** Everything one run produced: the envelope that reports and exports are functions of. */
export interface Study {
  readonly codebook: Codebook;
  /** Only instruments with annotations need carry their text here; see `catalogue` for the rest. */
  readonly coded: readonly CodedInstrument[];
  readonly alignments: readonly Alignment[];
  readonly concordances: readonly Concordance[];
  readonly positions: readonly Position[];
  readonly divergences: readonly Divergence[];
  readonly tensions: readonly Tension[];
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: StudySummary;
}

/** Counts a run ends by printing. */
export interface StudySummary {
  readonly files: number;
  readonly instruments: number;
  readonly jurisdictions: number;
  /** Units of tier `basic`. */
  readonly articles: number;
  readonly provisions: number;
  readonly annotations: number;
  readonly alignments: number;
  readonly divergences: number;
  readonly tensions: number;
}
