/** Hits, false alarms and misses; `add` sums them. */
export interface Counts {
  hits: number;
  extra: number;
  missed: number;
}

/** Precision, recall and F1 in [0,1]; null where nothing was claimed, expected, or both. */
export interface Scores {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Counts of a set of claims against the expected set. */
export function compare(expected: ReadonlySet<string>, claimed: ReadonlySet<string>): Counts {
  let hits = 0;
  for (const key of claimed) if (expected.has(key)) hits += 1;
  return { hits, extra: claimed.size - hits, missed: expected.size - hits };
}

/** The sum of counts; all zero for an empty list. */
export function sum(all: Iterable<Counts>): Counts {
  const out = { hits: 0, extra: 0, missed: 0 };
  for (const c of all) {
    out.hits += c.hits;
    out.extra += c.extra;
    out.missed += c.missed;
  }
  return out;
}

/** Precision, recall and F1 of counts. */
export function score({ hits, extra, missed }: Counts): Scores {
  const precision = hits + extra === 0 ? null : hits / (hits + extra);
  const recall = hits + missed === 0 ? null : hits / (hits + missed);
  return { precision, recall, f1: hits + extra + missed === 0 ? null : (2 * hits) / (2 * hits + extra + missed) };
}

/** One line of a table: label, P, R, F1 and the three counts, tab-separated. */
export function line(label: string, counts: Counts): string {
  const { precision, recall, f1 } = score(counts);
  const figures = [precision, recall, f1].map((x) => (x === null ? ' –  ' : x.toFixed(3)));
  return [label.padEnd(40), ...figures, counts.hits, counts.extra, counts.missed].join('\t');
}
