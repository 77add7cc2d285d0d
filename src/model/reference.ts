import type { ProvisionRef, Span } from './span.js';

/**
 * Words of a law that point to a provision. `resolved` names exactly one; `ambiguous` could name several (they are the
 * candidates); `unresolved` names one that was not found: in this instrument, or in a law that is not at hand.
 */
export interface Reference {
  /** The words that point, in `Instrument.text`. */
  readonly span: Span;
  /** eId of the provision whose words point. */
  readonly from: string;
  /** The pinpoint that the words name, in plain form: `46(2)(c)`; null where they name a law only as a whole. */
  readonly citation: string | null;
  /** The other law as the words name it ('Directive 95/46/EC'); null for a reference inside the law. */
  readonly law: string | null;
  readonly status: 'resolved' | 'ambiguous' | 'unresolved';
  readonly target: ProvisionRef | null;
  readonly candidates: readonly ProvisionRef[];
}
