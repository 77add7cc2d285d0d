import type { ProvisionRef, Span } from './span.js';

/** Kinds of units, by the element names of Akoma Ntoso 3.0 (`definition` and `clause` included). */
export type ProvisionKind =
  | 'preamble'
  | 'recital'
  | 'book'
  | 'part'
  | 'title'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'division'
  | 'article'
  | 'rule'
  | 'clause'
  | 'principle'
  | 'paragraph'
  | 'subparagraph'
  | 'point'
  | 'subpoint'
  | 'item'
  | 'indent'
  | 'definition'
  | 'schedule'
  | 'annex'
  | 'appendix'
  | 'table'
  | 'footnote'
  | 'conclusions'
  | 'body';

/**
 * `division` holds basic units (part, chapter); `basic` is the unit the drafting family counts through
 * (article; section in common-law statutes); `inner` stands inside a basic unit.
 */
export type ProvisionTier = 'division' | 'basic' | 'inner' | 'front' | 'back';

/** Whether the provision is law today; `quoted` stands inside words that amend another law. */
export type ProvisionStatus = 'in-force' | 'not-in-force' | 'repealed' | 'omitted' | 'quoted';

/** A numbered unit of an instrument. All spans point into `Instrument.text`. */
export interface Provision {
  /** Akoma Ntoso eId, unique in the instrument: `chp_V__art_46__para_2__point_c`. */
  readonly eId: string;
  /** eId of the enclosing provision, null at the top. */
  readonly parent: string | null;
  readonly kind: ProvisionKind;
  readonly tier: ProvisionTier;
  /** 0 at the top of the tree. */
  readonly depth: number;
  /** Number as printed, null where the text counts without printing. */
  readonly num: string | null;
  /**
   * Pinpoint in plain form: `46(2)(c)`, `14.11(3)`, `1798.150(a)`, `Sch1.8.2`; null for units nobody cites (preamble). Square
   * brackets hold what the law does not print as a number: a defined term (`2(1)[boat](a)`), an indent (`5[indent 2]`), the
   * place among units with the same number (`3[2]`). No two provisions share one, unless one stands in the other without a number.
   */
  readonly citation: string | null;
  readonly heading: string | null;
  readonly status: ProvisionStatus;
  /** Everything: number, heading, own words and children. */
  readonly span: Span;
  readonly numSpan: Span | null;
  readonly headingSpan: Span | null;
  /** Own words outside children, number and heading: the chapeau, and closing words after the children. In order. */
  readonly ownSpans: readonly Span[];
}

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
