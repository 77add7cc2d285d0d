import type { ClauseAnnotation } from '../../model/index.js';

/** A coding that comes in where another annotator's stands and says something else. */
export interface Conflict {
  readonly incoming: ClauseAnnotation;
  readonly standing: ClauseAnnotation;
  /** `ruled out`, `ruled in`, or the attributes that differ. */
  readonly differs: string;
}

/** What comes in and what stands of the same provision and code, by different annotators, where they do not say the same. */
export function conflicts(incoming: readonly ClauseAnnotation[], standing: readonly ClauseAnnotation[]): Conflict[] {
  const nameOf = (a: ClauseAnnotation): string => `${a.provision.instrument} ${a.provision.eId} ${a.code}`;
  const byName = new Map<string, ClauseAnnotation[]>();
  for (const a of standing) byName.set(nameOf(a), [...(byName.get(nameOf(a)) ?? []), a]);
  return incoming.flatMap((a) =>
    (byName.get(nameOf(a)) ?? []).flatMap((other) => {
      const differs = other.annotator === a.annotator ? '' : difference(a, other);
      return differs === '' ? [] : [{ incoming: a, standing: other, differs }];
    }),
  );
}

function difference(a: ClauseAnnotation, b: ClauseAnnotation): string {
  if ((a.rejects === true) !== (b.rejects === true)) return a.rejects === true ? 'ruled out' : 'ruled in';
  if (a.rejects === true) return '';
  return (['modality', 'force', 'addressee'] as const)
    .filter((name) => a[name] !== b[name])
    .map((name) => `${name} ${b[name]} → ${a[name]}`)
    .join(', ');
}
