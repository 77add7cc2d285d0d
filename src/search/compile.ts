import type { CompiledQuery, PassageFilter } from '../model/index.js';
import type { Query, QueryNode, TextField, TextLeaf } from './query/model.js';
import { FORM_MARK, isPrefix, patternParts } from './terms/pattern.js';
import { isUnspaced, termsOf } from './terms/terms.js';

/** Index terms that fit a glob such as `wom?n` or `*flow`, most frequent first, at most so many as the index cares to give. */
export type Expand = (glob: string) => readonly string[];

/** An FTS5 expression that no passage matches. */
const NOTHING = '"ːː"';

/**
 * Returns the query for the database. Every word passes through the analyser and is quoted, so nothing a user types is ever
 * read as FTS5 or SQL syntax. Both parts null: the query holds nothing that can be looked for, as `-consent` alone.
 */
export function compileQuery(query: Query, expand: Expand = () => []): CompiledQuery {
  if (query.root === null) return { match: null, filter: null };
  const parts = query.root.type === 'and' ? query.root.nodes : [query.root];
  const match = conjunction(parts.filter(isText), expand);
  const rest = parts.filter((p) => !isText(p) || (match === null && p.type === 'not'));
  const filters = rest.flatMap((p) => toFilter(p, expand) ?? []);
  const isBare = match === null && filters.length > 0 && filters.every((f) => f.type === 'not' && !hasFacet(f));
  if (filters.length === 0 || isBare) return { match, filter: null };
  const [only] = filters;
  return { match, filter: filters.length === 1 && only !== undefined ? only : { type: 'and', nodes: filters } };
}

/** True where the leaf asks for nothing the index holds (a stop word, a bare dash): it must not empty the answer. */
export function isSilent(leaf: TextLeaf): boolean {
  if (leaf.type !== 'pattern') return termsOf(leaf.text).length === 0;
  const { words, globs } = patternParts(leaf.text);
  return words.length === 0 && globs.length === 0;
}

/** The parts of a "near" phrase: its words one by one, each a phrase of index terms. */
export function nearParts(text: string): string[][] {
  return text.split(/\s+/).flatMap((word) => {
    const terms = termsOf(word).map((t) => t.term);
    return terms.length === 0 ? [] : [terms];
  });
}

function isText(node: QueryNode): boolean {
  if (node.type === 'facet') return false;
  if (node.type === 'not') return isText(node.node);
  return node.type === 'and' || node.type === 'or' ? node.nodes.every(isText) : true;
}

function hasFacet(filter: PassageFilter): boolean {
  if (filter.type === 'facet') return true;
  if (filter.type === 'not') return hasFacet(filter.node);
  return filter.type === 'match' ? false : filter.nodes.some(hasFacet);
}

function toFilter(node: QueryNode, expand: Expand): PassageFilter | null {
  if (node.type === 'facet') return node;
  if (node.type === 'not') {
    const inner = toFilter(node.node, expand);
    return inner === null ? null : { type: 'not', node: inner };
  }
  if (isText(node)) {
    const match = toMatch(node, expand);
    if (match !== null) return { type: 'match', match };
  }
  if (node.type !== 'and' && node.type !== 'or') return null;
  const nodes = node.nodes.flatMap((n) => toFilter(n, expand) ?? []);
  return nodes.length === 0 ? null : { type: node.type, nodes };
}

function toMatch(node: QueryNode, expand: Expand): string | null {
  switch (node.type) {
    case 'and':
      return conjunction(node.nodes, expand);
    case 'or':
      return alternatives(node.nodes.flatMap((n) => toMatch(n, expand) ?? []));
    case 'not':
    case 'facet':
      return null; // A bare NOT finds nothing by itself; within AND it subtracts.
    default:
      return leafMatch(node, expand);
  }
}

/** FTS5's NOT is binary, so the wanted parts come first and the unwanted are taken from them. */
function conjunction(nodes: readonly QueryNode[], expand: Expand): string | null {
  const wanted = nodes.flatMap((n) => (n.type === 'not' ? [] : (toMatch(n, expand) ?? [])));
  const unwanted = nodes.flatMap((n) => (n.type === 'not' ? (toMatch(n.node, expand) ?? []) : []));
  const [only] = wanted;
  if (only === undefined) return null;
  if (wanted.length === 1 && unwanted.length === 0) return only;
  const positive = wanted.join(' AND ');
  return unwanted.length === 0 ? `(${positive})` : `((${positive}) NOT (${unwanted.join(' OR ')}))`;
}

function leafMatch(leaf: TextLeaf, expand: Expand): string | null {
  if (isSilent(leaf)) return null;
  if (leaf.type === 'pattern') {
    const { words, globs } = patternParts(leaf.text);
    const parts = [
      ...words.flatMap((w) => wordMatch(w, leaf.field) ?? []),
      ...globs.map((g) => globMatch(g, expand, leaf.field)),
    ];
    return parts.length === 1 ? (parts[0] ?? null) : `(${parts.join(' AND ')})`;
  }
  if (leaf.type === 'phrase' && leaf.near !== null) {
    const parts = nearParts(leaf.text).map((terms) => quoted(terms.join(' ')));
    return inField(leaf.field, parts.length === 1 ? (parts[0] ?? NOTHING) : `NEAR(${parts.join(' ')}, ${leaf.near})`);
  }
  return wordMatch(leaf.text, leaf.field);
}

function wordMatch(text: string, field: TextField | null): string | null {
  const terms = termsOf(text).map((t) => t.term);
  const [only] = terms;
  if (only === undefined) return null;
  // One character of an unspaced script is indexed as the beginning of a pair.
  const isHalf = terms.length === 1 && isUnspaced(only) && [...only].length === 1;
  return inField(field, isHalf ? `${quoted(only)} *` : quoted(terms.join(' ')));
}

function globMatch(glob: string, expand: Expand, field: TextField | null): string {
  if (isPrefix(glob)) {
    const start = glob.replace(/\*+$/, '');
    return alternatives([start, `${FORM_MARK}${start}`].map((s) => inField(field, `${quoted(s)} *`))) ?? NOTHING;
  }
  return alternatives(expand(glob).map((term) => inField(field, quoted(term)))) ?? NOTHING;
}

function alternatives(parts: readonly string[]): string | null {
  if (parts.length === 0) return null;
  return `(${parts.join(' OR ')})`;
}

function inField(field: TextField | null, expression: string): string {
  return field === null ? expression : `${field} : ${expression}`;
}

function quoted(terms: string): string {
  return `"${terms.replaceAll('"', '""')}"`;
}
