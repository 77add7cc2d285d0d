import type { Addressee, Evidence, Force, Instrument, Modality, Quantity } from '../../model/index.js';
import { primaryTag } from '../../text/metadata.js';
import { byEId } from '../../text/provisions.js';
import { type Unit, unitOf, wordsOf } from '../units.js';
import { addresseeReader } from './actors/index.js';
import { grammarOf } from './acts/index.js';
import { type Clause, clauseReader, rulingClause } from './clause.js';
import { forceOf } from './force.js';
import { modalityOf } from './modality.js';
import { quantities } from './quantities/index.js';
import { type Scope, scopeOf } from './scope.js';

/** Words that introduce a list: they end open, or announce what follows. */
const INTRODUCES = /[:：—–-]\s*$|[^.。;；!?]\s*$|次の|次に|다음|下列|之一|:\s*(?:a|1)\s?[.)]/u;

/** How a rule binds, read from its words. */
export interface Attributes {
  readonly modality: Modality;
  readonly force: Force;
  readonly addressee: Addressee;
  readonly quantities: readonly Quantity[];
  /** Conditions and exceptions; null in a language in which nobody looks for them: none found is not the same. */
  readonly scope: Scope | null;
}

/** Reads how a unit binds under a code. */
export type AttributeReader = (unit: Unit, code: string, evidence?: readonly Evidence[]) => Attributes;

/**
 * A function that reads how a unit of the instrument binds under a code. `evidence` says which words spoke for the code: of
 * several sentences, theirs is read. In a language without a grammar, modality is what the code's rules mostly are.
 */
export function attributeReader(instrument: Instrument): AttributeReader {
  const language = primaryTag(instrument.metadata.language);
  const grammar = grammarOf(language);
  const clausesOf = grammar === null ? null : clauseReader(grammar, language === 'en');
  const isTreaty = instrument.metadata.kind === 'agreement' || instrument.metadata.kind === 'convention';
  const country = instrument.metadata.jurisdictions[0]?.slice(0, 2) ?? '';
  const addressee = addresseeReader(instrument, language);
  return (unit, code, evidence = []) => {
    const text = wordsOf(unit);
    const leadText = unit.lead.map((p) => p.text).find((t) => t.trim() !== '') ?? '';
    const lead =
      clausesOf === null || leadText === '' || !INTRODUCES.test(leadText.trim()) ? null : leadClause(unit, clausesOf);
    const focus = { places: placesOf(unit, evidence), isItem: lead !== null };
    const own = clausesOf === null ? null : rulingClause(clausesOf(text), focus);
    const who = addressee(own, lead);
    const scopes = unit.own.flatMap((piece) => scopeOf(piece.text, language, piece.start) ?? []);
    return {
      modality: modalityOf({ code, own, lead, leadText, addressee: who, isTreaty }),
      force: forceOf(own, lead, grammar),
      addressee: who,
      quantities: unit.own.flatMap((piece) => quantities(piece.text, { offset: piece.start, country, language })),
      scope:
        scopes.length === 0
          ? null
          : { conditions: scopes.flatMap((s) => s.conditions), exceptions: scopes.flatMap((s) => s.exceptions) },
    };
  };
}

/** The clause of the nearest introducing words that does an act. */
function leadClause(unit: Unit, clausesOf: (text: string) => readonly Clause[]): Clause | null {
  const clauses = unit.lead.map((p) => rulingClause(clausesOf(p.text), { places: [], isItem: false }));
  return clauses.find((c) => c !== null && c.act !== null) ?? clauses[0] ?? null;
}

/** Places in the unit's joined words where the evidence for the code stands. */
function placesOf(unit: Unit, evidence: readonly Evidence[]): number[] {
  const places: number[] = [];
  let offset = 0;
  for (const piece of unit.own) {
    for (const { span, weight } of evidence)
      if (span !== null && weight > 0 && piece.start <= span.start && span.start < piece.end)
        places.push(offset + span.start - piece.start);
    offset += piece.text.length + 1;
  }
  return places;
}

/**
 * The attributes of a provision under a code, whether or not the coder would read it: a unit without words of its own is
 * read with the words of its parts. @throws Error where the instrument has no such provision.
 */
export function attributesAt(
  instrument: Instrument,
  eId: string,
  code: string,
  evidence: readonly Evidence[] = [],
): Attributes {
  const provision = byEId(instrument).get(eId);
  if (provision === undefined) throw new Error(`${instrument.metadata.id} has no provision ${eId}.`);
  return attributeReader(instrument)(unitOf(instrument, provision), code, evidence);
}
