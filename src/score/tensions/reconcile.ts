import type { ClauseAnnotation, ProvisionRef } from '../../model/index.js';
import type { Law } from './clauses.js';
import { unitOf } from './rules.js';

/** So many clauses stand beside a tension at most. */
const SHOWN = 3;

/** A derogation lets pass what its own law bars; it opens no other law's bar. */
const OWN_ONLY = ['transfer.derogation'];

/** Where a reconciling clause may stand: the rule's own instrument first, then the other law of the same legal order. */
export interface Ground {
  readonly rule: ClauseAnnotation;
  readonly own: Law;
  readonly order: readonly Law[];
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
  /** A clause of another law must speak of the other order's commands, one of its own law of what lies abroad at all. */
  const counted = (c: Law) =>
    c
      .heard([code])
      .filter((a) => !abroad || c.clauses.byEId.get(a.provision.eId)?.[c === own ? 'abroad' : 'orders'] === true);
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

/** The list that the clause is a point of, where more of its points carry the code; the clause itself where that would hold the rule too. */
function whole(best: ClauseAnnotation, { rule, own, order }: Ground): ProvisionRef {
  const held = [own, ...order].find((c) => c.instrument.metadata.id === best.provision.instrument);
  const list = held?.clauses.byEId.get(best.provision.eId)?.list;
  if (held === undefined || list == null) return best.provision;
  const holds = (a: ClauseAnnotation) => list.span.start <= a.span.start && a.span.end <= list.span.end;
  if (held === own && holds(rule)) return best.provision;
  const points = new Set(
    held
      .heard([best.code])
      .filter(holds)
      .map((a) => a.provision.eId),
  );
  return points.size > 1 ? { ...best.provision, eId: list.eId } : best.provision;
}

const tenths = (a: ClauseAnnotation) => Math.round(a.confidence * 10);
