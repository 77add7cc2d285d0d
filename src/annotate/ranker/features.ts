import type { Instrument } from '../../model/index.js';
import { termsOf } from '../../text/analyse.js';
import { CONCEPTS } from '../../text/field/index.js';
import { foldLatin, sightConcepts } from '../../text/sightings.js';
import type { Firing } from '../cues.js';
import type { Surroundings } from '../surroundings.js';
import { type Unit, wordsOf } from '../units.js';
import type { Field } from './field.js';
import { TOPIC_NAMES, topicsOf } from './topics.js';

/** Named numbers that a model weighs. */
export type Features = ReadonlyMap<string, number>;

/** What stands for the cues of a code of which none fired. */
export const SILENT: Features = new Map([['silent', 1]]);

/** Words of a unit that are read for features; longer units are cut, for their gist stands at the beginning. */
const MOST_TERMS = 220;
/** Characters of a unit, of the words that introduce it and of a heading that are read for features. */
const MOST_READ = { own: 4000, lead: 800, heading: 200 } as const;
/** The word features of a unit together have this length, so that long units do not shout; so have its concepts. */
const WORD_NORM = 2.5;
const CONCEPT_NORM = 2.5;
/** Fewer words than this weigh no more than they would among so many. */
const LEAST_WORDS = 12;
const LEANING_NORM = 1.2;
const LEAST_CONCEPTS = 4;
const DEFINED =
  /^[\s(a-z0-9ivx).]{0,8}["“‘'«「]?(.{2,60}?)["”’'»」]?\s*(?:\([^)]{1,40}\)\s*)?(?:means|shall mean|refers? to|includes|:|是指|とは|(?:이)?란|significa|désigne|adalah|là |หมายความว่า)/iu;

/** Terms and concepts of the words that many units of a law share: what introduces a list, what stands above. */
export interface Shared {
  readonly terms: (text: string) => readonly string[];
  /** Ids of the field's concepts, in the order of their table. */
  readonly concepts: (text: string) => readonly string[];
}

/** A reader of shared words that reads each but once. */
export function sharedReader(language: string): Shared {
  return { terms: once(termsOf), concepts: once((text) => conceptsIn(text, language)) };
}

function once(read: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    let seen = known.get(text);
    if (seen === undefined) {
      seen = read(text);
      known.set(text, seen);
    }
    return seen;
  };
}

function conceptsIn(words: string, language: string): readonly string[] {
  if (words === '') return [];
  const rows = sightConcepts(foldLatin(words), language)?.keys() ?? [];
  return [...rows].sort((a, b) => a - b).map((row) => CONCEPTS[row]?.id ?? '');
}

/** What can be said of a unit whatever the code: its words, concepts, headings, its place and its field. */
export function unitFeatures(
  unit: Unit,
  around: Surroundings,
  field: Field,
  kind: string,
  language: string,
  shared = sharedReader(language),
): Features {
  const out = new Map<string, number>();
  const text = wordsOf(unit).slice(0, MOST_READ.own);
  const lead = unit.lead.map((p) => p.text.slice(0, MOST_READ.lead)).join(' ');
  words(text, shared.terms(lead), out);
  concepts(conceptsIn(text, language), shared.concepts(lead), unit, shared, out);
  leaning(conceptsIn(around.below, language), 'kb', out);
  leaning(shared.concepts(around.referred), 'kr', out);
  leaning(shared.concepts(around.defined), 'kd', out);
  for (const heading of unit.headings)
    for (const term of shared.terms(heading.text.slice(0, MOST_READ.heading)))
      out.set(`${heading.near ? 'h' : 'c'}:${term}`, 0.5);
  const defined = DEFINED.exec(text.slice(0, 160))?.[1];
  if (defined !== undefined) {
    out.set('defines', 0.5);
    for (const term of termsOf(defined)) out.set(`d:${term}`, 0.7);
  }
  out.set(`kind:${kind}`, 0.5);
  out.set(`unit:${unit.provision.kind}`, 0.3);
  out.set('field:unit', field.unit);
  out.set('field:article', field.article);
  out.set('field:chapter', field.chapter);
  out.set('field:instrument', field.instrument);
  out.set('long', Math.min(text.length / 600, 1.5));
  return out;
}

function words(text: string, lead: readonly string[], out: Map<string, number>): void {
  const names = new Set<string>();
  const terms = termsOf(text).slice(0, MOST_TERMS);
  terms.forEach((term, i) => {
    names.add(`w:${term}`);
    const next = terms[i + 1];
    if (next !== undefined) names.add(`b:${term} ${next}`);
  });
  for (const term of lead.slice(0, MOST_TERMS)) names.add(`l:${term}`);
  const value = WORD_NORM / Math.sqrt(Math.max(names.size, LEAST_WORDS));
  for (const name of names) out.set(name, value);
}

/** The field's concepts mean the same in every language of the table: through them one language teaches another. */
function concepts(
  own: readonly string[],
  led: readonly string[],
  unit: Unit,
  shared: Shared,
  out: Map<string, number>,
): void {
  const names = new Set<string>();
  own.forEach((a, i) => {
    names.add(`k:${a}`);
    for (const b of own.slice(i + 1)) names.add(`kk:${a} ${b}`);
  });
  for (const c of led) names.add(`kl:${c}`);
  const value = CONCEPT_NORM / Math.sqrt(Math.max(names.size, LEAST_CONCEPTS));
  for (const name of names) out.set(name, value);
  const near = new Set(led.flatMap(topicsOf));
  const above = new Set(near);
  for (const heading of unit.headings)
    for (const c of shared.concepts(heading.text.slice(0, MOST_READ.heading))) {
      out.set(`${heading.near ? 'kh' : 'kc'}:${c}`, 0.5);
      for (const topic of topicsOf(c)) {
        above.add(topic);
        if (heading.near) near.add(topic);
      }
    }
  crossed(own, near, 'kn', value, out);
  crossed(own, above, 'ka', value, out);
}

/** The unit's own concepts under the topics of its opening lines and headings: consent means one thing under transfers and another under rights. */
function crossed(
  own: readonly string[],
  topics: ReadonlySet<number>,
  kind: string,
  value: number,
  out: Map<string, number>,
): void {
  for (const topic of topics) for (const c of own) out.set(`${kind}:${TOPIC_NAMES[topic]} ${c}`, value);
}

/** Concepts of what a unit leans on; together they weigh less than its own. */
function leaning(seen: readonly string[], kind: string, out: Map<string, number>): void {
  const value = LEANING_NORM / Math.sqrt(Math.max(seen.length, LEAST_CONCEPTS));
  for (const c of seen) out.set(`${kind}:${c}`, value);
}

/** Concepts of procedure, delegation, task lists and final provisions: they speak against any code, in all languages. */
const PROCEDURAL = new Set(
  (
    'members appoint qualifications term-office removal after-office staff-budget internal-rules chair-powers advisory-body tasks powers ' +
    'competence info-from-bodies opinions-guidelines report procedure national-plan secrecy union-board committee delegated ' +
    'parliament-control remove-difficulties relation-other-law amend-repeal commence addressees transition schedule deadline records ' +
    'registration definitions scope object-purpose handle-request explain-rules free-charge notice-content prior-consult party-state ' +
    'customs-duty tax ip source-code spam paperless wto service-foreign execution-orders penalty-proceeds serious-breach-list'
  )
    .split(' ')
    .map((id) => `k:${id}`),
);
const isGeneral = (feature: string): boolean =>
  PROCEDURAL.has(feature) || feature.startsWith('unit:') || feature === 'defines';
const GENERAL_SHARE = 0.4;
/** A statute that is coded at all is about data somewhere: what stands far from the field's words in it is only half as suspect as in a treaty. */
const DRY_STATUTE = 0.5;
/** A cue of this weight is nearly sure in the eyes of its writer. */
const STRONG = 2.6;

/** What the cues of one code say of a unit, in features that mean the same for every code and language. */
export function cueFeatures(code: string, firings: readonly Firing[], field: Field, unit: Features): Features {
  const out = new Map<string, number>([['bias', 1]]);
  for (const name of unit.keys()) if (isGeneral(name)) out.set(`g:${name}`, GENERAL_SHARE);
  const own = firings.filter((f) => f.code === code);
  const sums = summed(own).get(code);
  if (sums === undefined) return out;
  const dry = (1 - field.chapter) ** 2 * (unit.has('kind:statute') ? DRY_STATUTE : 1);
  for (const [where, weight] of Object.entries(sums)) {
    if (weight === 0) continue;
    out.set(where, squeeze(weight));
    out.set(`has ${where}`, 1);
    out.set(`${where} outside the field`, squeeze(weight) * dry);
  }
  for (const { evidence, where } of own) if (where === 'own') out.set(`q:${evidence.by}`, 0.5);
  const strongest = Math.max(0, ...own.filter((f) => f.where === 'own').map((f) => f.evidence.weight));
  out.set('strongest', strongest / STRONG);
  if (strongest >= STRONG) out.set('strong', 1);
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

/** Treaties and statutes state the same rule in other words. */
export function kindOf({ metadata }: Instrument): 'agreement' | 'statute' {
  return metadata.kind === 'agreement' || metadata.kind === 'convention' ? 'agreement' : 'statute';
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
