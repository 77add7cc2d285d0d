/** The same weights as the database's bm25, so that both indexes rank alike. */
export const FIELD_WEIGHTS = {
  headingTerms: 6,
  contextTerms: 2,
  bodyTerms: 1,
  definitionTerms: 1.5,
  titleTerms: 1.5,
} as const;
export type PortableField = keyof typeof FIELD_WEIGHTS;
export const CODED_BONUS = 1.35;

/** Coded passages come first, and weigh more. */
export const isCoded = ({ codes }: { readonly codes: readonly string[] }): boolean => codes.length > 0;
