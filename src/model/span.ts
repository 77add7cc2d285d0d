/**
 * A half-open stretch `[start, end)` of `Instrument.text`, 0-based, in UTF-16 units.
 * What any export quotes is exactly `text.slice(start, end)`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The one cross-reference of the model: a provision named by its instrument's id and its Akoma Ntoso eId. */
export interface ProvisionRef {
  readonly instrument: string;
  readonly eId: string;
}
