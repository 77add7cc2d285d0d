import { leanings, regimeMap } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { table } from '../output.js';
import { many, text } from '../print.js';
import { asInput, scoringInput } from '../scoring/input.js';
import { put, weightLine } from '../scoring/sheet.js';
import { openForReading } from '../study.js';
import { oneScope } from './score.js';

const LEANING = ['side', 'archetype', 'distance', 'low', 'high', 'rank', 'support', 'purity'];
const CLUSTER = ['cluster', 'stability', 'members'];
const POINT = ['side', 'x', 'y', 'cluster'];
const SCOPE_MEND = 'lexatlas score --by code lists the codes; families and principles are scopes too.';
/** Kruskal's (1964) verdicts on stress: over a fifth is poor. */
const POOR = 0.2;

/** Prints each side's distance to each archetype, or clusters, or a map in two dimensions. */
export const regimesCommand: Action = async (_positional, options) => {
  const by = text(options.by) ?? 'archetype';
  if (!['archetype', 'cluster', 'map'].includes(by))
    throw new InputError(`--by ${by} is unknown.`, 'Take archetype, cluster or map.');
  const study = openForReading(options);
  try {
    const input = scoringInput(study, options);
    const sides = many(options.side);
    const footer = weightLine(study, options, 'regimes');
    if (by === 'archetype') {
      const rows = asInput(() => leanings(input, oneScope(options), sides), SCOPE_MEND).map((r) => ({ ...r }));
      const nearest = rows.filter((r) => r.rank === 1 || sides.length > 0);
      const forPerson = () => `${table(nearest, LEANING)}${footer}`;
      put({ command: 'regimes', columns: LEANING, rows, forPerson }, study, options);
      return;
    }
    const map = asInput(() => regimeMap(input, oneScope(options), sides), SCOPE_MEND);
    const clusters = map.clusters.map((c, i) => ({
      cluster: i + 1,
      stability: Number(c.stability.toFixed(3)),
      members: c.members.join(' '),
    }));
    const points = map.points.map((p) => ({ ...p }));
    const told = `Stress-1 ${map.stress.toFixed(3)}${map.stress > POOR ? ' (poor: read the distances, not the map)' : ''}; the two axes hold ${(map.explained * 100).toFixed(0)} %.${map.left.length > 0 ? ` Left out for want of figures: ${map.left.join(', ')}.` : ''}\n`;
    const [columns, rows] = by === 'cluster' ? [CLUSTER, clusters] : [POINT, points];
    const forPerson = () => `${table(rows, columns)}${by === 'map' ? told : ''}${footer}`;
    put({ command: `regimes --by ${by}`, columns, rows, parts: { map }, forPerson }, study, options);
  } finally {
    study.close();
  }
};
