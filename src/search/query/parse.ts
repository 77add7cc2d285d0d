import type { FacetName } from '../../model/index.js';
import { facetNode } from './facets.js';
import { FACETS, type Query, QueryError, type QueryNode, TEXT_FIELDS, type TextField } from './model.js';
import { type Token, tokenise } from './tokens.js';

/** More words than a person asks at once; bounds the work of one query. */
const MOST_LEAVES = 64;
/** Deeper brackets than anyone writes; bounds the recursion. */
const DEEPEST = 32;

interface State {
  readonly tokens: readonly Token[];
  readonly text: string;
  next: number;
  depth: number;
  field: TextField | null;
}

/**
 * Reads a query: words, "phrases", "near words"~8, prefix*, wild?card, AND OR NOT (-), brackets, fields and facets.
 * Words without an operator must all occur; NOT binds closest, then AND, then OR. Every string is a query or an error.
 * @throws QueryError that points at the place.
 */
export function parseQuery(text: string): Query {
  const tokens = tokenise(text);
  if (tokens.filter((t) => t.type === 'term').length > MOST_LEAVES)
    throw new QueryError(`The query has more than ${MOST_LEAVES} words.`, 0, text, 'Shorten it.');
  if (tokens.length === 0) return { root: null };
  const state: State = { tokens, text, next: 0, depth: 0, field: null };
  const root = anyOf(state);
  const rest = tokens[state.next];
  if (rest !== undefined) throw new QueryError('This bracket closes nothing.', rest.at, text);
  return { root };
}

function anyOf(state: State): QueryNode {
  const nodes = [allOf(state)];
  while (state.tokens[state.next]?.type === 'or') {
    state.next += 1;
    nodes.push(allOf(state));
  }
  return joined('or', nodes);
}

function allOf(state: State): QueryNode {
  const nodes: QueryNode[] = [];
  let isAndOpen = false;
  for (
    let token = state.tokens[state.next];
    token !== undefined && token.type !== 'close' && token.type !== 'or';
    token = state.tokens[state.next]
  ) {
    if (token.type === 'and') {
      if (nodes.length === 0 || isAndOpen)
        throw new QueryError('AND joins two words; one is missing.', token.at, state.text);
      state.next += 1;
      isAndOpen = true;
    } else {
      nodes.push(single(state));
      isAndOpen = false;
    }
  }
  if (nodes.length === 0 || isAndOpen)
    throw new QueryError('Something is missing here.', state.tokens[state.next]?.at ?? state.text.length, state.text);
  return joined('and', nodes);
}

function single(state: State): QueryNode {
  const token = state.tokens[state.next];
  if (token === undefined) throw new QueryError('Something is missing here.', state.text.length, state.text);
  state.next += 1;
  if (token.type === 'not') return deeper(state, token, () => ({ type: 'not', node: single(state) }));
  if (token.type === 'open') return deeper(state, token, () => bracketed(state, token));
  if (token.type !== 'term') throw new QueryError('A word is wanted here.', token.at, state.text);
  return leaf(state, token);
}

function bracketed(state: State, open: Token): QueryNode {
  const outer = state.field;
  if (open.field !== null) state.field = textField(open, state.text);
  const inner = anyOf(state);
  if (state.tokens[state.next]?.type !== 'close')
    throw new QueryError('This bracket is never closed.', open.at, state.text);
  state.next += 1;
  state.field = outer;
  return inner;
}

function leaf(state: State, token: Token): QueryNode {
  const name = token.field?.toLowerCase() ?? null;
  const facet = FACETS.find((f) => f === name || (name === 'language' && f === 'lang'));
  if (facet !== undefined) return facetNode(facet, token, state.text);
  const field = token.field === null ? state.field : textField(token, state.text);
  const text = token.text.normalize('NFC');
  if (token.isPhrase) return { type: 'phrase', field, text, near: token.near };
  return { type: /[*?]/.test(text) && /[\p{L}\p{N}]/u.test(text) ? 'pattern' : 'word', field, text };
}

function textField(token: Token, query: string): TextField {
  const found = TEXT_FIELDS.find((f) => f === token.field?.toLowerCase());
  if (found !== undefined) return found;
  const isFacet = FACETS.includes(token.field?.toLowerCase() as FacetName);
  throw new QueryError(
    isFacet ? `'${token.field}:' takes one value, not a bracket.` : `There is no field '${token.field}'.`,
    token.at,
    query,
  );
}

function deeper(state: State, token: Token, read: () => QueryNode): QueryNode {
  if (state.depth >= DEEPEST) throw new QueryError('The brackets are nested too deep.', token.at, state.text);
  state.depth += 1;
  const node = read();
  state.depth -= 1;
  return node;
}

/** Nested lists of the same kind are one list, so that a printed query reads back as the same tree. */
function joined(type: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode {
  const flat = nodes.flatMap((n) => (n.type === type ? n.nodes : [n]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { type, nodes: flat };
}
