import type { FacetName, SortBy } from '../../model/index.js';
import { instrumentsNamed, type Nameable } from '../cite/names.js';
import { facetNode } from '../query/facets.js';
import { type Query, QueryError, type QueryNode } from '../query/model.js';
import { parseQuery } from '../query/parse.js';
import { withSynonyms } from './synonyms.js';

/** What is searched for, and which part of the answer is wanted. Facets of the same name are alternatives. */
export interface SearchRequest {
  /** In the query language; '' where only facets or `like` are asked. */
  readonly query: string;
  /** A citation: find provisions similar to that one. */
  readonly like?: string | null;
  readonly facets?: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Widen defined terms to what other laws call the same thing. */
  readonly synonyms?: boolean;
  readonly sort?: SortBy;
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * The request as one query: typed words, facets given beside them, synonyms, and instruments named by alias turned into ids.
 * @throws QueryError that points at the place.
 */
export function queryOf(request: SearchRequest, catalogue: () => readonly Nameable[]): Query {
  const typed = parseQuery(request.query);
  const wide = request.synonyms === true ? withSynonyms(typed) : typed;
  const beside = Object.entries(request.facets ?? {}).flatMap(([facet, values]) =>
    values.length === 0 ? [] : [anyOf(values.map((text) => facetNode(facet as FacetName, { at: 0, text }, text)))],
  );
  const root = allOf([...(wide.root === null ? [] : [wide.root]), ...beside]);
  return { root: root === null ? null : named(root, catalogue) };
}

/** What is answered where there is nothing to look for. */
export const NOTHING_FOUND = { hits: [], total: 0, reading: 'words', suggestion: null } as const;

/**
 * The request as a query; null where it is a citation of what is not there that is no query besides: 'art. 46, c) POPIA'.
 * @throws QueryError where it cannot be read as either.
 */
export function readable(cited: { readonly isPlain: boolean }, read: () => Query): Query | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof QueryError && cited.isPlain) return null;
    throw error;
  }
}

/** `instrument:gdpr` means eu/gdpr-2016-679; a name of several instruments means any of them, one of none stays. */
function named(node: QueryNode, catalogue: () => readonly Nameable[]): QueryNode {
  if (node.type === 'and' || node.type === 'or') return { ...node, nodes: node.nodes.map((n) => named(n, catalogue)) };
  if (node.type === 'not') return { ...node, node: named(node.node, catalogue) };
  if (node.type !== 'facet' || node.facet !== 'instrument') return node;
  const ids = instrumentsNamed(node.value, catalogue());
  if (ids.length === 0) return node;
  return anyOf(ids.map((id) => ({ ...node, value: id.toLowerCase() })));
}

function anyOf(nodes: readonly QueryNode[]): QueryNode {
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { type: 'or', nodes };
}

function allOf(nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((n) => (n.type === 'and' ? n.nodes : [n]));
  const [only] = flat;
  return flat.length <= 1 ? (only ?? null) : { type: 'and', nodes: flat };
}
