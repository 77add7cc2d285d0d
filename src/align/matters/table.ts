import type { Matters } from './sorting.js';

/** Signs with less weight than this in a matter are not kept: they fill the table and tell nothing. */
const LEAST = 0.04;

/** The matters as a table: a line of signs, then a line a matter: its label, a tab, and the place of each sign with its weight in hundredths. */
export function writeTable({ labels, signs }: Matters): string {
  const names = [...signs.keys()].sort();
  const lines = labels.map((label, k) => {
    const held = names.flatMap((name, at) => {
      const weight = Math.round((signs.get(name)?.[k] ?? 0) * 100);
      return weight < LEAST * 100 ? [] : [`${at}.${weight}`];
    });
    return `${label}\t${held.join(' ')}`;
  });
  return [names.join(','), ...lines].join('\n');
}

/** The matters of a table that `writeTable` wrote; none of an empty one. */
export function readTable(table: string): Matters {
  const [head = '', ...lines] = table.split('\n');
  if (head === '') return { labels: [], signs: new Map() };
  const names = head.split(',');
  const signs = new Map<string, Float64Array>();
  const labels = lines.map((line, k) => {
    const [label = '', held = ''] = line.split('\t');
    for (const entry of held.split(' ')) {
      const [at, weight] = entry.split('.');
      const name = names[Number(at)];
      if (name === undefined || weight === undefined) continue;
      const row = signs.get(name) ?? new Float64Array(lines.length);
      signs.set(name, row);
      row[k] = Number(weight) / 100;
    }
    return label;
  });
  return { labels, signs };
}
