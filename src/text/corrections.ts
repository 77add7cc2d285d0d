import type { ClauseAnnotation } from '../model/index.js';

/**
 * The codings that stand when a person has corrected the machine: theirs, in their order, after what they leave of the
 * machine's. A person's coding replaces the machine's of the same provision and code; a rejection takes away the machine's
 * of that code at the provision and inside it, and a person's own earlier coding of exactly that provision and code.
 */
export function corrected(
  machine: readonly ClauseAnnotation[],
  hand: readonly ClauseAnnotation[],
): readonly ClauseAnnotation[] {
  const last = new Map(hand.map((a) => [keyOf(a), a]));
  const rejected = [...last.values()].filter((a) => a.rejects === true);
  const isRejected = (a: ClauseAnnotation): boolean =>
    rejected.some((r) => r.code === a.code && r.provision.instrument === a.provision.instrument && isWithin(a, r));
  return [
    ...machine.filter((a) => !last.has(keyOf(a)) && !isRejected(a)),
    ...[...last.values()].filter((a) => a.rejects !== true),
  ];
}

const keyOf = (a: ClauseAnnotation): string => `${a.provision.instrument} ${a.provision.eId} ${a.code}`;

/** Akoma Ntoso names a unit by its parents' names and its own, joined by two underscores. */
function isWithin(a: ClauseAnnotation, outer: ClauseAnnotation): boolean {
  const { eId } = outer.provision;
  return a.provision.eId === eId || a.provision.eId.startsWith(`${eId}__`);
}
