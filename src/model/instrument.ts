import type { Diagnostic } from './diagnostic.js';
import type { Provision } from './provision.js';

/** What an instrument is; an archetype is an invented law that shows a type of regime. */
export type InstrumentKind = 'statute' | 'regulation' | 'agreement' | 'convention' | 'archetype';

/** Facts about an instrument. `guessed` names the fields read from the file, its name or its folder rather than stated. */
export interface InstrumentMetadata {
  /** Short id: `eu/gdpr-2016-679`, `tota/425`. */
  readonly id: string;
  readonly title: string;
  /** Names a scholar cites it by, shortest first: `GDPR`. */
  readonly aliases: readonly string[];
  readonly kind: InstrumentKind;
  /** ISO 3166-1 alpha-2 or 3166-2 (`US-CA`), or a union's code (`EU`); the parties of an agreement. Sorted. */
  readonly jurisdictions: readonly string[];
  /** BCP 47. */
  readonly language: string;
  /** ISO 8601 dates. */
  readonly made: string | null;
  readonly inForce: string | null;
  readonly repealed: string | null;
  readonly status: 'in-force' | 'not-in-force' | 'repealed' | 'unknown';
  readonly source: string | null;
  readonly licence: string | null;
  /** `complete`, or what is missing in words; null where unknown. */
  readonly completeness: string | null;
  /** Official identifiers: `{ eli, celex, tota }`. */
  readonly identifiers: Readonly<Record<string, string>>;
  readonly guessed: readonly string[];
}

/** Another file of the same instrument (html, xml, pdf, other language or version) and whether it was the one parsed. */
export interface Rendition {
  readonly path: string;
  readonly format: string;
  readonly sha256: string;
  readonly used: boolean;
}

/**
 * A law as a tree: `provisions` in document order, parents before children.
 * `text` is the normalised text; every non-blank character of it lies in some provision.
 */
export interface Instrument {
  readonly metadata: InstrumentMetadata;
  readonly format: string;
  readonly text: string;
  readonly provisions: readonly Provision[];
  readonly renditions: readonly Rendition[];
  readonly diagnostics: readonly Diagnostic[];
}
