import type { Instrument, ProvisionRef } from '../../model/index.js';
import { fullText } from '../../text/provisions.js';
import { unitsOf } from '../units.js';
import { FAMILY, yearOf } from './lineage.js';
import { jaccard, shingles } from './shingles.js';

/** An article of a family. */
export interface FamilyMember {
  readonly ref: ProvisionRef;
  readonly citation: string;
  readonly heading: string | null;
  readonly year: number | null;
  /** Character 5-gram Jaccard with the template, [0,1]; 1 for the template itself. */
  readonly jaccard: number;
}

/** Articles of many instruments that follow one template. */
export interface Family {
  /** The earliest of them. */
  readonly template: FamilyMember;
  /** In the order of their years, the template first. */
  readonly members: readonly FamilyMember[];
  /** Instruments that have it. */
  readonly instruments: number;
  /** How many instruments took it up in each year, and how many had it by then; those without a year are left out. */
  readonly spread: readonly { readonly year: number; readonly instruments: number; readonly total: number }[];
}

/** What is sorted into families. */
export interface FamiliesOptions {
  /** Least Jaccard with the template; default `FAMILY`. */
  readonly threshold?: number;
  /** Whether an article takes part; default all. */
  readonly takes?: (ref: ProvisionRef) => boolean;
}

/** Numbers of a signature: the estimate of a Jaccard is off by 0.06 in the mean, and three times that much is looked at exactly. */
const SIGNATURE = 64;
const SLACK = 0.18;
/** Under this many 5-grams an article is a heading or a stub, alike by chance. */
const LEAST_GRAMS = 60;

interface Article extends FamilyMember {
  readonly grams: Uint32Array;
  readonly signature: Uint32Array;
}

/**
 * The families of clauses among instruments: each article, in the order of years, joins the family whose earliest text (the template) it is most
 * alike to, or begins its own. Families of two instruments or more, the most spread first. Who drafted from what is inferred from likeness and dates.
 * Deterministic: ties go to the older template, then to ids.
 * @see Broder, On the resemblance and containment of documents (1997), for the signatures
 */
export function families(instruments: Iterable<Instrument>, options: FamiliesOptions = {}): Family[] {
  const threshold = options.threshold ?? FAMILY;
  const templates: { readonly first: Article; readonly members: FamilyMember[] }[] = [];
  for (const article of articlesOf(instruments, options.takes)) {
    let best: (typeof templates)[number] | null = null;
    let most = threshold;
    for (const family of templates) {
      const { first } = family;
      const [short, long] = [article.grams.length, first.grams.length].sort((a, b) => a - b) as [number, number];
      if (short < most * long || estimate(article, first) < most - SLACK) continue;
      const likeness = jaccard(article.grams, first.grams);
      if (likeness > most || (best === null && likeness >= threshold)) [best, most] = [family, likeness];
    }
    const { grams: _, signature: __, ...member } = article;
    if (best === null) templates.push({ first: article, members: [member] });
    else best.members.push({ ...member, jaccard: Math.round(most * 1e4) / 1e4 });
  }
  return templates
    .map(({ first, members }) => toFamily(members[0] ?? first, members))
    .filter((f) => f.instruments > 1)
    .sort(
      (a, b) => b.instruments - a.instruments || b.members.length - a.members.length || byAge(a.template, b.template),
    );
}

function articlesOf(instruments: Iterable<Instrument>, takes: (ref: ProvisionRef) => boolean = () => true): Article[] {
  const found: Article[] = [];
  for (const instrument of instruments)
    for (const unit of unitsOf(instrument, 'basic')) {
      const ref = { instrument: instrument.metadata.id, eId: unit.eId };
      if (!takes(ref)) continue;
      const grams = shingles(fullText(instrument, unit));
      if (grams.length < LEAST_GRAMS) continue;
      found.push({
        ref,
        citation: unit.citation ?? unit.eId,
        heading: unit.heading,
        year: yearOf(instrument),
        jaccard: 1,
        grams,
        signature: sign(grams),
      });
    }
  return found.sort(byAge);
}

function toFamily(template: FamilyMember, members: readonly FamilyMember[]): Family {
  const first = new Map<string, number | null>();
  for (const m of members) if (!first.has(m.ref.instrument)) first.set(m.ref.instrument, m.year);
  const counts = new Map<number, number>();
  for (const year of first.values()) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  let total = 0;
  const spread = [...counts]
    .sort((a, b) => a[0] - b[0])
    .map(([year, instruments]) => {
      total += instruments;
      return { year, instruments, total };
    });
  return { template, members, instruments: first.size, spread };
}

/** For each of the seeds the least of the mixed hashes. */
function sign(grams: Uint32Array): Uint32Array {
  const least = new Uint32Array(SIGNATURE).fill(0xffffffff);
  for (const gram of grams)
    for (let k = 0; k < SIGNATURE; k++) {
      let h = Math.imul(gram ^ Math.imul(k + 1, 0x9e3779b1), 0x85ebca6b);
      h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0;
      if (h < (least[k] ?? 0)) least[k] = h;
    }
  return least;
}

function estimate(a: Article, b: Article): number {
  let same = 0;
  for (let k = 0; k < SIGNATURE; k++) if (a.signature[k] === b.signature[k]) same++;
  return same / SIGNATURE;
}

function byAge(a: FamilyMember, b: FamilyMember): number {
  const [x, y] = [`${a.ref.instrument} ${a.ref.eId}`, `${b.ref.instrument} ${b.ref.eId}`];
  return (a.year ?? 9999) - (b.year ?? 9999) || (x < y ? -1 : x > y ? 1 : 0);
}
