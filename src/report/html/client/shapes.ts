/** `[total, low, high, coverage, thematic, elemental, textual]`, as `Divergence` has them. */
export type Figures = readonly (number | null)[];

/** What the heat map and a pair's page read: `data/divergence.js`. */
export interface DivergenceData {
  /** Id, its page, its data file. */
  readonly sides: readonly (readonly [string, string, string])[];
  readonly scopes: readonly (readonly [string, string])[];
  /** Id, label, family, principle. */
  readonly codes: readonly (readonly [string, string, string, string])[];
  /** `left|right` → scope → figures. */
  readonly pairs: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
}

/** `instrument#eId|instrument#eId` → relation and score of two articles. */
export type LinkData = Record<string, readonly [string, number]>;

export interface ComparedWords {
  readonly cite: string;
  readonly href: string;
  readonly language: string;
  readonly words: string;
  /** The article it stands in, as links name it. */
  readonly unit: string;
}

/** A side's answer on one code with the words of its best provisions: `data/sides/*.js`. */
export interface ComparedPosition {
  readonly stance: string;
  readonly confidence: number;
  readonly modalities: readonly string[];
  readonly words: readonly ComparedWords[];
  /** Provisions not worded here. */
  readonly more: number;
}

export type SideData = Readonly<Record<string, ComparedPosition>>;

/** What a hit shows; the same as the search room's portable document. */
export interface HitDocument {
  readonly instrument: string;
  readonly eId: string;
  readonly citation: string | null;
  readonly title: string;
  readonly heading: string;
  readonly context: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly year: number | null;
  readonly codes: readonly string[];
}

/** `data/index.js`: a lunr index, its documents, and where each document's words are. */
export interface SearchData {
  readonly index: object;
  readonly documents: readonly HitDocument[];
  /** By document: address from the report's root, null where the report does not print it; and the first words. */
  readonly places: readonly (readonly [string | null, string])[];
}
