import type { Verdict } from '../../scripts/training/judge.js';
import { byEId } from '../../src/text/provisions.js';
import { score } from '../measures.js';
import { codeOf, countsOfCodes, LEAST_CASES } from './tables.js';

const WORST = 10;
const EACH = 3;

interface Failure {
  readonly place: string;
  readonly confidence: number;
}

/** The worst codes with the surest false alarms and the most doubted misses, by citation. */
export function failures(verdicts: readonly Verdict[], codes: readonly string[]): string[] {
  return countsOfCodes(verdicts, codes)
    .filter(([, c]) => c.hits + c.missed >= LEAST_CASES)
    .map(([code, c]) => ({ code, f1: score(c).f1 ?? 0 }))
    .sort((a, b) => a.f1 - b.f1)
    .slice(0, WORST)
    .flatMap(({ code, f1 }) => {
      const alarms = listed(verdicts, code, (v) => [...v.found].filter((k) => !v.expected.has(k)), -1);
      const misses = listed(verdicts, code, (v) => [...v.expected].filter((k) => !v.found.has(k)), 1);
      return [
        `${code} (F1 ${f1.toFixed(2)})`,
        ...alarms.map((a) => `  false alarm ${a}`),
        ...misses.map((m) => `  missed ${m}`),
      ];
    });
}

function listed(
  verdicts: readonly Verdict[],
  code: string,
  keys: (v: Verdict) => readonly string[],
  order: 1 | -1,
): string[] {
  const rows = verdicts.flatMap((v): Failure[] => {
    const map = byEId(v.gold.instrument);
    return keys(v)
      .filter((k) => codeOf(k) === code)
      .map((k) => {
        const eId = k.slice(0, k.lastIndexOf(' '));
        const confidence = Math.max(
          0,
          ...v.weighed.filter((w) => w.code === code && w.article === eId).map((w) => w.confidence),
        );
        const p = map.get(eId);
        return { place: `${v.gold.id} ${p?.citation ?? eId} ${p?.heading ?? ''}`.trim(), confidence };
      });
  });
  return rows
    .sort((a, b) => order * (a.confidence - b.confidence) || (a.place < b.place ? -1 : 1))
    .slice(0, EACH)
    .map((f) => `${f.place.slice(0, 90)} (${f.confidence.toFixed(2)})`);
}
