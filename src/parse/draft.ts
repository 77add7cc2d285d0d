import type { ProvisionKind, ProvisionStatus, ProvisionTier, SourceDocument } from '../model/index.js';

/**
 * One unit of a law in document order, before spans and names are given. It opens at its depth and closes every open
 * unit whose depth is the same or greater. A unit of kind `text` opens nothing: its words belong to the innermost open
 * unit whose depth is less than its own.
 */
export interface DraftUnit {
  readonly kind: ProvisionKind | 'text';
  /** Null lets the assembler decide from the kind. */
  readonly tier: ProvisionTier | null;
  /** 0 outermost; gaps are allowed. */
  readonly depth: number;
  /** As printed, with its punctuation: `Article 46`, `(2)`; null where nothing is printed. */
  readonly num: string | null;
  readonly heading: string | null;
  /** The unit's opening words; '' where it has none. */
  readonly text: string;
  readonly status: ProvisionStatus;
}

/** A way of drafting laws: how its units look in flat text. */
export interface Family {
  readonly name: string;
  /** The units of a document of this family; null where it is none. */
  draft(source: SourceDocument): DraftUnit[] | null;
}
