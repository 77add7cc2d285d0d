import type { ClauseAnnotation, CodedInstrument, ProvisionRef } from '../../model/index.js';
import { HEARD } from '../sides/sides.js';
import { unitOf } from './rules.js';

/** So many clauses stand beside a tension at most. */
const SHOWN = 3;

/** Where a reconciling clause may stand: the rule's own instrument first, then the other law of the same legal order. */
export interface Ground {
  readonly rule: ClauseAnnotation;
  readonly own: CodedInstrument;
  readonly order: readonly CodedInstrument[];
}

/**
 * The clauses that may reconcile, best first: by the order of the codes asked for, then the rule's own instrument, then the same article, then the
 * surest (to a tenth), then the nearest in the text. Neither of the two rules reconciles itself.
 */
export function reconcile(
  wanted: readonly (readonly ['left' | 'right', string])[],
  left: Ground,
  right: Ground,
): readonly ProvisionRef[] {
  const found: ProvisionRef[] = [];
  const isTaken = (p: ProvisionRef) =>
    [left.rule.provision, right.rule.provision, ...found].some((q) => q.instrument === p.instrument && q.eId === p.eId);
  for (const [side, code] of wanted) {
    const ground = side === 'left' ? left : right;
    const best = clauses(ground, code).find((a) => !isTaken(a.provision));
    if (best !== undefined) found.push(best.provision);
  }
  return found.slice(0, SHOWN);
}

function clauses({ rule, own, order }: Ground, code: string): readonly ClauseAnnotation[] {
  const here = own.annotations.filter((a) => a.code === code && a.confidence >= HEARD);
  const unit = unitOf(own, rule.provision.eId);
  const inUnit = (a: ClauseAnnotation) => (unitOf(own, a.provision.eId) === unit ? 0 : 1);
  const nearest = [...here].sort(
    (a, b) =>
      inUnit(a) - inUnit(b) ||
      tenths(b) - tenths(a) ||
      Math.abs(a.span.start - rule.span.start) - Math.abs(b.span.start - rule.span.start) ||
      a.span.start - b.span.start,
  );
  if (nearest.length > 0) return nearest;
  return order
    .flatMap((c) => c.annotations.filter((a) => a.code === code && a.confidence >= HEARD))
    .sort((a, b) => b.confidence - a.confidence || (a.provision.instrument < b.provision.instrument ? -1 : 1));
}

const tenths = (a: ClauseAnnotation) => Math.round(a.confidence * 10);
