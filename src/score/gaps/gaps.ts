import type { ClauseAnnotation, ProvisionRef } from '../../model/index.js';
import { pairDistances } from '../divergence/divergences.js';
import { heard, takePosition } from '../positions.js';
import { prepare, type ScoreInput, type Setting, scopeNamed } from '../setting.js';
import type { Side } from '../sides/sides.js';
import { type Change, changes } from './changes.js';
import { nearestOwn } from './nearest.js';
import { strictness } from './strictness.js';

export type { Change } from './changes.js';

/** `differs`: both have the rule, as hard, made otherwise. `beyond`: this law has what the benchmark lacks. */
export type GapKind = 'lacks' | 'softer' | 'stricter' | 'differs' | 'same' | 'beyond' | 'not-covered' | 'not-in-force';

/** One code of the comparison with a benchmark, with the provisions behind it. */
export interface Gap {
  readonly code: string;
  readonly kind: GapKind;
  readonly benchmark: readonly ProvisionRef[];
  readonly own: readonly ProvisionRef[];
  /** Where this law comes nearest to the benchmark's first provision: aligned with it, else its own on the code, else on the family. */
  readonly nearest: ProvisionRef | null;
  /** How `nearest` was found. */
  readonly nearestBy: 'alignment' | 'code' | 'family' | null;
  /** What makes it so, in one sentence. */
  readonly why: string;
}

/** What a benchmark has that a law lacks, has softer or has stricter, and what would bring it nearer. */
export interface GapReport {
  readonly side: string;
  readonly against: string;
  readonly scope: string;
  /** Divergence now, [0,1]; null where nothing can be compared. */
  readonly total: number | null;
  readonly gaps: readonly Gap[];
  /** Taking over the benchmark's rule on one code, the one that closes most first. */
  readonly changes: readonly Change[];
  /** The greedy path: each step is the best change after those before it. */
  readonly path: readonly Change[];
}

/** Rules whose elements differ by more than half have more that parts them than they share. */
const DIFFERS = 0.5;
const NO_WORDS: readonly number[] = [];

/**
 * The gaps between a side and a benchmark, each an instrument's id or a jurisdiction's code.
 * @throws Error where the study has no such side, or the scope is none.
 */
export function gaps(input: ScoreInput, side: string, against: string, scopeId: string): GapReport {
  const jurisdictions = prepare({ ...input, between: 'jurisdictions', draws: 0 });
  const settings = {
    jurisdictions,
    instruments: prepare({ ...input, between: 'instruments', draws: 0 }, jurisdictions),
  };
  const [mine, theirs] = [side, against].map((name) =>
    sideNamed(name, name.includes('/') ? settings.instruments : settings.jurisdictions),
  );
  if (mine === undefined || theirs === undefined) throw new Error('Two sides are needed.');
  const setting = settings.jurisdictions;
  const scope = scopeNamed(setting, scopeId);
  const codes = scope.codes.map((i) => setting.codes[i] ?? '');
  const elements = pairDistances(setting.plain(mine), setting.plain(theirs), setting.codes, NO_WORDS).elemental;
  const found = codes.flatMap((code, n) => {
    const gap = gapOf(mine, theirs, code, elements[scope.codes[n] ?? -1] ?? Number.NaN, input);
    return gap === null ? [] : [gap];
  });
  const { total, each, path } = changes(mine, theirs, setting, scope);
  return { side, against, scope: scopeId, total, gaps: found, changes: each, path };
}

function sideNamed(name: string, setting: Setting): Side {
  const found = setting.sides.find((s) => s.id === name);
  if (found !== undefined && (found.annotations.size > 0 || found.dormant.size > 0)) return found;
  throw new Error(
    `The study has no coded law of '${name}'${name.includes('/') ? '' : ' in force on the date'}: sides are instruments (eu/gdpr-2016-679) or jurisdictions (SG).`,
  );
}

function gapOf(mine: Side, theirs: Side, code: string, elemental: number, input: ScoreInput): Gap | null {
  const [own, other] = [takePosition(mine, code), takePosition(theirs, code)];
  const [here, there] = [heard(mine, code), heard(theirs, code)];
  if (here.length === 0 && there.length === 0) return null;
  const verdict = judge(own.stance, here, there, elemental);
  const near = nearestOwn(there, here, mine, code, input);
  return { code, ...verdict, benchmark: refs(there), own: own.provisions, ...near };
  function judge(
    stance: typeof own.stance,
    ours: readonly ClauseAnnotation[],
    bench: readonly ClauseAnnotation[],
    distance: number,
  ): Pick<Gap, 'kind' | 'why'> {
    if (bench.length === 0) {
      const unread =
        other.stance === 'not-covered' ? ' The benchmark’s text could not show such a rule either way.' : '';
      return { kind: 'beyond', why: `This law has a rule, the benchmark none was found in.${unread}` };
    }
    if (stance === 'not-in-force')
      return { kind: 'not-in-force', why: 'The rule stands in a text that is no law on the date.' };
    if (stance === 'not-covered')
      return {
        kind: 'not-covered',
        why: 'No text of this law was read that could hold the rule: absence cannot be told.',
      };
    if (stance === 'absent') return { kind: 'lacks', why: 'Searched and not found.' };
    const { degree, why } = strictness(ours, bench, code);
    if (degree !== 0) return { kind: degree > 0 ? 'stricter' : 'softer', why };
    if (distance > DIFFERS) return { kind: 'differs', why: `${makeOf(ours)} here, ${makeOf(bench)} in the benchmark.` };
    return { kind: 'same', why: 'As hard, and made alike.' };
  }
}

/** The commonest modality and addressee of some rules: `mostly obligations of controllers`. */
function makeOf(annotations: readonly ClauseAnnotation[]): string {
  return `Mostly ${commonest(annotations.map((a) => a.modality))}s of ${commonest(annotations.map((a) => a.addressee))}s`;
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? 'rule';
}

function refs(annotations: readonly ClauseAnnotation[]): readonly ProvisionRef[] {
  const seen = new Set<string>();
  return annotations
    .map((a) => a.provision)
    .filter((p) => {
      const key = `${p.instrument} ${p.eId}`;
      return !seen.has(key) && seen.add(key);
    });
}
