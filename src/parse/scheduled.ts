import { childrenOf, type Node } from './tree.js';

/** What laws number their basic units as, wherever those stand. */
const LIKE_ARTICLES: ReadonlySet<string> = new Set(['article', 'section', 'rule', 'principle', 'clause']);
/** Supplementary provisions of East Asian laws and elucidations of Indonesian ones repeat the numbers of the law; they are no rules of it. */
const BESIDE_THE_LAW = /^(?:附\s*[則则]|부\s*칙|penjelasan)/iu;
/** A schedule, or a part of one, whose paragraphs are instructions to other laws. */
const AMENDING = /\b(?:amendments?|modifications?|repeals?|revocations?)\b/iu;

/**
 * Makes basic units of what a schedule or annex counts through: its articles, clauses or principles, and of a schedule its
 * numbered paragraphs, which are cited as sections are ('paragraph 8 of Schedule 1'). The paragraphs of a schedule that amends
 * other laws stay parts of it, so that hundreds of one-line instructions are not taken for as many rules. Citations and eIds stay.
 */
export function raiseScheduled(node: Node): void {
  if (node.tier === 'back') {
    const byParagraphs = node.kind === 'schedule' && !isAmending(node);
    if (isCounted(node)) for (const child of childrenOf(node)) raise(child, byParagraphs);
  } else childrenOf(node).forEach(raiseScheduled);
}

/** Without a number it is what the publisher adds, or the law once more in another language. */
function isCounted({ kind, num }: Node): boolean {
  return num !== null && !BESIDE_THE_LAW.test(num) && (kind === 'schedule' || kind === 'annex' || kind === 'appendix');
}

function raise(node: Node, byParagraphs: boolean): void {
  const inside = byParagraphs && !isAmending(node);
  if (node.tier === 'back') raiseScheduled(node);
  if (node.tier === 'division') for (const child of childrenOf(node)) raise(child, inside);
  const isUnit = LIKE_ARTICLES.has(node.kind) || (inside && node.kind === 'paragraph');
  if (isUnit && node.tier === 'inner' && node.num !== null && node.status !== 'quoted') node.tier = 'basic';
}

function isAmending({ heading }: Node): boolean {
  return heading !== null && AMENDING.test(heading);
}
