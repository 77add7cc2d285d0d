import type { Quantity } from '../../src/model/index.js';

/** The short form that the table of cases states: `money 5000 EUR most`. */
export function quantityWords(q: Quantity): string {
  const amount = q.kind === 'duration' ? [q.unit] : [q.value, q.unit];
  return [q.kind, ...amount, q.bound, q.whichever].filter((x) => x !== undefined).join(' ');
}
