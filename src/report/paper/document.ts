import type { Scene } from '../scene/scene.js';

/** A stretch of words in one dress. */
export interface Run {
  readonly text: string;
  readonly dress?: 'bold' | 'italic';
}

/** A table for readers; `shades` are figures in [0,1] that colour a cell, row by row. */
export interface PaperTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly shades?: readonly (readonly (number | null)[])[];
}

/** What a paper is made of, before anyone decides whether it becomes Markdown, LaTeX, a Word file or a PDF. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'box'; readonly title: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | ({ readonly kind: 'table' } & PaperTable)
  | { readonly kind: 'figure'; readonly name: string; readonly caption: string; readonly scene: Scene }
  | {
      readonly kind: 'quote';
      /** Pinpoint: `GDPR 46(2)(c)`. */
      readonly cite: string;
      /** Jurisdictions and codes. */
      readonly about: string;
      readonly text: string;
      /** BCP 47. */
      readonly language: string;
    };

/** A divergence report for a paper. */
export interface Paper {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string, level: 1 | 2 | 3 = 1): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [plain(text)] });
export const plain = (text: string): Run => ({ text });
export const bold = (text: string): Run => ({ text, dress: 'bold' });

/**
 * Characters that no document shows: controls, lone surrogates, bidirectional overrides, which could make a law read
 * otherwise than it is stored.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u202a-\u202e\ufffe\uffff]+/gu;

/** One line of words without characters that a document could not show. */
export function line(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'dv', 'ps', 'sd', 'ug', 'yi']);

/** Whether a text in this language runs from right to left. */
export function isRightToLeft(language: string): boolean {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '');
}

/** No column narrower than a short word, none so wide that it starves the others. */
const FEWEST_LETTERS = 9;
const MOST_LETTERS = 56;
/** A word of wide letters takes more than its share; less, and Word breaks it in the middle (looked at in LibreOffice). */
const WIDE_LETTERS = 1.2;

/** Returns the share of the width that each column should have, from what stands in it; the shares sum to 1. */
export function columnShares({ columns, rows }: Pick<PaperTable, 'columns' | 'rows'>): readonly number[] {
  const widths = columns.map((head, i) => {
    const cells = [head, ...rows.map((row) => row[i] ?? '')];
    const longestWord = Math.max(...cells.flatMap((c) => c.split(/[\s/.]+/).map((w) => w.length)));
    const mean = cells.reduce((n, c) => n + c.length, 0) / cells.length;
    return Math.min(MOST_LETTERS, Math.max(FEWEST_LETTERS, longestWord * WIDE_LETTERS + 3, mean));
  });
  const all = widths.reduce((a, b) => a + b, 0);
  return widths.map((w) => w / all);
}
