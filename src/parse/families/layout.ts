import { BODY_DEPTH } from '../cut/inner.js';
import type { Division } from './divisions.js';
import { chainOf, type Head } from './heads.js';

/** A stretch of lines in which numbers count upwards. */
export interface Segment {
  readonly from: number;
  readonly until: number;
  /** True for annexes, schedules and supplementary provisions. */
  readonly back: boolean;
}

/** Where the parts of a document stand. */
export interface Layout {
  readonly divisions: ReadonlyMap<number, Division>;
  readonly segments: readonly Segment[];
}

/** From this share of numbers that name their chapter (2.14), all of the law's articles form one sequence. */
const DOTTED_SHARE = 0.5;
/** Among the last heads before an annex a few are mentions of other articles. */
const RECENT_HEADS = 6;

/**
 * Parts the law from its annexes and both from the list of contents. Where articles name their chapter, an annex between two
 * of them stands inside the chapter that it ends; else all after the first annex is back matter, unless its line only names an
 * annex and the numbers go on right behind it. New stretches begin also where a chapter counts anew from 1.
 */
export function layOut(found: ReadonlyMap<number, Division>, heads: readonly Head[], length: number): Layout {
  const main = chainOf(heads);
  const divisions = withoutContents(found, main[0]?.at ?? length);
  const dotted = main.filter((h) => h.key.length > 1).length > main.length * DOTTED_SHARE;
  return dotted ? chaptered(divisions, main, heads, length) : running(divisions, heads, length);
}

/**
 * A list of contents names divisions that come again, and annexes before the first article. The headings right above that
 * article are no list, though they may be printed again on every page.
 */
function withoutContents(divisions: ReadonlyMap<number, Division>, firstHead: number): Map<number, Division> {
  const last = new Map([...divisions].map(([at, d]) => [nameOf(d), at]));
  const own = chapterBefore(firstHead, -1, divisions);
  return new Map([...divisions].filter(([at, d]) => at >= own || (!d.back && last.get(nameOf(d)) === at)));
}

function nameOf({ unit }: Division): string {
  return `${unit.kind} ${unit.num?.toLowerCase()}`;
}

/** Articles numbered by chapter: what stands between an annex's line and the law's next article or chapter is the annex. */
function chaptered(
  divisions: ReadonlyMap<number, Division>,
  main: readonly Head[],
  heads: readonly Head[],
  length: number,
): Layout {
  const kept = new Map(divisions);
  const segments: Segment[] = [];
  let from = 0;
  for (const [at, division] of divisions) {
    if (!division.back || at < from) continue;
    const next = main.find((h) => h.at > at);
    // Numbers of another kind are those of the annex, or of the law that it amends.
    if (
      next !== undefined &&
      !isOneSequence(
        main.findLast((h) => h.at < at),
        next,
      )
    ) {
      segments.push({ from, until: at, back: false });
      return { divisions: kept, segments: [...segments, ...stretches(kept, heads, at, length)] };
    }
    const until = next === undefined ? length : chapterBefore(next.at, at, divisions);
    segments.push({ from, until: at, back: false }, { from: at, until, back: true });
    if (next !== undefined)
      for (const [inner, d] of divisions)
        if (inner >= at && inner < until && d.back) kept.set(inner, { ...d, unit: { ...d.unit, depth: BODY_DEPTH } });
    from = until;
  }
  segments.push({ from, until: length, back: false });
  return { divisions: kept, segments };
}

/** The first line of the headings (chapter, section) that a head stands right under, after the annex before it. */
function chapterBefore(head: number, annex: number, divisions: ReadonlyMap<number, Division>): number {
  let first = head;
  let depth = Number.POSITIVE_INFINITY;
  const between = [...divisions].filter(([at]) => at > annex && at < head).reverse();
  for (const [at, { unit, back }] of between) {
    if (back || unit.depth >= depth) break;
    first = at;
    depth = unit.depth;
  }
  return first;
}

/** True where the next article is one of the same chapter or of the next. */
function isOneSequence(before: Head | undefined, next: Head): boolean {
  if (before === undefined || before.key.length < 2) return false;
  const step = (next.key[0] ?? 0) - (before.key[0] ?? 0);
  return step === 0 || step === 1;
}

function running(divisions: ReadonlyMap<number, Division>, heads: readonly Head[], length: number): Layout {
  const kept = new Map([...divisions].filter(([at, d]) => !d.back || !isMention(at, divisions, heads)));
  return { divisions: kept, segments: stretches(kept, heads, 0, length) };
}

/** The stretches from a line on: a new one begins with each annex, and with each division that counts anew from 1. */
function stretches(
  divisions: ReadonlyMap<number, Division>,
  heads: readonly Head[],
  from: number,
  length: number,
): Segment[] {
  const places = [...divisions.keys()].filter((at) => at >= from);
  const firstHead = heads[0]?.at ?? length;
  let back = divisions.get(from)?.back === true;
  const starts: { at: number; back: boolean }[] = [{ at: from, back }];
  for (const [i, at] of places.entries()) {
    if (at < firstHead || at === from) continue;
    const until = places[i + 1] ?? length;
    const first = heads.find((h) => h.at > at && h.at < until);
    const isBack = divisions.get(at)?.back === true;
    back ||= isBack;
    const restarts = first !== undefined && first.key.length === 1 && first.key[0] === 1;
    if (isBack || restarts) starts.push({ at, back });
  }
  return starts.map((s, i) => ({ from: s.at, until: starts[i + 1]?.at ?? length, back: s.back }));
}

/** True where the number after the line goes on from those before it: the line only names an annex. */
function isMention(at: number, divisions: ReadonlyMap<number, Division>, heads: readonly Head[]): boolean {
  const next = heads.find((h) => h.at > at);
  if (next === undefined || [...divisions].some(([d, { back }]) => !back && d > at && d < next.at)) return false;
  const [number = 0, branch] = next.key;
  const before = heads.filter((h) => h.at < at).slice(-RECENT_HEADS);
  return branch === undefined && number > 1 && before.some((h) => h.key.length === 1 && h.key[0] === number - 1);
}
