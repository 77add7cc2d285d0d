import { analyse } from '../text/analyse.js';
import type { Firing } from './cues.js';
import type { Field } from './field.js';
import { type Unit, wordsOf } from './units.js';

/** Named numbers that a model weighs. */
export type Features = ReadonlyMap<string, number>;

/** Words of a unit that are read for features; longer units are cut, for their gist stands at the beginning. */
const MOST_TERMS = 220;
/** The word features of a unit together have this length, so that long units do not shout. */
const WORD_NORM = 2.5;
const DEFINED =
  /^[\s(a-z0-9ivx).]{0,8}["“‘'«「]?(.{2,60}?)["”’'»」]?\s*(?:\([^)]{1,40}\)\s*)?(?:means|shall mean|refers? to|includes|:|是指|とは|(?:이)?란|significa|désigne)/iu;

/** What can be said of a unit whatever the code: its words, headings, the cues that fired, its place and its field. */
export function unitFeatures(unit: Unit, firings: readonly Firing[], field: Field, kind: string): Features {
  const out = new Map<string, number>();
  const text = wordsOf(unit);
  const words = new Set<string>();
  const terms = analyse(text.slice(0, 4000)).slice(0, MOST_TERMS);
  terms.forEach((t, i) => {
    words.add(`w:${t.term}`);
    const next = terms[i + 1];
    if (next !== undefined) words.add(`b:${t.term} ${next.term}`);
  });
  const lead = unit.lead.map((p) => p.text.slice(0, 800)).join(' ');
  for (const t of analyse(lead).slice(0, MOST_TERMS)) words.add(`l:${t.term}`);
  const value = WORD_NORM / Math.sqrt(Math.max(words.size, 12));
  for (const w of words) out.set(w, value);
  for (const heading of unit.headings)
    for (const t of analyse(heading.text.slice(0, 200))) out.set(`${heading.near ? 'h' : 'c'}:${t.term}`, 0.5);
  const defined = DEFINED.exec(text.slice(0, 160))?.[1];
  if (defined !== undefined) {
    out.set('defines', 0.5);
    for (const t of analyse(defined)) out.set(`d:${t.term}`, 0.7);
  }
  for (const [code, sums] of summed(firings))
    for (const [where, weight] of Object.entries(sums)) out.set(`f:${code}@${where}`, squeeze(weight));
  out.set(`kind:${kind}`, 0.5);
  out.set(`unit:${unit.provision.kind}`, 0.3);
  out.set('field:unit', field.unit);
  out.set('field:article', field.article);
  out.set('field:chapter', field.chapter);
  out.set('field:instrument', field.instrument);
  out.set('long', Math.min(text.length / 600, 1.5));
  return out;
}

/** What the cues of one code say of a unit, in features that mean the same for every code and language. */
export function cueFeatures(code: string, firings: readonly Firing[], field: Field): Features {
  const out = new Map<string, number>([['bias', 1]]);
  const own = firings.filter((f) => f.code === code);
  const sums = summed(own).get(code);
  if (sums === undefined) return out;
  const dry = 1 - field.chapter;
  for (const [where, weight] of Object.entries(sums)) {
    if (weight === 0) continue;
    out.set(where, squeeze(weight));
    out.set(`has ${where}`, 1);
    out.set(`${where} outside the field`, squeeze(weight) * dry * dry);
  }
  if (sums.own > 0 && sums.heading > 0) out.set('own and heading', 1);
  if (sums.own > 0 && sums.lead > 0) out.set('own and lead', 1);
  const count = own.filter((f) => f.where === 'own' && f.evidence.weight > 0).length;
  if (count > 1) out.set('several', Math.min(count - 1, 3));
  const rivals = new Set(
    firings.filter((f) => f.where === 'own' && f.evidence.weight > 0 && f.code !== code).map((f) => f.code),
  );
  if (sums.own > 0) out.set('rivals', Math.min(rivals.size, 4) / 2);
  out.set('field of unit', field.unit);
  return out;
}

type Sums = Record<'own' | 'lead' | 'heading' | 'context' | 'against', number>;

function summed(firings: readonly Firing[]): ReadonlyMap<string, Sums> {
  const out = new Map<string, Sums>();
  for (const { code, where, evidence } of firings) {
    const sums = out.get(code) ?? { own: 0, lead: 0, heading: 0, context: 0, against: 0 };
    out.set(code, sums);
    sums[evidence.weight < 0 ? 'against' : where] += evidence.weight;
  }
  return out;
}

/** Weights of cues add up to less and less. */
function squeeze(weight: number): number {
  return Math.sign(weight) * Math.log1p(Math.abs(weight));
}
