import type { Codebook } from './codebook.js';
import type { Instrument } from './instrument.js';
import type { ProvisionRef, Span } from './span.js';

/** How a rule binds. @see annotations/GUIDELINES.md */
export type Modality = 'obligation' | 'prohibition' | 'permission' | 'right' | 'power' | 'definition' | 'statement';
/** `hard`: shall, must, may not; `soft`: should, shall endeavour, recognise. */
export type Force = 'hard' | 'soft';
/** Whom a rule binds or serves. */
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
  /** Of a duration its days (a month 30, a year 365). */
  readonly value: number;
  /** Currency code, ISO 8601 duration, `percent`, `years`, `persons`. */
  readonly unit: string;
  readonly span: Span;
  /** Whether the words around make it an upper or a lower bound; absent where they say neither. */
  readonly bound?: 'most' | 'least';
  /** 'Whichever is higher' (or lower) of this amount and the others of its sentence; absent where nothing is said. */
  readonly whichever?: 'higher' | 'lower';
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
  /**
   * True where a person says that the provision (and what stands inside it) does not carry the code. Such a record only
   * takes the machine's away; it is never counted, compared or searched as a coding.
   */
  readonly rejects?: boolean;
  /** Words of the provision on which the rule depends ('where …', 'if …'); absent where nobody looked for them. */
  readonly conditions?: readonly Span[];
  /** Words that take something out of the rule ('except …', 'unless …'); absent where nobody looked for them. */
  readonly exceptions?: readonly Span[];
}

/** An instrument with its annotations: what align, score, report and publish read. */
export interface CodedInstrument {
  readonly instrument: Instrument;
  readonly annotations: readonly ClauseAnnotation[];
}

/**
 * An annotator of a scholar's own, named with `--annotator ./mine.js`: the default export of an ES module. Annotations that
 * it makes carry `plugin:<name>`; where it and the built-in coder give a provision the same code, its own stands.
 * @example
 * export default {
 *   name: 'ledger',
 *   annotate: (instrument) => instrument.provisions
 *     .filter((p) => p.heading?.includes('ledger'))
 *     .map((p) => ({ eId: p.eId, code: 'localization.storage', confidence: 0.8 })),
 * };
 */
export interface Annotator {
  /** Lower-case letters, digits and hyphens. */
  readonly name: string;
  /** The codings of one instrument, in any order. Must depend on its arguments alone, so that a second run gives the same. */
  annotate(instrument: Instrument, context: AnnotatorContext): readonly ProposedAnnotation[];
}

/** What an annotator of a scholar's own may look at besides the instrument. */
export interface AnnotatorContext {
  readonly codebook: Codebook;
  /** What the built-in coder found, for an annotator that only adds to it. */
  readonly found: readonly ClauseAnnotation[];
}

/** A coding as an annotator proposes it. What it leaves out is read from the words as for the built-in coder. */
export interface ProposedAnnotation {
  readonly eId: string;
  /** A code of the codebook. */
  readonly code: string;
  /** Probability in [0,1]; 1 where it is left out. */
  readonly confidence?: number;
  readonly modality?: Modality;
  readonly force?: Force;
  readonly addressee?: Addressee;
  readonly quantities?: readonly Quantity[];
  readonly evidence?: readonly Evidence[];
  /** The words that state the rule; all of the provision where it is left out. */
  readonly span?: Span;
}

/** What a search of an instrument for a code came to, with what it rests on. */
export interface Finding {
  readonly instrument: string;
  readonly code: string;
  /**
   * `found`; `not-found`: its words were searched and no provision carries the code; `not-covered`: nothing can be said, for
   * the language has no cues for the code or law is missing from the text. The last two are never the same.
   */
  readonly status: 'found' | 'not-found' | 'not-covered';
  /** One sentence: why nothing can be said, or how the search was made. */
  readonly reason: string;
  /** Provisions whose words were read. */
  readonly read: number;
  /** Provisions that carry the code. */
  readonly found: number;
  /** The provisions that came nearest without carrying the code, best first; empty where the code was found. */
  readonly nearest: readonly NearMiss[];
}

/** A provision that spoke for a code, but not clearly enough. */
export interface NearMiss {
  readonly provision: ProvisionRef;
  /** Pinpoint, or the eId where nobody cites the unit. */
  readonly citation: string;
  /** Probability in [0,1] that it carries the code; below what is reported. */
  readonly score: number;
  /** What spoke for the code, strongest first. */
  readonly evidence: readonly Evidence[];
  /** True where a person ruled the code out here. */
  readonly isRejected: boolean;
}
