import { keyOf, type Mark } from './marks.js';

/** An article and code on which machine and gold differ. */
export interface EvaluationError {
  readonly kind: 'wrong' | 'missed';
  readonly instrument: string;
  /** Pinpoint of the smallest unit. */
  readonly provision: string;
  readonly code: string;
  /** The machine's confidence; null where it missed the code. */
  readonly confidence: number | null;
  /** Codes that the other side gave in the same article and this one did not: what it was mistaken for. */
  readonly instead: readonly string[];
}

/** A code that stands in the gold where the machine gave another one in the same article. */
export interface Confusion {
  readonly gold: string;
  readonly given: string;
  readonly articles: number;
}

/** Differences at article level, told at the smallest unit that shows them. */
export function errorsOf(wanted: readonly Mark[], given: readonly Mark[]): EvaluationError[] {
  const wrong = without(given, wanted).map((m) => toError('wrong', m, wanted, given));
  const missed = without(wanted, given).map((m) => toError('missed', m, given, wanted));
  wrong.sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
  return Array.from({ length: Math.max(wrong.length, missed.length) }, (_, i) => [wrong[i], missed[i]])
    .flat()
    .filter((e) => e !== undefined);
}

function without(marks: readonly Mark[], others: readonly Mark[]): Mark[] {
  const known = new Set(others.map((m) => keyOf(m, 'article')));
  const first = new Map<string, Mark>();
  for (const mark of marks) {
    const key = keyOf(mark, 'article');
    const best = first.get(key);
    if (!known.has(key) && (best === undefined || (best.confidence ?? 0) < (mark.confidence ?? 0)))
      first.set(key, mark);
  }
  return [...first.values()];
}

function toError(
  kind: EvaluationError['kind'],
  mark: Mark,
  others: readonly Mark[],
  own: readonly Mark[],
): EvaluationError {
  const isHere = (m: Mark): boolean => m.instrument === mark.instrument && m.article === mark.article;
  const mine = new Set(own.filter(isHere).map((m) => m.code));
  const instead = [...new Set(others.filter(isHere).map((m) => m.code))].filter((c) => !mine.has(c)).sort();
  const { instrument, provision, code, confidence } = mark;
  return { kind, instrument, provision, code, confidence, instead };
}

/** What codes were mistaken for each other, most frequent first: missed codes against wrong ones of the same article. */
export function confusionsOf(errors: readonly EvaluationError[]): Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { kind, code, instead } of errors)
    for (const given of kind === 'missed' ? instead : []) {
      const key = `${code} ${given}`;
      counts.set(key, { gold: code, given, articles: (counts.get(key)?.articles ?? 0) + 1 });
    }
  return [...counts.values()].sort(
    (a, b) => b.articles - a.articles || (`${a.gold} ${a.given}` < `${b.gold} ${b.given}` ? -1 : 1),
  );
}
