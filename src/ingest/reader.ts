import type { Block, Diagnostic, InstrumentMetadata } from '../model/index.js';
import type { Refusal } from './limits.js';

/** What a reader may look at before it says that a file is its own. */
export interface Sample {
  readonly path: string;
  /** The first 64 kB, decoded leniently. */
  readonly head: string;
  readonly bytes: Uint8Array;
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
  recognises(sample: Sample): boolean;
  /** May throw on damaged input: `ingest` turns that into a diagnostic. */
  read(bytes: Uint8Array, path: string): Promise<Reading>;
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
