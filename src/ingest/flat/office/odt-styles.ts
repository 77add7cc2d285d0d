import { allNamed, attribute, type Element } from '../../structured/dom.js';
import { roman } from './roman.js';

interface LevelStyle {
  /** `1`, `a`, `A`, `i`, `I`; '' prints no number. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the number shows: 2 for `1.2`. */
  readonly shown: number;
}

/** List styles by name, then by level from 1. */
export type ListStyles = ReadonlyMap<string, ReadonlyMap<number, LevelStyle>>;

/** The numbered list styles of a document; levels with bullets have none. */
export function listStylesOf(roots: readonly Element[]): ListStyles {
  const styles = new Map<string, ReadonlyMap<number, LevelStyle>>();
  for (const style of allNamed(roots, 'list-style')) {
    const levels = style.elements.filter((e) => e.name === 'list-level-style-number');
    styles.set(
      attribute(style, 'style:name'),
      new Map(levels.map((l) => [Number(attribute(l, 'text:level')), levelOf(l)])),
    );
  }
  return styles;
}

function levelOf(element: Element): LevelStyle {
  return {
    format: attribute(element, 'style:num-format'),
    prefix: attribute(element, 'style:num-prefix'),
    suffix: attribute(element, 'style:num-suffix'),
    start: Number(attribute(element, 'text:start-value') || '1'),
    shown: Number(attribute(element, 'text:display-levels') || '1'),
  };
}

/** The names of styles that strike words through. */
export function struckStylesOf(roots: readonly Element[]): ReadonlySet<string> {
  const struck = allNamed(roots, 'style').filter((style) =>
    style.elements.some((e) => {
      const kind = attribute(e, 'style:text-line-through-style') || attribute(e, 'style:text-line-through-type');
      return kind !== '' && kind !== 'none';
    }),
  );
  return new Set(struck.map((s) => attribute(s, 'style:name')));
}

/** Counts the items of lists as a word processor does. */
export class Counters {
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly styles: ListStyles) {}

  /** A list that does not go on from the one before counts from its start again. */
  restart(style: string): void {
    this.counts.delete(style);
  }

  /** The number that the next item of a list prints at a level (from 1), '' where it prints none. */
  next(style: string, level: number, start: number | null): string {
    const levels = this.styles.get(style);
    const own = levels?.get(level);
    if (levels === undefined || own === undefined) return '';
    const counts = (this.counts.get(style) ?? []).slice(0, level);
    while (counts.length < level - 1) counts.push(levels.get(counts.length + 1)?.start ?? 1);
    counts[level - 1] = start ?? (counts[level - 1] === undefined ? own.start : (counts[level - 1] ?? 0) + 1);
    this.counts.set(style, counts);
    const shown = counts.slice(level - own.shown, level);
    const words = shown.map((n, i) => written(n, levels.get(level - shown.length + 1 + i)?.format ?? '1'));
    return own.format === '' ? '' : `${own.prefix}${words.join('.')}${own.suffix}`;
  }
}

function written(value: number, format: string): string {
  const isUpper = format === 'A' || format === 'I';
  const low = /^i$/i.test(format) ? roman(value) : /^a$/i.test(format) ? letters(value) : String(value);
  return isUpper ? low.toUpperCase() : low;
}

function letters(value: number): string {
  const last = String.fromCharCode(97 + ((value - 1) % 26));
  return value <= 26 ? last : letters(Math.floor((value - 1) / 26)) + last;
}
