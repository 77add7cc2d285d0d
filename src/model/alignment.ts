import type { ProvisionRef } from './span.js';

/** Read from left to right: `narrower` = the left rule covers less than the right one. */
export type Relation = 'equivalent' | 'narrower' | 'broader' | 'related' | 'conflicting' | 'none';

/** Similarities in [0,1]; null where a part says nothing (no codes on either side). */
export interface AlignmentParts {
  readonly codes: number | null;
  readonly text: number | null;
  readonly headings: number | null;
  readonly structure: number | null;
  readonly quantities: number | null;
  /** Cosine over the field's concepts (adequacy, controller…), which the term table sees in several languages. */
  readonly terms?: number | null;
}

/** Two comparable provisions, or one (`right` null, relation `none`) without counterpart. */
export interface Alignment {
  readonly left: ProvisionRef;
  readonly right: ProvisionRef | null;
  readonly relation: Relation;
  /** [0,1]. */
  readonly score: number;
  readonly parts: AlignmentParts;
  /** Why, in one sentence. */
  readonly reason: string;
}

/** What a jurisdiction says on one rule. `absent` = searched and not found; `not-covered` = could not be searched. */
export interface ConcordanceCell {
  readonly jurisdiction: string;
  readonly status: 'found' | 'absent' | 'not-covered';
  readonly provisions: readonly ProvisionRef[];
  readonly force: 'hard' | 'soft' | null;
}

/** One rule (a cluster of comparable provisions) and its counterparts. */
export interface ConcordanceRow {
  readonly label: string;
  /** The most central provision of the cluster. */
  readonly medoid: ProvisionRef;
  readonly cells: readonly ConcordanceCell[];
}

/** A table for one code: rules down, jurisdictions across. */
export interface Concordance {
  readonly code: string;
  readonly jurisdictions: readonly string[];
  readonly rows: readonly ConcordanceRow[];
}

/** An embedding model of the scholar's own, loaded from a file that `--embedder` names; lexatlas brings none and downloads none. */
export interface Embedder {
  /** Lower-case letters, digits and hyphens. */
  readonly name: string;
  /** One vector a text, all of one length, in the order given; `language` is a BCP 47 tag. */
  embed(texts: readonly string[], language: string): Promise<readonly (readonly number[])[]>;
}
