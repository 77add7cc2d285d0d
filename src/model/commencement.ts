import type { Span } from './span.js';

/** What a law says of when one of its provisions, or the whole of it, begins or ceases to hold. */
export interface Commencement {
  /** eId of the provision; null for the law as a whole. */
  readonly provision: string | null;
  /** `in-force`: it comes into force; `applies`: it is to be applied from then on; `ceases`: it lapses or is repealed. */
  readonly kind: 'in-force' | 'applies' | 'ceases';
  /** ISO 8601; null where the words name an event or a term ('the twentieth day after its publication') and no day. */
  readonly date: string | null;
  /** eId of the provision whose words say so. */
  readonly from: string;
  /** The sentence, in `Instrument.text`. */
  readonly span: Span;
}
