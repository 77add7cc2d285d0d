import type { Block, Diagnostic, InstrumentMetadata } from '../model/index.js';
import type { Decoded } from './encoding.js';
import type { Refusal } from './limits.js';

/** A file as readers see it; before one says that the file is its own, it looks at the head. */
export interface Opened {
  readonly path: string;
  /** Unpacked, where gzip packed them. */
  readonly bytes: Uint8Array;
  /** The whole text; of a PDF or a packed document, which hold none that can be read so, the head alone. */
  readonly decoded: Decoded;
  /** The first 64 k letters of it. */
  readonly head: string;
}

/** What a reader found: the blocks in reading order, and the facts that the file states of itself. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly metadata: Partial<InstrumentMetadata>;
  /** Null for binary formats. */
  readonly encoding: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** One file format. Readers are tried in order; the first that recognises the sample reads the file. */
export interface Reader {
  readonly format: string;
  recognises(file: Opened): boolean;
  /** May throw on damaged input: `ingest` turns that into a diagnostic. */
  read(file: Opened): Promise<Reading>;
}

/** The reading of a file that a reader will not touch: no blocks, and the reason. */
export function refusedReading({ rule, reason, mend }: Refusal): Reading {
  const problem = { ruleId: `ingest/${rule}`, severity: 'error', message: reason, mend } as const;
  return {
    blocks: [],
    metadata: {},
    encoding: null,
    diagnostics: [{ ...problem, file: null, instrument: null, span: null }],
  };
}
