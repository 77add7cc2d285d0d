/// <reference lib="dom" />
/** `[total, low, high, coverage, thematic, elemental, textual]`, as `Divergence` has them. */
export type Figures = readonly (number | null)[];

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

/** Id, title, names it is cited by, jurisdictions, kind, year (0 unknown), page, file of its texts. */
export type PackedInstrument = readonly [
  string,
  string,
  readonly string[],
  readonly string[],
  string,
  number,
  string,
  string,
];

/** Instrument's place, eId, citation, heading, context's place, codes' places, 1 where the instrument's page prints it. */
export type PackedDocument = readonly [number, string, string, string, number, readonly number[], 0 | 1];

/** `data/search.js`: lunr's index packed by term (see pack.ts) with what its hits show. */
export interface SearchData {
  readonly instruments: readonly PackedInstrument[];
  readonly contexts: readonly string[];
  readonly codes: readonly string[];
  readonly documents: readonly PackedDocument[];
  /** By field: score of one level, and a line a term. */
  readonly fields: Readonly<Record<string, { readonly step: number; readonly lines: string }>>;
}

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

/** What `assets/engine.js` offers: the places of the documents a query finds, best first. */
export interface Engine {
  find(query: string): readonly Found[];
  /** The query's words, folded, to be marked in a snippet. */
  words(query: string): readonly string[];
  stem(word: string): string;
}

export interface Found {
  readonly place: number;
  readonly score: number;
  /** Set where the query is a citation and this is what it cites. */
  readonly isCited: boolean;
}

/** `data/world.js`: codes with labels; by side a letter a code (h hard, s soft, a absent, n not covered). */
export interface WorldData {
  readonly codes: readonly (readonly [string, string])[];
  readonly stances: Readonly<Record<string, string>>;
}
