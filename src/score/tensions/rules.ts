import type { ClauseAnnotation } from '../../model/index.js';
import type { Law } from './clauses.js';
import type { RuleFilter } from './patterns.js';

/** Of the articles of one instrument that carry a code, the surest this many enter pairs: more repeat the same conflict. */
const PER_INSTRUMENT = 3;

/** An instrument with those of its rules that take part. */
export interface Holder {
  readonly coded: Law;
  readonly rules: readonly ClauseAnnotation[];
}

/** The instruments that have rules of the kind, each with its surest ones, one an article. */
export function holders(coded: readonly Law[], filter: RuleFilter): readonly Holder[] {
  return coded.flatMap((c) => {
    const rules = surest(c, filter);
    return rules.length === 0 ? [] : [{ coded: c, rules }];
  });
}

/**
 * The surest rules of an instrument, hard before soft, and what has somebody told last, one an article, at most `PER_INSTRUMENT`. Those that
 * only define are no rules, and what stands in a unit that nobody can cite is none to show.
 */
export function surest(
  coded: Law,
  { codes, modalities, not = [], waits = false }: RuleFilter,
): readonly ClauseAnnotation[] {
  const seen = new Set<string>();
  return coded
    .heard(codes)
    .filter((a) => a.modality !== 'definition')
    .filter((a) => (modalities === null || modalities.includes(a.modality)) && !not.includes(a.addressee))
    .filter((a) => coded.clauses.byEId.get(a.provision.eId)?.citation != null)
    .map((a) => ({ a, tells: coded.clauses.byEId.get(a.provision.eId)?.tells === true }))
    .filter(({ tells }) => !waits || !tells)
    .sort((x, y) => weight(y) - weight(x) || x.a.span.start - y.a.span.start)
    .map(({ a }) => a)
    .filter((a) => {
      const unit = unitOf(coded, a.provision.eId);
      return !seen.has(unit) && seen.add(unit);
    })
    .slice(0, PER_INSTRUMENT);
}

/** eId of the article or section that holds a provision; its own eId outside articles. */
export function unitOf({ clauses }: Law, eId: string): string {
  return clauses.byEId.get(eId)?.unit ?? eId;
}

/** A soft rule, and one that only has somebody told, stand behind rules half as sure. */
const weight = ({ a, tells }: { readonly a: ClauseAnnotation; readonly tells: boolean }): number =>
  a.confidence * (a.force === 'hard' ? 1 : 0.5) * (tells ? 0.5 : 1);
