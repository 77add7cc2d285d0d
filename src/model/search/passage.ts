import type { Instrument } from '../instrument.js';

/** An article, section or recital as search shows it: what every index keeps of it beside its terms. */
export interface PassageFacts {
  readonly eId: string;
  readonly citation: string | null;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Headings above it, outermost first, joined by ' › '. */
  readonly context: string;
  readonly heading: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly language: string;
  /** ISO 8601: in force, else made; null where neither is known. */
  readonly date: string | null;
  readonly codes: readonly string[];
  readonly forces: readonly string[];
}

/** A passage made ready for an index. Fields named `…Terms` hold index terms joined by spaces, then written forms. */
export interface IndexedPassage extends PassageFacts {
  readonly year: number | null;
  readonly headingTerms: string;
  readonly contextTerms: string;
  readonly bodyTerms: string;
  readonly definitionTerms: string;
  readonly titleTerms: string;
}

/** One provision to be read without its law, with those inside it and those above it. Spans are those of the law. */
export interface Excerpt extends Pick<Instrument, 'metadata' | 'provisions'> {
  /** The law's text from `from` on, as far as the provision goes. */
  readonly words: string;
  readonly from: number;
}
