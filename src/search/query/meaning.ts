import { patternParts } from '../terms/pattern.js';
import { termsOf } from '../terms/terms.js';
import type { Query, QueryNode, TextLeaf } from './model.js';

/** True where the leaf asks for nothing the index holds (a stop word, a bare dash): it must not empty the answer. */
export function isSilent(leaf: TextLeaf): boolean {
  if (leaf.type !== 'pattern') return termsOf(leaf.text).length === 0;
  const { words, globs } = patternParts(leaf.text);
  return words.length === 0 && globs.length === 0;
}

/**
 * The query as every index answers it: without what asks for nothing, without a NOT of a NOT. Null where nothing is left that can be looked
 * for, as in `-consent` alone: all the provisions that lack a word are nobody's answer.
 */
export function meaningOf({ root }: Query): QueryNode | null {
  const said = root === null ? null : awake(root);
  return said === null || (onlyLeavesOut(said) && !holdsFacet(said)) ? null : said;
}

/** Why a query that was typed finds nothing whatever the texts are; null where it asks for something. */
export function emptyNotice(query: Query): string | null {
  if (query.root === null || meaningOf(query) !== null) return null;
  return awake(query.root) === null
    ? 'These words stand in nearly every provision and are not looked for: add one that tells more.'
    : 'The query only leaves out: add what it should find.';
}

/** True where the node says only what a provision is not to be, so that it is found by the rest of the query. */
export function isNegative(node: QueryNode): boolean {
  if (node.type === 'not') return !isNegative(node.node);
  if (node.type === 'and') return node.nodes.every(isNegative);
  return node.type === 'or' && node.nodes.some(isNegative);
}

function onlyLeavesOut(node: QueryNode): boolean {
  if (node.type === 'not') return !onlyLeavesOut(node.node);
  return 'nodes' in node && node.nodes.every(onlyLeavesOut);
}

function awake(node: QueryNode): QueryNode | null {
  if (node.type === 'facet') return node;
  if (node.type === 'not') {
    const inner = awake(node.node);
    return inner?.type === 'not' ? inner.node : inner === null ? null : { type: 'not', node: inner };
  }
  if (!('nodes' in node)) return isSilent(node) ? null : node;
  const nodes = node.nodes.flatMap((n) => awake(n) ?? []).flatMap((n) => (n.type === node.type ? n.nodes : [n]));
  const [only] = nodes;
  return nodes.length > 1 ? { type: node.type, nodes } : (only ?? null);
}

function holdsFacet(node: QueryNode): boolean {
  if (node.type === 'facet') return true;
  if (node.type === 'not') return holdsFacet(node.node);
  return 'nodes' in node && node.nodes.some(holdsFacet);
}
