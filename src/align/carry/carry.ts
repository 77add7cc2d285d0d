import type { Alignment, ClauseAnnotation, Instrument, ProvisionRef, Span } from '../../model/index.js';
import { type Fate, type Place, places } from './places.js';

/** What was carried over to a new version, and what a person has to look at. */
export interface Carried {
  /** Annotations at their new places; orphaned and ambiguous ones are left out. */
  readonly annotations: readonly ClauseAnnotation[];
  /** Alignments with the instrument's side at its new place; likewise. */
  readonly alignments: readonly Alignment[];
  /** One row for each provision that an annotation or alignment names, in the old version's order. */
  readonly report: readonly CarriedRow[];
}

export interface CarriedRow {
  readonly from: string;
  readonly fate: Fate;
  readonly to: string | null;
  readonly likeness: number;
  readonly among: readonly string[];
  readonly annotations: number;
  readonly alignments: number;
}

/**
 * Carries annotations and alignments of an instrument over to a new version of it. Provisions are found by place and words
 * (`places`), the words that state a rule by their quote; where the quote is gone the whole provision stands for it and its evidence is dropped.
 * @throws Error where an annotation names a provision that the old version lacks.
 */
export function carry(
  old: Instrument,
  now: Instrument,
  annotations: readonly ClauseAnnotation[],
  alignments: readonly Alignment[] = [],
): Carried {
  const id = old.metadata.id;
  const mine = annotations.filter((a) => a.provision.instrument === id);
  const refs = [
    ...mine.map((a) => a.provision),
    ...alignments.flatMap((a) => (a.right === null ? [a.left] : [a.left, a.right])),
  ];
  const named = refs.flatMap((r) => (r.instrument === id ? [r.eId] : []));
  const at = places(old, now, named);
  for (const eId of named)
    if (!at.has(eId)) throw new Error(`${id} has no provision ${eId}; are these annotations of another version?`);
  const move = (ref: ProvisionRef): ProvisionRef | null => {
    if (ref.instrument !== id) return ref;
    const to = at.get(ref.eId)?.to ?? null;
    return to === null ? null : { instrument: now.metadata.id, eId: to.eId };
  };
  return {
    annotations: mine.flatMap((a) => moveAnnotation(a, at.get(a.provision.eId), old, now)),
    alignments: alignments.flatMap((a): Alignment[] => {
      const left = move(a.left);
      const right = a.right === null ? null : move(a.right);
      return left === null || (a.right !== null && right === null) ? [] : [{ ...a, left, right }];
    }),
    report: [...at.values()].map((p) => ({
      from: p.from.citation ?? p.from.eId,
      fate: p.fate,
      to: p.to === null ? null : (p.to.citation ?? p.to.eId),
      likeness: p.likeness,
      among: p.among.map((q) => q.citation ?? q.eId),
      annotations: mine.filter((a) => a.provision.eId === p.from.eId).length,
      alignments: alignments.filter((a) => isAt(a.left, id, p) || isAt(a.right, id, p)).length,
    })),
  };
}

const isAt = (ref: ProvisionRef | null, id: string, p: Place) => ref?.instrument === id && ref.eId === p.from.eId;

function moveAnnotation(
  a: ClauseAnnotation,
  place: Place | undefined,
  old: Instrument,
  now: Instrument,
): ClauseAnnotation[] {
  const to = place?.to ?? null;
  if (to === null) return [];
  const find = (span: Span): Span | null => {
    const quote = old.text.slice(span.start, span.end);
    const start = quote === '' ? -1 : now.text.indexOf(quote, to.span.start);
    return start < 0 || start + quote.length > to.span.end ? null : { start, end: start + quote.length };
  };
  return [
    {
      ...a,
      provision: { instrument: now.metadata.id, eId: to.eId },
      span: find(a.span) ?? to.span,
      evidence: a.evidence.flatMap((e) => {
        if (e.span === null) return [e];
        const span = find(e.span);
        return span === null ? [] : [{ ...e, span }];
      }),
      quantities: a.quantities.flatMap((q) => {
        const span = find(q.span);
        return span === null ? [] : [{ ...q, span }];
      }),
    },
  ];
}
