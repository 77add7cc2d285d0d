import type { CompiledQuery, MatchNode, PassageFilter } from '../model/index.js';
import { TERM_BEGINS, TERM_ENDS } from './defined.js';
import { isNegative, isSilent, meaningOf } from './query/meaning.js';
import type { Query, QueryNode, TextField, TextLeaf } from './query/model.js';
import { FORM_MARK, isPrefix, patternParts } from './terms/pattern.js';
import { isUnspaced, termsOf } from './terms/terms.js';

/**
 * Returns the query for an index. Every word passes through the analyser and stands as a term in a tree, so nothing a user types is
 * ever read as an engine's syntax. Both parts null: the query holds nothing that can be looked for, as `-consent` alone.
 */
export function compileQuery(query: Query): CompiledQuery {
  const root = meaningOf(query);
  if (root === null) return { match: null, filter: null };
  const parts = root.type === 'and' ? root.nodes : [root];
  const match = conjunction(parts.filter(isText));
  const rest = parts.filter((p) => !isText(p) || (match === null && p.type === 'not'));
  const filters = rest.flatMap((p) => toFilter(p) ?? []);
  const [only] = filters;
  if (only === undefined) return { match, filter: null };
  return { match, filter: filters.length === 1 ? only : { type: 'and', nodes: filters } };
}

/** The parts of a "near" phrase: its words one by one, each a phrase of index terms. */
export function nearParts(text: string): string[][] {
  return text.split(/\s+/).flatMap((word) => {
    const terms = termsOf(word).map((t) => t.term);
    return terms.length === 0 ? [] : [terms];
  });
}

/** True where the index's own expressions can say it: they know no facets, and NOT only beside what is wanted. */
function isText(node: QueryNode): boolean {
  if (node.type === 'facet') return false;
  if (node.type === 'not') return isText(node.node) && !isNegative(node.node);
  if (node.type === 'or') return node.nodes.every((n) => isText(n) && !isNegative(n));
  return node.type === 'and' ? node.nodes.every(isText) : true;
}

function toFilter(node: QueryNode): PassageFilter | null {
  if (node.type === 'facet') return node;
  if (node.type === 'not') {
    const inner = toFilter(node.node);
    return inner === null ? null : { type: 'not', node: inner };
  }
  if (isText(node)) {
    const match = toMatch(node);
    if (match !== null) return { type: 'match', match };
  }
  if (node.type !== 'and' && node.type !== 'or') return null;
  const nodes = node.nodes.flatMap((n) => toFilter(n) ?? []);
  return nodes.length === 0 ? null : { type: node.type, nodes };
}

function toMatch(node: QueryNode): MatchNode | null {
  switch (node.type) {
    case 'and':
      return conjunction(node.nodes);
    case 'or': {
      const nodes = node.nodes.flatMap((n) => toMatch(n) ?? []);
      return nodes.length === 0 ? null : { type: 'or', nodes };
    }
    case 'not':
    case 'facet':
      return null; // A bare NOT finds nothing by itself; within AND it subtracts.
    default:
      return leafMatch(node);
  }
}

/** The wanted parts come first and the unwanted are taken from them. */
function conjunction(nodes: readonly QueryNode[]): MatchNode | null {
  const wanted = nodes.flatMap((n) => (n.type === 'not' ? [] : (toMatch(n) ?? [])));
  const unwanted = nodes.flatMap((n) => (n.type === 'not' ? (toMatch(n.node) ?? []) : []));
  const positive = allOf(wanted);
  if (positive === null || unwanted.length === 0) return positive;
  return { type: 'except', wanted: positive, unwanted: { type: 'or', nodes: unwanted } };
}

function leafMatch(leaf: TextLeaf): MatchNode | null {
  if (isSilent(leaf)) return null;
  const { field } = leaf;
  if (leaf.type === 'pattern') {
    const { words, globs } = patternParts(leaf.text);
    return allOf([...words.flatMap((w) => wordMatch(w, field) ?? []), ...globs.map((g) => globMatch(g, field))]);
  }
  if (leaf.type === 'phrase' && leaf.near !== null) {
    const phrases = nearParts(leaf.text);
    const [only] = phrases;
    if (phrases.length === 1 && only !== undefined) return { type: 'phrase', field, terms: only };
    return { type: 'near', field, phrases, distance: leaf.near };
  }
  return wordMatch(leaf.text, field);
}

function wordMatch(text: string, field: TextField | null): MatchNode | null {
  const terms = termsOf(text).map((t) => t.term);
  const [only] = terms;
  if (only === undefined) return null;
  // One character of an unspaced script is indexed as the beginning of a pair.
  const isHalf = terms.length === 1 && isUnspaced(only) && [...only].length === 1;
  if (isHalf) return { type: 'prefix', field, start: only };
  const found: MatchNode = { type: 'phrase', field, terms };
  // Finds no more, but ranks the law that defines 'personal data' before one that defines 'personal data breach'.
  return field === 'definition'
    ? { type: 'or', nodes: [found, { type: 'phrase', field, terms: wholeTerm(terms) }] }
    : found;
}

/** Index terms as they stand where they are all of a defined term. */
export function wholeTerm(terms: readonly string[]): string[] {
  return [TERM_BEGINS, ...terms, TERM_ENDS];
}

/** Stems are looked at, and words as written, which stand marked in the index. */
function globMatch(glob: string, field: TextField | null): MatchNode {
  const start = glob.replace(/\*+$/, '');
  const either = ['', FORM_MARK].map(
    (mark): MatchNode =>
      isPrefix(glob) ? { type: 'prefix', field, start: mark + start } : { type: 'glob', field, glob: mark + glob },
  );
  return { type: 'or', nodes: either };
}

function allOf(nodes: readonly MatchNode[]): MatchNode | null {
  const [only] = nodes;
  return nodes.length > 1 ? { type: 'and', nodes } : (only ?? null);
}
