import type { ClauseAnnotation, CodedInstrument, Instrument, Provision } from '../../model/index.js';
import { primaryTag } from '../../text/metadata.js';
import { ancestry, basicUnitOf, byEId, ownText } from '../../text/provisions.js';
import { foldLatin, seesAny } from '../../text/sightings.js';
import { type PairMemory, shortKey } from '../memory.js';
import { isTreaty } from '../sides/force.js';
import { HEARD } from '../sides/sides.js';
import { ADEQUACY, CLEARS_UP, PATTERNS, PROTECTS, REMEDIES } from './patterns.js';

/** What tensions ask of the words and the place of a provision. */
export interface Clause {
  /** eId of the article or section that holds it; its own outside articles. */
  readonly unit: string;
  /** Null where nobody can cite it. */
  readonly citation: string | null;
  /** True where it has an authority told of a transfer and asks no leave of it; see `informs`. */
  readonly tells: boolean;
  /** Whether it speaks of what lies abroad, and of another order's commands. */
  readonly abroad: boolean;
  readonly orders: boolean;
  /** What it is a point of, where that can be cited and is no mere division. */
  readonly list: Pick<Provision, 'eId' | 'citation' | 'span'> | null;
}

/** A coded law with what tensions ask of its provisions. */
export interface Law extends CodedInstrument {
  readonly clauses: Clauses;
  /** Its codings with one of the codes that are sure enough to be heard, in their order. */
  heard(codes: readonly string[]): readonly ClauseAnnotation[];
  /** Changes with anything that tensions are found by in this law; where nothing is remembered its id. */
  key(): string;
}

/** The provisions of a law that carry a code which takes part in tensions. */
export interface Clauses {
  readonly byEId: ReadonlyMap<string, Clause>;
  /** eId where the law defines a person as a citizen or lawful resident only; null where it does not, or opens no remedy. */
  readonly nationals: string | null;
  /** How these provisions are cited, by eId, and the lists that they are points of. */
  readonly citations: ReadonlyMap<string, string | null>;
}

/** The laws with their clauses, which are read when first asked for; with a memory, of laws that changed. */
export function lawsWithClauses(coded: readonly CodedInstrument[], memory: PairMemory | null): readonly Law[] {
  return coded.map((one) => {
    const { metadata } = one.instrument;
    const taking = one.annotations.filter((a) => TAKING_PART.has(a.code));
    const sure = taking.filter((a) => a.confidence >= HEARD);
    const written = (): Written => (memory === null ? readClauses(one) : remembered(one, memory));
    let clauses: Clauses | null = null;
    return {
      ...one,
      get clauses() {
        clauses ??= clausesOf(written());
        return clauses;
      },
      heard: (codes) => sure.filter((a) => codes.includes(a.code)),
      key: () => {
        const told = (): string => shortKey(JSON.stringify([metadata, taking.map(ruleOf), written()]));
        return memory?.words(`rules\n${memory.keyOf(metadata.id)}`, told) ?? metadata.id;
      },
    };
  });
}

const ruleOf = ({ code, provision, force, modality, addressee, confidence, span }: ClauseAnnotation) =>
  [code, provision.eId, force, modality, addressee, confidence, span] as const;

/** Clauses as they are remembered. */
interface Written {
  readonly clauses: readonly (readonly [eId: string, clause: Clause])[];
  readonly nationals: Pick<Provision, 'eId' | 'citation'> | null;
}

function remembered(coded: CodedInstrument, memory: PairMemory): Written {
  const key = `clauses\n${memory.keyOf(coded.instrument.metadata.id)}`;
  return JSON.parse(memory.words(key, () => JSON.stringify(readClauses(coded)))) as Written;
}

function clausesOf({ clauses, nationals }: Written): Clauses {
  const cited = nationals === null ? [] : [nationals];
  const lists = clauses.flatMap(([, { list }]) => list ?? []);
  const citations = new Map([...cited, ...lists].map(({ eId, citation }) => [eId, citation]));
  for (const [eId, { citation }] of clauses) citations.set(eId, citation);
  return { byEId: new Map(clauses), nationals: nationals?.eId ?? null, citations };
}

/** Codes that take part in tensions, as rules, as clauses that reconcile, or as what shows where a law stands. */
const TAKING_PART: ReadonlySet<string> = new Set([
  ...PATTERNS.flatMap((p) => [...p.left.codes, ...p.right.codes, ...p.reconcilers.map(([, code]) => code)]),
  ...[...ADEQUACY, ...REMEDIES, ...PROTECTS, CLEARS_UP],
]);

function readClauses({ instrument, annotations }: CodedInstrument): Written {
  const found = new Map<string, Clause>();
  for (const { code, provision } of annotations) {
    if (TAKING_PART.has(code) && !found.has(provision.eId)) found.set(provision.eId, read(instrument, provision.eId));
  }
  const opens = (a: ClauseAnnotation): boolean => REMEDIES.some((code) => code === a.code);
  // The whole law is read for it.
  const isAsked = !isTreaty(instrument.metadata.kind) && annotations.some(opens);
  const at = isAsked ? instrument.provisions.find((p) => NATIONALS.test(ownText(instrument, p))) : undefined;
  return { clauses: [...found], nationals: at === undefined ? null : { eId: at.eId, citation: at.citation } };
}

function read(instrument: Instrument, eId: string): Clause {
  const map = byEId(instrument);
  const at = map.get(eId);
  if (at === undefined) return { unit: eId, citation: null, tells: false, abroad: false, orders: false, list: null };
  const language = primaryTag(instrument.metadata.language);
  const governing = ancestry(instrument, at).filter((p) => p.tier !== 'division');
  const words = foldLatin(governing.map((p) => `${p.heading ?? ''} ${ownText(instrument, p)}`).join(' '));
  // True where the field's table lacks the language.
  const speaksOf = (concepts: readonly string[]): boolean => seesAny(words, language, concepts) ?? true;
  const list = at.parent === null ? undefined : map.get(at.parent);
  const isList = list !== undefined && list.tier !== 'division' && list.citation !== null;
  return {
    unit: basicUnitOf(instrument, at)?.eId ?? eId,
    citation: at.citation,
    tells: informs(foldLatin(ownText(instrument, at)), language),
    abroad: speaksOf(ABROAD),
    orders: speaksOf(ORDERS_ABROAD),
    list: isList ? { eId: list.eId, citation: list.citation, span: list.span } : null,
  };
}

/** The field's concepts of another order's commands. A clause of another law of the same order must speak of these to reconcile. */
const ORDERS_ABROAD = ['foreign-order', 'executive-agreement'];

/** And of what lies abroad at all: a clause that reconciles laws of two orders speaks of it, as rules of venue at home do not. */
const ABROAD = [...ORDERS_ABROAD, 'third-country', 'treaty', 'international-coop'];

/** A person is a citizen or lawful resident only: whoever the definition leaves out has none of the remedies that use the word. */
const NATIONALS = /\bmeans\b[^.;]{0,60}\bcitizens?\b[^.;]{0,120}\b(?:permanent residen\w+|lawfully admitted)/i;

/** The field's concepts for telling somebody something, and for asking leave. */
const TELLS = ['notify', 'inform'];
const ASKS = ['security-assessment'];
/** English has more ways to tell and to ask leave than the field's table needs. */
const WORD_OF = /\b(?:inform|notif|report|tell|advis)/u;
const LEAVE = /\b(?:authori[sz]|approv|permi(?:t|ssion)|licen[cs]|consent of|clearance|object(?:s|ed|ion))/u;

/**
 * True where words have an authority told of a transfer and ask no leave of it. The codebook codes a notice to an authority like a permit
 * (`transfer.authorisation`), but data need not wait for a notice: it holds no flow up.
 */
function informs(words: string, language: string): boolean {
  if (language === 'en') return WORD_OF.test(words) && !LEAVE.test(words);
  return seesAny(words, language, TELLS) === true && seesAny(words, language, ASKS) !== true;
}
