/// <reference lib="dom" />
/** What a page's citations say of the edition: `data/edition.js`. */
export interface EditionData {
  readonly corpus: string;
  readonly instruments: number;
}

/** `[total, low, high, coverage, thematic, elemental, textual]`, as `Divergence` has them. */
export type Figures = readonly (number | null)[];

/** What `assets/meter.js` offers: the paths of a figure's small drawing. */
export type MeterPaths = (
  total: number | null,
  low: number | null,
  high: number | null,
  coverage: number | null,
) => readonly [soft: string, mark: string];

/** A code of a pair: its label, both stances, its figures, the citations of both. */
export type CodeRow = readonly [string, string, string, Figures | undefined, string, string];

/** What `assets/figures.js` offers to a pair's page. */
export interface PairFigures {
  two(figure: number | null | undefined): string;
  /** `0.42 (0.30–0.55), coverage 80 %`. */
  measured(own: Figures): string;
  /** The parts of a divergence, or that there is none. */
  parts(own: Figures | undefined): HTMLElement;
  /** All codes of the scope in one table, which is what downloads. */
  codes(names: readonly string[], rows: readonly CodeRow[]): HTMLElement;
}

/** What the heat map and a pair's page read: `data/divergence.js`. */
export interface DivergenceData {
  /** Id, its page, its data file, its name for readers. */
  readonly sides: readonly (readonly [string, string, string, string])[];
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
  /** '' where the report has no page of the law. */
  readonly href: string;
  readonly language: string;
  /** '' where it has none. */
  readonly heading: string;
  readonly words: string;
  /** First and last day of its law, where known: ISO 8601. */
  readonly from: string | null;
  readonly until: string | null;
  /** The article it stands in, as links name it. */
  readonly unit: string;
}

/** A side's answer on one code with the words of its best provisions: `data/sides/*.js`. */
export interface ComparedPosition {
  readonly stance: string;
  readonly confidence: number;
  readonly modalities: readonly string[];
  readonly forces: readonly string[];
  readonly addressees: readonly string[];
  readonly amounts: readonly string[];
  readonly words: readonly ComparedWords[];
  /** Provisions not worded here. */
  readonly more: number;
}

export type SideData = Readonly<Record<string, ComparedPosition>>;

/** A piece of a text and whether the other text says it too. */
export interface Piece {
  readonly text: string;
  readonly isShared: boolean;
}

/** What `assets/diff.js` offers. */
export type Diff = (left: string, right: string) => readonly [readonly Piece[], readonly Piece[]];

/** What the search page adds to the index, where each law can be read: its page ('' where the report has none), the file of its texts, the name it is cited by. */
export type PlacesData = Readonly<Record<string, readonly [page: string, texts: string, name: string]>>;

/** Words of an instrument's articles by eId: `data/texts/*.js`. */
export type TextData = Readonly<Record<string, string>>;

/** What `assets/base.js` offers to the other scripts of a page. */
export interface Base {
  /** Loads a data file by a script tag (which works from disk, where fetching does not) and hands its content over. */
  load<T>(name: string, file: string, then: (data: T | null) => void): void;
  make(tag: string, className: string, ...inside: (Node | string)[]): HTMLElement;
  link(href: string, text: string): HTMLAnchorElement;
  /** Keeps the page's state in the address, so that it can be shared; empty values are left out. */
  remember(state: Readonly<Record<string, string>>): void;
  remembered(): URLSearchParams;
}

/** What `assets/lexatlas-search.js` offers: the search room's portable search, of which the page needs this much. */
export interface Search {
  (asked: SearchAsked, limit: number): SearchAnswer;
  readonly documents: readonly { readonly kind: string }[];
  facets(asked: SearchAsked): Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
  excerpt(asked: SearchAsked, text: string): { readonly text: string; readonly marks: readonly SearchMark[] };
}

export interface SearchAsked {
  readonly query: string;
  readonly synonyms: boolean;
  readonly sort: 'relevance' | 'date' | 'jurisdiction';
}

export interface SearchMark {
  readonly start: number;
  readonly end: number;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly reading: string;
  readonly suggestion: string | null;
  /** What to know before trusting the hits. */
  readonly notice: string | null;
}

export interface SearchHit {
  readonly place: number;
  readonly provision: string;
  readonly instrument: string;
  readonly eId: string;
  readonly citation: string | null;
  readonly title: string;
  readonly heading: string;
  readonly context: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly language: string;
  readonly year: number | null;
  readonly codes: readonly string[];
  readonly forces: readonly string[];
  readonly holdsAll: boolean;
}

/** `data/world.js`: codes with labels; by side a letter a code (h hard, s soft, a absent, n not covered). */
export interface WorldData {
  readonly codes: readonly (readonly [string, string])[];
  readonly stances: Readonly<Record<string, string>>;
}
