import { written } from './figures.js';
import type { Asked, List, Numbering } from './numbering.js';

/** Counts a document's numbered paragraphs as Word does. */
export class Counter {
  /** Counts by pattern, then by level; a level that has not come yet, or was set back, has none. */
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly begun = new Set<string>();

  constructor(private readonly numbering: Numbering) {}

  /** The number that the next paragraph prints, '' where it prints none (bullets are no numbers). */
  next(asked: Asked): string {
    const place = this.numbering.placeOf(asked);
    const own = place?.list.levels.get(place.level);
    if (place === null || own === undefined) return '';
    const { id, list, level } = place;
    const counts = this.counts.get(list.pattern) ?? new Map<number, number>();
    this.counts.set(list.pattern, counts);
    const before = this.restarted(id, list, level) ? undefined : counts.get(level);
    counts.set(level, before === undefined ? startOf(list, level) : before + 1);
    for (const below of [...counts.keys()]) if (setsBack(list, level, below)) counts.delete(below);
    if (own.format === 'bullet') return '';
    return own.text.replace(/%([1-9])/gu, (_, shown: string) => {
      const at = Number(shown) - 1;
      const format = list.levels.get(at)?.format ?? 'decimal';
      const isPlain = own.isLegal && format !== 'none' && format !== 'bullet';
      return written(counts.get(at) ?? startOf(list, at), isPlain ? 'decimal' : format);
    });
  }

  /** True the first time that a list comes to a level at which it starts anew. */
  private restarted(id: string, list: List, level: number): boolean {
    const key = `${id} ${level}`;
    if (!list.restarts.has(level) || this.begun.has(key)) return false;
    this.begun.add(key);
    return true;
  }
}

function startOf(list: List, level: number): number {
  return list.restarts.get(level) ?? list.levels.get(level)?.start ?? 1;
}

/** Whether a number at one level sets back the count of one below it. */
function setsBack(list: List, level: number, below: number): boolean {
  if (below <= level) return false;
  const after = list.levels.get(below)?.restartsAfter ?? null;
  return after === null || level < after;
}
