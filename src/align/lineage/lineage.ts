import type { Instrument, Provision, ProvisionRef } from '../../model/index.js';
import { fullText } from '../../text/provisions.js';
import { unitsOf } from '../units.js';
import { wordsOf } from './diff.js';
import { passage } from './passage.js';
import { jaccard, shingles } from './shingles.js';

/** A text of the same family as the one asked about. */
export interface Relative {
  readonly ref: ProvisionRef;
  readonly citation: string;
  readonly heading: string | null;
  readonly title: string;
  /** When its instrument was made, else when it came into force; null where unknown. */
  readonly year: number | null;
  /** Character 5-gram Jaccard with the text asked about, [0,1]. */
  readonly jaccard: number;
  /** Share of the words asked about that stand in the one passage both have most alike, [0,1]; how much was taken over, though the rest is new. */
  readonly passage: number;
}

/** Where a text comes from and how far it spread. */
export interface Lineage {
  readonly year: number | null;
  /** The likeliest model: the most alike of the earlier texts, of equals the earliest; null where nothing earlier is alike. */
  readonly model: Relative | null;
  /** All alike texts, most alike first. */
  readonly family: readonly Relative[];
  /** How many instruments first show the family in each year, and how many had it by then; texts without a year are left out. */
  readonly spread: readonly { readonly year: number; readonly instruments: number; readonly total: number }[];
}

/** What counts as one family. */
export interface LineageOptions {
  /** Least Jaccard; default `FAMILY`. */
  readonly threshold?: number;
}

/** Texts this alike were hardly written apart: within one subject, unrelated articles of the treaty corpus stay under about 0.3. */
export const FAMILY = 0.4;
/** A text this many times longer or shorter cannot reach the threshold. */
const fits = (a: number, b: number, threshold: number) => Math.min(a, b) >= threshold * Math.max(a, b);

/**
 * The family of one article among instruments in the same language: its likeliest model, its copies and its spread over the years.
 * Deterministic; empty family where nothing is alike. The model is inferred from likeness and date alone, not from drafting history.
 */
export function lineage(
  instrument: Instrument,
  provision: Provision,
  instruments: Iterable<Instrument>,
  options: LineageOptions = {},
): Lineage {
  const threshold = options.threshold ?? FAMILY;
  const text = fullText(instrument, provision);
  const own = shingles(text);
  const words = wordsOf(text);
  const year = yearOf(instrument);
  const family: Relative[] = [];
  for (const other of instruments) {
    if (other.metadata.id === instrument.metadata.id || other.metadata.language !== instrument.metadata.language)
      continue;
    for (const unit of unitsOf(other, 'basic')) {
      const theirs = fullText(other, unit);
      if (!fits(text.length, theirs.length, threshold / 2)) continue;
      const grams = shingles(theirs);
      if (!fits(own.length, grams.length, threshold)) continue;
      const likeness = jaccard(own, grams);
      if (likeness < threshold) continue;
      const like = passage(words, wordsOf(theirs));
      family.push({
        ref: { instrument: other.metadata.id, eId: unit.eId },
        citation: unit.citation ?? unit.eId,
        heading: unit.heading,
        title: other.metadata.title,
        year: yearOf(other),
        jaccard: rounded(likeness),
        passage: rounded(like === null ? 0 : like.same / Math.max(1, words.length)),
      });
    }
  }
  family.sort((a, b) => b.jaccard - a.jaccard || (a.year ?? 9999) - (b.year ?? 9999) || compare(a, b));
  const earlier = family.filter((r) => year !== null && r.year !== null && r.year < year);
  return { year, model: earlier[0] ?? null, family, spread: spreadOf(family, instrument, year) };
}

function spreadOf(family: readonly Relative[], instrument: Instrument, year: number | null): Lineage['spread'] {
  const first = new Map<string, number>(year === null ? [] : [[instrument.metadata.id, year]]);
  for (const r of family) if (r.year !== null) first.set(r.ref.instrument, r.year);
  const counts = new Map<number, number>();
  for (const y of first.values()) counts.set(y, (counts.get(y) ?? 0) + 1);
  let total = 0;
  return [...counts.keys()]
    .sort((a, b) => a - b)
    .map((y) => {
      const instruments = counts.get(y) ?? 0;
      total += instruments;
      return { year: y, instruments, total };
    });
}

/** The year an instrument was made, else that it came into force; null where unknown. */
export function yearOf({ metadata }: Instrument): number | null {
  const date = metadata.made ?? metadata.inForce;
  const year = date === null ? Number.NaN : Number(date.slice(0, 4));
  return Number.isInteger(year) ? year : null;
}

const rounded = (x: number) => Math.round(x * 1e4) / 1e4;
const compare = (a: Relative, b: Relative) =>
  a.ref.instrument < b.ref.instrument ? -1 : a.ref.instrument > b.ref.instrument ? 1 : a.ref.eId < b.ref.eId ? -1 : 1;
