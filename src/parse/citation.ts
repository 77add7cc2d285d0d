import { arabicLabel } from './label.js';
import { childrenOf, type Node } from './tree.js';

/** How many article numbers must recur before a treaty is taken to count anew in each chapter; below, they are slips. */
const RESTART_SHARE = 0.1;

/**
 * The pinpoint citation of every node: `46(2)(c)`, `14.11(3)`, `Sch1.4.1.3`, `ch14/7(1)`; null for units nobody cites by a
 * number (preamble, divisions, footnotes). Unnumbered paragraphs are counted; an unnumbered definition is cited at the
 * unit that holds it.
 */
export function citeAll(roots: readonly Node[]): Map<Node, string | null> {
  const cited = new Map<Node, string | null>();
  const restarts = countsAnew(roots);
  const around = { own: null, chapter: null, annex: null };
  const placeOf = counter();
  for (const root of roots) cite(root, { ...around, place: placeOf(root) }, restarts, cited);
  return cited;
}

interface Around {
  /** Citation of the unit around, null above the basic unit. */
  readonly own: string | null;
  readonly chapter: string | null;
  /** The schedule or annex around, as it is cited. */
  readonly annex: { readonly name: string; readonly label: string } | null;
  /** Place among unnumbered siblings of its kind, from 1. */
  readonly place: number;
}

function cite(node: Node, around: Around, restarts: boolean, cited: Map<Node, string | null>): void {
  const own = citationOf(node, around, restarts);
  cited.set(node, own);
  const children = childrenOf(node);
  const annex =
    node.kind === 'schedule' || node.kind === 'annex' || node.kind === 'appendix'
      ? { name: own ?? '', label: '' }
      : around.annex && node.label !== null && own !== null
        ? { name: around.annex.name, label: node.label }
        : around.annex;
  const chapter =
    node.tier === 'division' && node.kind === 'chapter' && node.label !== null
      ? arabicLabel(node.label)
      : around.chapter;
  const inside = node.tier === 'division' || node.tier === 'front' ? null : own;
  const placeOf = counter();
  for (const child of children) cite(child, { own: inside, chapter, annex, place: placeOf(child) }, restarts, cited);
}

/** Counts siblings in order: the place of each among those of its kind that print no number, from 1. */
function counter(): (node: Node) => number {
  const counts = new Map<string, number>();
  return (node) => {
    const count = (counts.get(node.kind) ?? 0) + (node.num === null ? 1 : 0);
    counts.set(node.kind, count);
    return count;
  };
}

function citationOf(node: Node, around: Around, restarts: boolean): string | null {
  if (node.tier === 'division' || node.kind === 'preamble' || node.kind === 'footnote' || node.kind === 'conclusions')
    return null;
  if (node.kind === 'body' || (node.kind === 'table' && node.num === null)) return around.own;
  // What an amending act quotes is cited at the unit that quotes it.
  if (node.status === 'quoted') return around.own;
  if (node.kind === 'recital') return node.label === null ? null : `Rec${node.label}`;
  if (node.kind === 'schedule' || node.kind === 'annex' || node.kind === 'appendix') {
    const name = node.kind === 'schedule' ? 'Sch' : node.kind === 'annex' ? 'Annex' : 'App';
    return `${around.annex ? `${around.annex.name}.` : ''}${name}${annexLabel(node, name)}`;
  }
  if (around.annex) return inAnnex(node, around.annex, around);
  if (around.own === null) {
    if (node.tier !== 'basic' || node.label === null) return node.label;
    return restarts && around.chapter !== null ? `ch${around.chapter}/${node.label}` : node.label;
  }
  return inner(node, around);
}

function annexLabel(node: Node, name: string): string {
  if (node.label === null || (!/\d/u.test(node.label) && node.label.length > 4)) return '';
  return name === 'Annex' ? node.label : arabicLabel(node.label);
}

function inner(node: Node, around: Around): string | null {
  if (node.kind === 'definition' && node.num === null) return around.own;
  if (node.label === null) return node.kind === 'paragraph' ? `${around.own}(${around.place})` : around.own;
  return `${around.own}(${node.label})`;
}

/** Schedules are cited with dots; a clause that prints its whole number (4.1.3 inside 4.1) is cited by that number alone. */
function inAnnex(node: Node, annex: { name: string; label: string }, around: Around): string | null {
  const base = around.own ?? annex.name;
  if (node.label === null) return node.kind === 'paragraph' ? `${base}.${around.place}` : base;
  const whole = annex.label !== '' && node.label.startsWith(`${annex.label}.`);
  return `${whole ? annex.name : base}.${node.label}`;
}

/** True where the numbers of basic units recur from chapter to chapter, as in treaties that count anew in each. */
function countsAnew(roots: readonly Node[]): boolean {
  const seen = new Map<string, Set<string>>();
  let total = 0;
  const walk = (node: Node, chapter: string): void => {
    if (node.tier === 'back' || node.status === 'quoted') return;
    if (node.tier === 'basic' && node.label !== null) {
      total += 1;
      const chapters = seen.get(node.label) ?? new Set<string>();
      seen.set(node.label, chapters.add(chapter));
      return;
    }
    const own = node.kind === 'chapter' && node.label !== null ? arabicLabel(node.label) : chapter;
    for (const child of childrenOf(node)) walk(child, own);
  };
  for (const root of roots) walk(root, '');
  const repeated = [...seen.values()].reduce((sum, chapters) => sum + chapters.size - 1, 0);
  return total > 0 && repeated / total > RESTART_SHARE;
}
