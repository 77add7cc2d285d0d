import { blend, mean, pairDistances } from '../divergence/divergences.js';
import type { Scope } from '../scopes.js';
import type { Setting } from '../setting.js';
import type { Side } from '../sides/sides.js';

/** Taking over the benchmark's rule on one code: giving up one's own where the benchmark has none. */
export interface Change {
  readonly code: string;
  readonly act: 'adopt' | 'amend' | 'give-up';
  /** Divergence after the change, [0,1]. */
  readonly after: number;
  /** What it takes off the divergence before it; negative where it would add. */
  readonly closes: number;
}

/** So many steps of the path are shown: after these each further one closes little. */
const STEPS = 6;
/** A change that closes less is no change in a figure of two digits. */
const NOTHING = 0.0005;
const NO_WORDS: readonly number[] = [];

/** Every single change with what it closes, best first, and the greedy path. Exact: each is a new reckoning, nothing is added up. */
export function changes(
  mine: Side,
  theirs: Side,
  setting: Setting,
  scope: Scope,
): { readonly total: number | null; readonly each: readonly Change[]; readonly path: readonly Change[] } {
  const benchmark = setting.plain(theirs);
  const totalOf = (side: Side) => {
    const pair = pairDistances(setting.plain(side), benchmark, setting.codes, NO_WORDS);
    return blend(mean(pair.thematic, scope), mean(pair.elemental, scope), Number.NaN, setting.parts);
  };
  const codes = scope.codes.map((i) => setting.codes[i] ?? '');
  const best = (side: Side, now: number): readonly Change[] =>
    codes
      .filter((code) => side.annotations.has(code) || theirs.annotations.has(code))
      .map((code) => {
        const after = totalOf(taking(side, theirs, code));
        const act = !theirs.annotations.has(code) ? 'give-up' : side.annotations.has(code) ? 'amend' : 'adopt';
        return { code, act, after: round(after), closes: round(now - after) } as const;
      })
      .filter((c) => Math.abs(c.closes) > NOTHING)
      .sort((a, b) => b.closes - a.closes || (a.code < b.code ? -1 : 1));
  const total = totalOf(mine);
  if (Number.isNaN(total)) return { total: null, each: [], path: [] };
  const path: Change[] = [];
  let side = mine;
  let now = total;
  for (let step = 0; step < STEPS; step++) {
    const [next] = best(side, now);
    if (next === undefined || next.closes <= 0) break;
    path.push(next);
    side = taking(side, theirs, next.code);
    now = next.after;
  }
  return { total: round(total), each: best(mine, total), path };
}

/** The side as it would stand with the benchmark's rule on one code, or without its own where the benchmark has none. */
function taking(side: Side, from: Side, code: string): Side {
  const annotations = new Map(side.annotations);
  const rule = from.annotations.get(code);
  if (rule === undefined) annotations.delete(code);
  else annotations.set(code, rule);
  return { ...side, annotations, covers: new Set([...side.covers, code]) };
}

const round = (n: number) => Math.round(n * 1e6) / 1e6;
