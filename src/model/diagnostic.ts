import type { Span } from './span.js';

/**
 * A problem told as a value: which rule found it, where, and what the reader can do about it.
 * `file` is the path as the user gave it; `instrument` and `span` are null where the trouble came before parsing.
 */
export interface Diagnostic {
  /** `room/rule`, as in `ingest/encrypted-pdf`. */
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** What the user can do, as an imperative sentence; null where nothing is needed. */
  readonly mend: string | null;
  readonly file: string | null;
  readonly instrument: string | null;
  readonly span: Span | null;
}
