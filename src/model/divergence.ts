import type { Addressee, Force, Modality, Quantity } from './annotation.js';
import type { ProvisionRef } from './span.js';

/** Where a side (jurisdiction or instrument) stands on one code, from its coded provisions. */
export interface Position {
  /** Jurisdiction code, or instrument id when instruments are compared. */
  readonly side: string;
  readonly code: string;
  /**
   * `absent` = searched and not found; `not-covered` = no text that could hold it was read; `not-in-force` = only in a text that
   * is no law on the date.
   */
  readonly stance: 'hard' | 'soft' | 'absent' | 'not-covered' | 'not-in-force';
  readonly modalities: readonly Modality[];
  readonly addressees: readonly Addressee[];
  readonly forces: readonly Force[];
  readonly quantities: readonly Quantity[];
  /** The provisions behind it, best first. */
  readonly provisions: readonly ProvisionRef[];
  /** Mean confidence of the coding behind it, [0,1]. */
  readonly confidence: number;
}

/** How far two sides differ on a scope. All figures in [0,1]; null where nothing could be compared. */
export interface Divergence {
  readonly left: string;
  readonly right: string;
  /** `all`, a family (`transfer`), a principle (`adequacy`) or a code. */
  readonly scope: string;
  /** Do they answer the same questions? Weighted share of differing answers. */
  readonly thematic: number | null;
  /** Gower distance over modality, force, addressee, and conditions, exceptions, triggers, an authority's part and quantities where they say something. */
  readonly elemental: number | null;
  /** Distance of the best aligned provisions' words. */
  readonly textual: number | null;
  readonly total: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of the scope's weight that both sides cover, [0,1]. */
  readonly coverage: number;
}

/** The severity of a tension in a word, worst first. */
export type TensionGrade = 'grave' | 'serious' | 'moderate' | 'slight';

/** Two provisions of different sides that pull apart. */
export interface Tension {
  readonly left: ProvisionRef;
  readonly right: ProvisionRef;
  /** `compelled-access-v-blocking`, `localization-v-ban`, `authorisation-v-free-flow`, `long-arm-v-long-arm`… */
  readonly type: string;
  /** [0,1]. */
  readonly severity: number;
  /** The severity in a word; absent in tensions that were not graded. */
  readonly grade?: TensionGrade;
  /** Whose law it is that pulls: the party bound by both, or the two legal orders. */
  readonly parties: readonly string[];
  /** The other parties of the treaty, to whom the commitment is owed. */
  readonly partners?: readonly string[];
  /** The exception or agreement that reconciles them best, null where none was found. */
  readonly reconciledBy: ProvisionRef | null;
  /** All clauses found that may reconcile them, best first. */
  readonly reconcilers?: readonly ProvisionRef[];
  readonly reason: string;
}
