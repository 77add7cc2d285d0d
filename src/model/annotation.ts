import type { ProvisionRef, Span } from './span.js';

export type Modality = 'obligation' | 'prohibition' | 'permission' | 'right' | 'power' | 'definition' | 'statement';
export type Force = 'hard' | 'soft';
export type Addressee =
  | 'controller'
  | 'processor'
  | 'authority'
  | 'state'
  | 'individual'
  | 'provider'
  | 'court'
  | 'other';

/** The words that decided a code, and the cue or feature that saw them. */
export interface Evidence {
  /** Cue id (`transfer.adequacy#en.2`) or feature name (`model:heading=transfers`). */
  readonly by: string;
  /** Null where a feature stands for the whole provision. */
  readonly span: Span | null;
  readonly weight: number;
}

/** A typed amount in a provision: a fine, a share of turnover, a time limit (ISO 8601 duration), an age, a number of persons. */
export interface Quantity {
  readonly kind: 'money' | 'turnover-share' | 'duration' | 'age' | 'persons';
  readonly value: number;
  /** Currency code, ISO 8601 duration, `percent`, `years`, `persons`. */
  readonly unit: string;
  readonly span: Span;
}

/** Stand-off annotation: that a provision carries a code. A person's and the machine's have the same shape. */
export interface ClauseAnnotation {
  readonly provision: ProvisionRef;
  readonly code: string;
  /** `rule:cues`, `model:…`, `human:…`. */
  readonly annotator: string;
  readonly modality: Modality;
  readonly force: Force;
  readonly addressee: Addressee;
  readonly quantities: readonly Quantity[];
  readonly evidence: readonly Evidence[];
  /** Calibrated probability in [0,1]. */
  readonly confidence: number;
  /** The words that state the rule. */
  readonly span: Span;
}

/** An instrument with its annotations: what align, score, report and publish read. */
export interface CodedInstrument {
  readonly instrument: import('./instrument.js').Instrument;
  readonly annotations: readonly ClauseAnnotation[];
}
