import type { InstrumentKind } from '../../model/index.js';

/** Where a publisher keeps one rendition of an instrument. */
export interface CatalogueAddress {
  readonly href: string;
  /** What follows the stem in the name of the stored file: `oj.en.xhtml`. The last part is the file's extension. */
  readonly file: string;
  /** BCP 47. */
  readonly language: string;
  /** The reader expected to read it (`eurlex-oj`, `clml`, `pdf`), null where not known. */
  readonly reader: string | null;
  /** ISO 8601 day on which the address last gave this text, or `unverified`: nobody has tried it. */
  readonly state: string;
  /** Lower-case hex of the very bytes expected, null where the publisher's page changes from day to day. */
  readonly sha256: string | null;
}

/** A file in the shared corpus: path from its root and the hash of its bytes, so that anyone can tell the same file. */
export interface HeldFile {
  readonly path: string;
  readonly sha256: string;
  readonly language: string;
}

/** Facts about one instrument: what it is called, who is bound, and where its publishers keep it. No text of it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly kind: InstrumentKind;
  /** ISO 3166-1 alpha-2, 3166-2 (`US-CA`), `EU`, or an organisation (`COE`); the parties of an agreement. */
  readonly jurisdictions: readonly string[];
  readonly languages: readonly string[];
  /** ISO 8601; a year alone where no day is known. */
  readonly made: string | null;
  readonly inForce: string | null;
  readonly repealed: string | null;
  /** `{ eli, celex, tota, act }`. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** One of the two dozen a scholar starts from: `lexatlas fetch core`. */
  readonly core: boolean;
  /** Words that the genuine, whole text must hold, such as the head of a late article: `Article 99`. */
  readonly contains: readonly string[];
  readonly licence: string;
  readonly addresses: readonly CatalogueAddress[];
  readonly held: readonly HeldFile[];
}
