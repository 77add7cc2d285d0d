import type { ProvisionKind, ProvisionStatus, ProvisionTier } from '../model/index.js';
import type { DraftUnit } from './draft.js';
import { labelOf } from './label.js';
import { termOf } from './naming/term.js';
import { statusOfWords } from './status.js';

/** A unit in the making: its words and children in reading order. */
export interface Node {
  kind: ProvisionKind;
  tier: ProvisionTier;
  num: string | null;
  label: string | null;
  /** What a definition without number defines; null for any other unit. */
  term: string | null;
  heading: string | null;
  /** As it is cited; null until it is named, and of what nobody cites. */
  citation: string | null;
  status: ProvisionStatus;
  /** Own words and children, in order. */
  parts: (string | Node)[];
}

type Tiers = Readonly<Partial<Record<ProvisionKind, ProvisionTier>>>;
const TIERS: Tiers = {
  preamble: 'front',
  recital: 'front',
  book: 'division',
  part: 'division',
  title: 'division',
  chapter: 'division',
  division: 'division',
  article: 'basic',
  rule: 'basic',
  principle: 'basic',
  section: 'basic',
  schedule: 'back',
  annex: 'back',
  appendix: 'back',
  footnote: 'back',
  conclusions: 'back',
  body: 'division',
};

/** The children of a node, in order. */
export function childrenOf(node: Node): readonly Node[] {
  let children: Node[] | null = null;
  for (const part of node.parts) {
    if (typeof part === 'string') continue;
    if (children === null) children = [part];
    else children.push(part);
  }
  return children ?? NONE;
}

/** Most nodes are leaves. */
const NONE: readonly Node[] = [];

function isNode(part: Node['parts'][number]): part is Node {
  return typeof part !== 'string';
}

/**
 * Draft units as trees. Words that stand before any unit become a preamble (or a body, where no unit follows at all).
 * Paragraphs that a drafter neither numbered nor meant to be counted are folded into the unit around them.
 */
export function growTrees(units: readonly DraftUnit[]): Node[] {
  const roots: Node[] = [];
  // Where articles are the basic units, sections group them; in common-law statutes the section is the basic unit.
  const tiers: Tiers = units.some((u) => u.kind === 'article')
    ? { ...TIERS, section: 'division', subsection: 'division' }
    : TIERS;
  const open: { node: Node; depth: number }[] = [];
  for (const unit of units) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= unit.depth) open.pop();
    const around = open.at(-1)?.node ?? null;
    if (unit.kind === 'text') {
      const words = [unit.num, unit.heading, unit.text].filter((w): w is string => w !== null && w.trim() !== '');
      if (words.length === 0) continue;
      if (around) around.parts.push(words.join(' '));
      else strayWords(roots, words.join(' '), units);
      continue;
    }
    const node = nodeOf(unit, unit.kind, around, tiers);
    if (around) around.parts.push(node);
    else roots.push(node);
    open.push({ node, depth: unit.depth });
  }
  roots.forEach(settle);
  return roots;
}

/** What only the whole tree tells: which paragraphs count, which lists begin anew, what is repealed. */
function settle(node: Node): void {
  foldUncounted(node);
  for (const child of childrenOf(node)) settle(child);
  divideLists(node);
  judge(node);
}

function nodeOf(unit: DraftUnit, kind: ProvisionKind, around: Node | null, tiers: Tiers = TIERS): Node {
  const inside = around !== null && (around.tier === 'basic' || around.tier === 'inner');
  const tier = unit.tier ?? (inside && kind !== 'footnote' ? 'inner' : (tiers[kind] ?? 'inner'));
  const text = unit.text.trim();
  const num = blankToNull(unit.num);
  const label = labelOf(num);
  return {
    kind,
    tier,
    num,
    // Of a section, `§` is the sign and no part of the number; inside an article (Brazil) it tells paragraphs from incisos.
    label: tier !== 'inner' && label?.startsWith('§') ? label.slice(1) : label,
    term: kind === 'definition' && num === null ? termOf(text) : null,
    heading: blankToNull(unit.heading),
    citation: null,
    status: unit.status,
    parts: text === '' ? [] : [text],
  };
}

function blankToNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function strayWords(roots: Node[], words: string, units: readonly DraftUnit[]): void {
  const last = roots.at(-1);
  if (last && (last.kind === 'preamble' || last.kind === 'conclusions' || last.kind === 'body')) {
    last.parts.push(words);
    return;
  }
  const kind = roots.length > 0 ? 'conclusions' : units.every((u) => u.kind === 'text') ? 'body' : 'preamble';
  roots.push(
    nodeOf(
      {
        kind,
        tier: null,
        depth: 0,
        num: null,
        heading: null,
        text: words,
        status: 'in-force',
      },
      kind,
      null,
    ),
  );
}

/**
 * An unnumbered paragraph counts only among other unnumbered paragraphs: a lone one is its article's own words, and one
 * beside numbered paragraphs is an introduction or a close to them (in an annex, which may hold anything, where most are
 * numbered).
 */
function foldUncounted(node: Node): void {
  const children = childrenOf(node);
  if ((node.tier === 'basic' || node.tier === 'inner' || node.tier === 'back') && children.some(isUncounted)) {
    const first = children.find((c) => c.kind === 'paragraph');
    const counted = children.find((c) => c.kind === 'paragraph' && c.num !== null)?.label === '2' ? first : undefined;
    // Where the printed numbers begin with 2 (Japan), the paragraph before it is the first.
    const plain = new Set<Node['parts'][number]>(children.filter((c) => isUncounted(c) && c !== counted));
    const counts = children.filter((c) => c.kind === 'paragraph' && c.num !== null).length;
    const numbered = node.tier === 'back' ? counts >= plain.size : counts > 0;
    const alone = plain.size === 1 && node.tier === 'basic' && !hasWords(node);
    if (numbered || alone || node.tier === 'inner') {
      node.parts = node.parts.flatMap((p) => (isNode(p) && plain.has(p) ? p.parts : [p]));
    }
  }
}

/**
 * A numbered unit may hold a second list whose letters begin anew: the words that lead to it and its points become a unit of
 * their own, numbered by its place among the subparagraphs, so that no two points go by one name (Article 43(1)(2)(a) is
 * point (a) of the second subparagraph).
 */
function divideLists(node: Node): void {
  if (node.tier !== 'inner' || node.num === null || !node.parts.some(isNode)) return;
  const parts: Node['parts'] = [];
  const seen = new Set<string>();
  let place = 0;
  let list: Node | null = null;
  for (const [at, part] of node.parts.entries()) {
    const next = node.parts[at + 1];
    if (typeof part === 'string') {
      place += 1;
      list = isAnew(part, next, seen) ? subparagraph(node, String(place), part) : null;
      parts.push(list ?? part);
    } else if (list !== null) list.parts.push(part);
    else {
      if (part.label !== null) seen.add(part.label);
      parts.push(part);
    }
  }
  node.parts = parts;
}

/** True for words that lead to a list whose first letter has been used before beside it. */
function isAnew(words: string, next: Node['parts'][number] | undefined, seen: ReadonlySet<string>): boolean {
  const label = typeof next === 'object' ? next.label : null;
  return label !== null && seen.has(label) && /^\p{L}/u.test(label) && /[:—–]$/u.test(words);
}

function subparagraph({ status }: Node, label: string, words: string): Node {
  const unnamed = { num: null, term: null, heading: null, citation: null } as const;
  return { kind: 'subparagraph', tier: 'inner', ...unnamed, label, status, parts: [words] };
}

function isUncounted(node: Node): boolean {
  return node.kind === 'paragraph' && node.num === null && node.heading === null;
}

/** Marks a leaf whose words say that it is repealed or omitted. */
function judge(node: Node): void {
  if (node.status !== 'in-force' || node.tier === 'front' || node.tier === 'back' || node.parts.some(isNode)) return;
  if (node.parts.length > 0) node.status = statusOfWords(node.parts.join(' ')) ?? node.status;
}

function hasWords(node: Node): boolean {
  return node.parts.some((p) => typeof p === 'string');
}
