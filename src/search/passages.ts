import type { ClauseAnnotation, IndexedPassage, Instrument, Provision } from '../model/index.js';
import { ancestry, basicUnitOf, byEId, fullText } from '../text/provisions.js';
import { definedIn, TERM_BEGINS, TERM_ENDS } from './defined.js';
import { jurisdictionNames } from './query/facets.js';
import { indexField, writtenForms } from './terms/pattern.js';
import { termsOf } from './terms/terms.js';

/** Units outside articles that are searched too: recitals, and schedules without articles of their own. */
const SEARCHED_KINDS = new Set(['recital', 'preamble']);

/** Returns the passages of an instrument: its articles or sections, recitals, and leaves that stand outside any article. */
export function passages(instrument: Instrument, annotations: readonly ClauseAnnotation[]): IndexedPassage[] {
  const codes = new Map<string, Set<string>>();
  const forces = new Map<string, Set<string>>();
  const map = byEId(instrument);
  for (const a of annotations) {
    const provision = map.get(a.provision.eId);
    const unit = provision === undefined ? null : (basicUnitOf(instrument, provision) ?? provision);
    if (unit === null) continue;
    into(codes, unit.eId, a.code);
    into(forces, unit.eId, a.force);
  }
  const parents = new Set(instrument.provisions.flatMap((p) => p.parent ?? []));
  // A preamble of a hundred recitals is nobody's answer: its recitals are.
  const reciting = new Set(instrument.provisions.flatMap((p) => (p.kind === 'recital' ? (p.parent ?? []) : [])));
  const { title, aliases, jurisdictions } = instrument.metadata;
  const whole: Whole = {
    instrument,
    titleTerms: indexField([title, ...aliases, ...makers(jurisdictions)].join(' ; ')),
  };
  return instrument.provisions.flatMap((p, at) =>
    isSearched(instrument, p, { parents, reciting, codes })
      ? [passage(whole, at, p, [...(codes.get(p.eId) ?? [])].sort(), [...(forces.get(p.eId) ?? [])].sort())]
      : [],
  );
}

/** Which units have others in them, which recitals, and which are coded. */
interface Known {
  readonly parents: ReadonlySet<string>;
  readonly reciting: ReadonlySet<string>;
  readonly codes: ReadonlyMap<string, unknown>;
}

function isSearched(instrument: Instrument, p: Provision, { parents, reciting, codes }: Known): boolean {
  if (p.tier === 'basic') return basicUnitOf(instrument, p) === p && !hasBasicAbove(instrument, p);
  if (p.kind === 'preamble' && reciting.has(p.eId)) return false;
  if (SEARCHED_KINDS.has(p.kind) || codes.has(p.eId)) return true;
  return p.tier !== 'division' && !parents.has(p.eId) && basicUnitOf(instrument, p) === null;
}

function hasBasicAbove(instrument: Instrument, p: Provision): boolean {
  return ancestry(instrument, p)
    .slice(1)
    .some((a) => a.tier === 'basic');
}

/** What all passages of an instrument share, made once. */
interface Whole {
  readonly instrument: Instrument;
  readonly titleTerms: string;
}

function passage(
  { instrument, titleTerms }: Whole,
  at: number,
  p: Provision,
  codes: readonly string[],
  forces: readonly string[],
): IndexedPassage {
  const { metadata } = instrument;
  const context = ancestry(instrument, p)
    .slice(1)
    .reverse()
    .map((a) => a.heading ?? '')
    .filter((h) => h !== '')
    .join(' › ');
  const defined = definedIn(p, within(instrument.provisions, at, p), (s) => instrument.text.slice(s.start, s.end));
  return {
    eId: p.eId,
    citation: p.citation,
    title: metadata.title,
    aliases: metadata.aliases,
    context,
    heading: p.heading ?? '',
    jurisdictions: metadata.jurisdictions,
    kind: metadata.kind,
    language: metadata.language,
    year: yearOf(metadata.inForce ?? metadata.made),
    date: metadata.inForce ?? metadata.made,
    codes,
    forces,
    headingTerms: indexField(p.heading ?? ''),
    contextTerms: indexField(context),
    bodyTerms: indexField(fullText(instrument, p)),
    definitionTerms: definitionField([...new Set(defined.map((d) => d.term))]),
    titleTerms,
  };
}

/** Each term between its marks, then what wildcards look at. */
function definitionField(terms: readonly string[]): string {
  const framed = terms.map((t) => [TERM_BEGINS, ...termsOf(t).map((x) => x.term), TERM_ENDS].join(' '));
  return [...framed, ...writtenForms(terms.join('\n'))].join(' ');
}

/** The provision and those inside it, which follow it in document order. */
function within(provisions: readonly Provision[], at: number, p: Provision): Provision[] {
  const inside: Provision[] = [];
  for (let i = at; i < provisions.length; i += 1) {
    const q = provisions[i];
    if (q === undefined || q.span.start >= p.span.end) break;
    if (q.span.end <= p.span.end) inside.push(q);
  }
  return inside;
}

/** Names of those who made it, for 'transfer Kenya'; an agreement of very many parties is not found by them. */
function makers(jurisdictions: readonly string[]): string[] {
  return jurisdictions.length > MOST_NAMED ? [] : jurisdictions.flatMap(jurisdictionNames);
}

/** CPTPP has 11 parties, RCEP 15; the unions' member lists are longer. Chosen by judgement. */
const MOST_NAMED = 16;

function yearOf(date: string | null): number | null {
  const year = Number(date?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : null;
}

function into(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set<string>();
  map.set(key, set.add(value));
}
