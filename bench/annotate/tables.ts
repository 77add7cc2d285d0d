import type { Verdict } from '../../scripts/training/judge.js';
import { byEId } from '../../src/text/provisions.js';
import { type Counts, compare, line, score, sum } from '../measures.js';

/** Families of the codebook whose figures have a goal of their own. */
const CORE = /^(?:transfer|jurisdiction|localization|remedies)\./u;
/** Codes with fewer gold cases are listed but kept out of the macro average. */
export const LEAST_CASES = 10;
const BANDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

export const codeOf = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);
const languageOf = (v: Verdict): string => v.gold.instrument.metadata.language.slice(0, 2);

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function narrowed(verdict: Verdict, keep: (code: string) => boolean): Counts {
  const only = (keys: ReadonlySet<string>): Set<string> => new Set([...keys].filter((k) => keep(codeOf(k))));
  return compare(only(verdict.expected), only(verdict.found));
}

/** The families with a goal of their own, over English gold and over all. */
export function core(verdicts: readonly Verdict[]): string[] {
  const english = verdicts.filter((v) => languageOf(v) === 'en');
  const counts = (list: readonly Verdict[]): Counts => sum(list.map((v) => narrowed(v, (c) => CORE.test(c))));
  return [line('English, transfer … remedies', counts(english)), line('all, transfer … remedies', counts(verdicts))];
}

export function byLanguage(verdicts: readonly Verdict[]): string[] {
  const asian = new Set(['zh', 'ja', 'ko', 'pt']);
  const groups = groupBy(verdicts, languageOf);
  return [
    ...[...groups].map(([language, list]) =>
      line(`language ${language}`, sum(list.map((v) => compare(v.expected, v.found)))),
    ),
    line(
      'zh, ja, ko, pt',
      sum(verdicts.filter((v) => asian.has(languageOf(v))).map((v) => compare(v.expected, v.found))),
    ),
  ];
}

export function units(verdicts: readonly Verdict[]): string[] {
  return [line('smallest units', sum(verdicts.map((v) => compare(v.expectedUnits, v.foundUnits))))];
}

/** Each instrument, then the drafting families. */
export function byInstrument(verdicts: readonly Verdict[]): string[] {
  const drafting = groupBy(verdicts, draftingOf);
  return [
    ...verdicts.map((v) => line(v.gold.id, compare(v.expected, v.found))),
    ...[...drafting].map(([name, list]) =>
      line(`drafting: ${name}`, sum(list.map((v) => compare(v.expected, v.found)))),
    ),
  ];
}

function draftingOf(v: Verdict): string {
  const id = v.gold.id;
  if (id.startsWith('tota/')) return 'agreement';
  if (id.startsWith('eu/')) return 'European Union';
  if (/^(?:ca|in|us|rw)\//u.test(id)) return 'common law';
  return /^(?:cn|jp|kr)\//u.test(id) ? 'East Asian' : 'civil law';
}

export function byFamily(verdicts: readonly Verdict[]): string[] {
  const families = [...new Set(verdicts.flatMap((v) => [...v.expected].map((k) => codeOf(k).split('.')[0] ?? '')))];
  return families.sort().map((f) => line(f, sum(verdicts.map((v) => narrowed(v, (c) => c.startsWith(`${f}.`))))));
}

/** Counts of each code, most gold cases first. */
export function countsOfCodes(verdicts: readonly Verdict[], codes: readonly string[]): [string, Counts][] {
  return codes
    .map((code): [string, Counts] => [code, sum(verdicts.map((v) => narrowed(v, (c) => c === code)))])
    .sort(([, a], [, b]) => b.hits + b.missed - (a.hits + a.missed));
}

export function byCode(verdicts: readonly Verdict[], codes: readonly string[]): string[] {
  const counts = countsOfCodes(verdicts, codes);
  const often = counts.filter(([, c]) => c.hits + c.missed >= LEAST_CASES);
  const macro = often.reduce((total, [, c]) => total + (score(c).f1 ?? 0), 0) / often.length;
  return [
    ...counts.map(([code, c]) => line(code, c)),
    `macro-F1 over the ${often.length} codes with ${LEAST_CASES} cases or more\t\t\t${macro.toFixed(3)}`,
  ];
}

/** How often readers agree with claims of like confidence, below the threshold too, at smallest units. */
export function reliability(verdicts: readonly Verdict[]): string[] {
  const rows = BANDS.map((from) => ({ from, n: 0, right: 0, sum: 0 }));
  for (const v of verdicts)
    for (const w of v.weighed) {
      const row = rows[Math.min(Math.floor(w.confidence * BANDS.length), BANDS.length - 1)];
      if (row === undefined) continue;
      row.n += 1;
      row.sum += w.confidence;
      if (v.expectedUnits.has(`${w.provision.eId} ${w.code}`)) row.right += 1;
    }
  const all = rows.reduce((n, r) => n + r.n, 0);
  const error = rows.reduce((e, r) => e + (r.n === 0 ? 0 : (r.n / all) * Math.abs(r.sum / r.n - r.right / r.n)), 0);
  return [
    'confidence\tclaims\tmean\tright',
    ...rows.map(({ from, n, right, sum: total }) =>
      [
        `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
        n,
        n === 0 ? '–' : (total / n).toFixed(3),
        n === 0 ? '–' : (right / n).toFixed(3),
      ].join('\t'),
    ),
    `expected calibration error\t\t\t${error.toFixed(4)}`,
  ];
}

/** How far the codes of two language versions agree, article by article, as F1 of one against the other. */
export function agreements(verdicts: readonly Verdict[]): string[] {
  const groups = [...groupBy(verdicts, (v) => v.gold.group).values()].filter((g) => g.length > 1);
  return [
    ['law', 'both', 'only first', 'only second', 'F1'].join('\t'),
    ...groups.map(([first, second]) => {
      if (first === undefined || second === undefined) return '';
      const counts = compare(cited(first), cited(second));
      const name = `${first.gold.group} ${languageOf(first)}/${languageOf(second)}`;
      return [name, counts.hits, counts.missed, counts.extra, (score(counts).f1 ?? 0).toFixed(3)].join('\t');
    }),
  ];
}

function cited(v: Verdict): Set<string> {
  const map = byEId(v.gold.instrument);
  return new Set([...v.found].map((k) => `${map.get(k.slice(0, k.lastIndexOf(' ')))?.citation ?? k} ${codeOf(k)}`));
}
