import type { Diagnostic } from './diagnostic.js';
import type { InstrumentMetadata } from './instrument.js';
import type { ProvisionKind, ProvisionStatus } from './provision.js';

/** One file of a corpus folder with what the folder's provenance says of it. */
export interface SourceFile {
  /** Path as the user would type it; never absolute in stored data. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Facts stated by `provenance-*.jsonl` or `corpus.json`; null where the folder says nothing. */
  readonly provenance: Readonly<Record<string, unknown>> | null;
}

/**
 * One piece of the publisher's page in reading order: what a reader saw, before anyone decides what it means in law.
 * Readers of structured markup fill `unit`, `depth`, `num` and `heading`; readers of flat text leave them null.
 */
export interface Block {
  /** Normalised text without markup: NFC, single spaces, no soft hyphens; may hold line feeds where lines matter. */
  readonly text: string;
  readonly role: 'text' | 'heading' | 'table' | 'footnote' | 'quoted' | 'contents' | 'note' | 'struck';
  /** The structural unit that the markup itself states (an `<article>`), else null. */
  readonly unit: ProvisionKind | null;
  /** Nesting depth the markup states, 0 outermost; for Markdown headings the heading level minus 1; else null. */
  readonly depth: number | null;
  /** The unit's number as printed ('Article 46', '(2)', '第三十八条'), else null. */
  readonly num: string | null;
  readonly heading: string | null;
  readonly status: ProvisionStatus | null;
  /** 1-based page of a paged source, else null. */
  readonly page: number | null;
}

/** The result of ingest: a publisher's file as blocks, with its metadata and the sha256 of its raw bytes. */
export interface SourceDocument {
  readonly path: string;
  /** Which reader read it: `eurlex-oj`, `eurlex-consolidated`, `formex`, `akn`, `tota`, `html`, `markdown`, `text`, `pdf`, `docx`, `json`… */
  readonly format: string;
  readonly encoding: string | null;
  /** Lower-case hex of the raw bytes. */
  readonly sha256: string;
  readonly byteLength: number;
  readonly metadata: InstrumentMetadata;
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}
