import { readFileSync } from 'node:fs';
import type { ScoreInput } from '../../src/score/index.js';
import { distances } from '../../src/score/index.js';

/** An ordinal statement, written down before any figure was looked at, with the literature that is its reason. */
interface Statement {
  readonly id: string;
  readonly kind: 'nearer' | 'leans';
  readonly side: string;
  readonly near: string;
  /** Null: nearest of all archetypes. */
  readonly far: string | null;
  readonly scope: string;
  readonly literature: string;
}

interface Verdict {
  readonly near: number;
  readonly far: number;
  readonly than: string;
}

const ARCHETYPES = ['adequacy', 'accountability', 'consent', 'localization', 'free-flow', 'long-arm'];

/** The forty statements with their distances by machine codes and, where both sides have it, by gold; and how many hold. */
export function statementsTable(machine: ScoreInput | null, gold: ScoreInput): string {
  const { statements } = JSON.parse(readFileSync('bench/score/statements.json', 'utf8')) as { statements: Statement[] };
  const readings = [
    ['machine', machine],
    ['gold', gold],
  ] as const;
  const lines = [
    'Forty ordinal statements: distance to the nearer and to the farther side. Gold was coded by careful reading with machine assistance.',
    'id\tside\tnearer\tfarther\tmachine\tgold',
  ];
  const score = new Map<string, [holds: number, of: number]>();
  const verdicts = readings.map(([name, input]) => [name, input === null ? null : judge(statements, input)] as const);
  for (const s of statements) {
    const cells = verdicts.map(([name, judged]) => {
      const v = judged?.get(s.id);
      if (v === undefined) return '-';
      const holds = v.near < v.far;
      const [h, n] = score.get(name) ?? [0, 0];
      score.set(name, [h + (holds ? 1 : 0), n + 1]);
      return `${holds ? 'holds' : 'FAILS'} ${v.near.toFixed(3)} ${v.far.toFixed(3)}${s.far === null ? ` (${v.than})` : ''}`;
    });
    lines.push([s.id, s.side, s.near, s.far ?? 'every other archetype', ...cells].join('\t'));
  }
  for (const [name, [h, n]] of score) lines.push(`${name}: ${h} of ${n} hold (${((100 * h) / n).toFixed(0)} %)`);
  const poles = ARCHETYPES.map((a) => `archetype/${a}`);
  const own = machine === null ? [] : poles.filter((a) => distances(machine, [[a, a]], 'all')[0] === 0);
  lines.push(`Archetypes at distance 0 from themselves: ${own.length} of ${poles.length}`);
  return lines.join('\n');
}

function judge(statements: readonly Statement[], input: ScoreInput): ReadonlyMap<string, Verdict> {
  const found = new Map<string, Verdict>();
  for (const s of statements) {
    const others = s.far === null ? ARCHETYPES.map((a) => `archetype/${a}`).filter((a) => a !== s.near) : [s.far];
    const [near, ...far] = distances(
      input,
      [s.near, ...others].map((other) => [s.side, other] as const),
      s.scope,
    );
    const closest = far.reduce<number>((best, d, i) => ((d ?? 2) < (far[best] ?? 2) ? i : best), 0);
    const distance = far[closest] ?? null;
    if (near == null || distance === null) continue;
    found.set(s.id, { near, far: distance, than: (others[closest] ?? '').replace('archetype/', '') });
  }
  return found;
}
