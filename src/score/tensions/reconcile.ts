import type { ClauseAnnotation, CodedInstrument, ProvisionRef } from '../../model/index.js';
import { primaryTag } from '../../text/metadata.js';
import { ancestry, byEId, ownText } from '../../text/provisions.js';
import { foldLatin, seesAny } from '../../text/sightings.js';
import { HEARD } from '../sides/sides.js';
import { unitOf } from './rules.js';

/** So many clauses stand beside a tension at most. */
const SHOWN = 3;

/** The field's concepts of another order's commands. A clause of another law of the same order must speak of these to reconcile. */
const ORDERS_ABROAD = ['foreign-order', 'executive-agreement'];

/** And of what lies abroad at all: a clause that reconciles laws of two orders speaks of it, as rules of venue at home do not. */
const ABROAD = [...ORDERS_ABROAD, 'third-country', 'treaty', 'international-coop'];

/** A derogation lets pass what its own law bars; it opens no other law's bar. */
const OWN_ONLY = ['transfer.derogation'];

/** Where a reconciling clause may stand: the rule's own instrument first, then the other law of the same legal order. */
export interface Ground {
  readonly rule: ClauseAnnotation;
  readonly own: CodedInstrument;
  readonly order: readonly CodedInstrument[];
}

/**
 * The clauses that may reconcile, best first: by the order of the codes asked for, then the rule's own instrument, then the same article, then the
 * hard ones, then the surest (to a tenth), then the nearest in the text. Neither of the two rules reconciles itself. With `abroad` only clauses
 * count that speak of what lies abroad. Points of one list are shown as the provision that holds them: a list of derogations is one answer.
 */
export function reconcile(
  wanted: readonly (readonly ['left' | 'right', string])[],
  left: Ground,
  right: Ground,
  abroad: boolean,
): readonly ProvisionRef[] {
  const found: ProvisionRef[] = [];
  const isTaken = (p: ProvisionRef) =>
    [left.rule.provision, right.rule.provision, ...found].some((q) => q.instrument === p.instrument && q.eId === p.eId);
  for (const [side, code] of wanted) {
    const ground = side === 'left' ? left : right;
    const best = clauses(ground, code, abroad).find((a) => !isTaken(a.provision));
    const shown = best === undefined ? null : whole(best, ground);
    if (shown !== null && !isTaken(shown)) found.push(shown);
  }
  return found.slice(0, SHOWN);
}

function clauses({ rule, own, order }: Ground, code: string, abroad: boolean): readonly ClauseAnnotation[] {
  const counted = (c: CodedInstrument) =>
    c.annotations.filter(
      (a) =>
        a.code === code &&
        a.confidence >= HEARD &&
        (!abroad || speaksOf(c === own ? ABROAD : ORDERS_ABROAD, c, a.provision.eId)),
    );
  const unit = unitOf(own, rule.provision.eId);
  const inUnit = (a: ClauseAnnotation) => (unitOf(own, a.provision.eId) === unit ? 0 : 1);
  const soft = (a: ClauseAnnotation) => (a.force === 'hard' ? 0 : 1);
  const nearest = counted(own).sort(
    (a, b) =>
      inUnit(a) - inUnit(b) ||
      soft(a) - soft(b) ||
      tenths(b) - tenths(a) ||
      Math.abs(a.span.start - rule.span.start) - Math.abs(b.span.start - rule.span.start) ||
      a.span.start - b.span.start,
  );
  if (nearest.length > 0 || OWN_ONLY.includes(code)) return nearest;
  return order
    .flatMap(counted)
    .sort((a, b) => b.confidence - a.confidence || (a.provision.instrument < b.provision.instrument ? -1 : 1));
}

/** Whether the clause, or what it stands under up to its article, names any of the concepts; true where the field's table lacks the language. */
function speaksOf(concepts: readonly string[], { instrument }: CodedInstrument, eId: string): boolean {
  const clause = byEId(instrument).get(eId);
  if (clause === undefined) return false;
  const governing = ancestry(instrument, clause).filter((p) => p.tier !== 'division');
  const words = foldLatin(governing.map((p) => `${p.heading ?? ''} ${ownText(instrument, p)}`).join(' '));
  return seesAny(words, primaryTag(instrument.metadata.language), concepts) ?? true;
}

/** The list that the clause is a point of, where more of its points carry the code; the clause itself where that would hold the rule too. */
function whole(best: ClauseAnnotation, { rule, own, order }: Ground): ProvisionRef {
  const held = [own, ...order].find((c) => c.instrument.metadata.id === best.provision.instrument);
  const at = held === undefined ? undefined : byEId(held.instrument).get(best.provision.eId);
  const list = held === undefined || at?.parent == null ? undefined : byEId(held.instrument).get(at.parent);
  if (held === undefined || list === undefined || list.tier === 'division' || list.citation === null)
    return best.provision;
  const holds = (a: ClauseAnnotation) => list.span.start <= a.span.start && a.span.end <= list.span.end;
  if (held === own && holds(rule)) return best.provision;
  const points = new Set(
    held.annotations
      .filter((a) => a.code === best.code && a.confidence >= HEARD && holds(a))
      .map((a) => a.provision.eId),
  );
  return points.size > 1 ? { ...best.provision, eId: list.eId } : best.provision;
}

const tenths = (a: ClauseAnnotation) => Math.round(a.confidence * 10);
