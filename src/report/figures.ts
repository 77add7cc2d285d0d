import type { Divergence, Position } from '../model/index.js';

/** A figure in [0,1] with two decimals; words where nothing could be compared. */
export function figure(value: number | null): string {
  return value === null ? 'not comparable' : value.toFixed(2);
}

/** `0.20–0.41`; words where there is no interval. */
export function interval({ low, high }: Pick<Divergence, 'low' | 'high'>): string {
  return low === null || high === null ? 'no interval' : `${low.toFixed(2)}–${high.toFixed(2)}`;
}

/** Whole per cent of a share in [0,1]. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What a stance is called for readers: absence that was searched for is not the same as nothing to search in. */
export const STANCES: Readonly<Record<Position['stance'], string>> = {
  hard: 'hard',
  soft: 'soft',
  absent: 'absent',
  'not-covered': 'not covered',
  'not-in-force': 'not in force',
};

/** 1234567 → `1,234,567`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** `1 law`, `2 laws`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
