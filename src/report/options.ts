import type { Divergence, Instrument, InstrumentMetadata } from '../model/index.js';
import type { RegimePlan } from './charts/regimes.js';
import type { SeriesPlan } from './charts/series.js';
import type { WorldTopology } from './charts/world.js';
import type { ReportMemory } from './html/kept.js';
import type { Narrowing } from './narrow.js';
import type { FontFile } from './paper/fonts.js';

/** The formats of a report. */
export type ReportFormat = 'html' | 'md' | 'docx' | 'pdf' | 'latex' | 'csv' | 'xlsx';

/** A part of the search room's portable index: some laws, made only where the last report does not hold it. */
export interface SearchPart {
  /** Its file's. */
  readonly name: string;
  readonly laws: readonly string[];
  /** All that decides what it holds, as `MadeFrom`. */
  readonly from: readonly unknown[];
  make(): object;
}

/** The search room's portable index (`partsOf`), with the script that opens it in a page. */
export interface SearchIndex {
  readonly parts: readonly SearchPart[];
  /** Text of `dist/search/portable/browser.iife.js`. */
  readonly script: string;
}

/** `codes` (or families) and `jurisdictions` narrow the report; archetypes stay as reference poles. */
export interface ReportOptions extends Narrowing {
  readonly format: ReportFormat;
  /** HTML only; without it the search page says where to search instead. */
  readonly index?: SearchIndex | null;
  /** HTML only: outlines of countries as `world-atlas` has them (`countries-50m.json`). */
  readonly world?: WorldTopology | null;
  /** The map of regimes over all codes, as the score room lays it out; HTML and papers. */
  readonly regimes?: RegimePlan | null;
  /** HTML only: mean divergence by year of the jurisdictions with laws of their own. */
  readonly series?: SeriesPlan | null;
  /** HTML only: divergence of the law of earlier days, oldest first, to be chosen on the heat map. */
  readonly past?: readonly { readonly asOf: string; readonly divergences: readonly Divergence[] }[];
  /** PDF only: running text, bold, then fonts for other scripts. */
  readonly fonts?: readonly FontFile[];
  /** HTML only: instruments that were read and in which no rule of the codebook was found. */
  readonly uncoded?: readonly InstrumentMetadata[];
  /** HTML only: an uncoded instrument with its words, asked for when its page is written and not kept; null or absent, and it has no page. */
  readonly readUncoded?: (id: string) => Instrument | null;
  /** HTML only: the files of the last report; those that it holds are not among the files returned. All are made without it. */
  readonly memory?: ReportMemory | null;
  /** HTML only: told as each page has been written, with the number of all of them. */
  readonly onPage?: (path: string, of: number) => void;
}
