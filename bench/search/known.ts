import { readFileSync } from 'node:fs';
import { search } from '../../src/search/index.js';
import type { StudyStore } from '../../src/store/index.js';

/** A query with the provision a scholar means by it; `known.jsonl` was written from knowledge of the law, before the engine was asked. */
interface KnownItem {
  readonly query: string;
  readonly kind: 'citation' | 'words';
  readonly instrument: string;
  readonly provision: string;
}

/** Answers looked through. */
const DEPTH = 10;

/** A table: mean reciprocal rank and success@5 over the 120 known items, and every item that is not answered first. */
export function knownItems(store: StudyStore): string {
  const items = readFileSync(new URL('known.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as KnownItem);
  const ranked = items.map((item) => ({
    ...item,
    rank: rankOf(item, store),
    isHeld: store.cited(item.instrument, item.provision).length > 0,
  }));
  const row = (name: string, of: typeof ranked): string => {
    const mrr = of.reduce((sum, i) => sum + (i.rank === 0 ? 0 : 1 / i.rank), 0) / of.length;
    const atFive = of.filter((i) => i.rank > 0 && i.rank <= 5).length / of.length;
    return `${name.padEnd(34)}${String(of.length).padStart(4)}   MRR ${mrr.toFixed(3)}   success@5 ${atFive.toFixed(3)}`;
  };
  const held = ranked.filter((i) => i.isHeld);
  const later = ranked.filter((i) => i.rank !== 1);
  return [
    row('known items', ranked),
    row(
      '  citations',
      ranked.filter((i) => i.kind === 'citation'),
    ),
    row(
      '  words',
      ranked.filter((i) => i.kind === 'words'),
    ),
    row('  of these, cited so in the study', held),
    'Not answered first (rank, query, right provision):',
    ...later.map(
      (i) =>
        `  ${i.rank === 0 ? '–' : i.rank}  ${i.query}  ${i.instrument} ${i.provision}${i.isHeld ? '' : '  (the parser cites no provision so)'}`,
    ),
  ].join('\n');
}

function rankOf(item: KnownItem, store: StudyStore): number {
  const { hits } = search({ query: item.query, limit: DEPTH }, store);
  const isRight = (provision: string): boolean =>
    provision === item.provision ||
    provision.startsWith(`${item.provision}(`) ||
    provision.startsWith(`${item.provision}.`);
  return 1 + hits.findIndex((h) => h.instrument === item.instrument && isRight(h.provision));
}
