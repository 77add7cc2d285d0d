import type { FacetName } from '../../model/index.js';
import { facetNode } from './facets.js';
import { FACETS, type Query, QueryError, type QueryNode, TEXT_FIELDS, type TextField } from './model.js';
import { isField, type Token, tokenise } from './tokens.js';

/** More words than a person asks at once; bounds the work of one query. */
const MOST_LEAVES = 64;
/** Deeper brackets than anyone writes; bounds the recursion. */
const DEEPEST = 32;
/** Fewer letters beside a wildcard than this stand in nearly every provision: `co*` is no question, and took 2.6 s over 59,510 provisions where `con*` took 0.2. */
const FEWEST_LETTERS = 3;

interface State {
  readonly tokens: readonly Token[];
  readonly text: string;
  next: number;
  depth: number;
  /** The field or facet before the bracket we are in. */
  field: TextField | FacetName | null;
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
  if (rest !== undefined)
    throw new QueryError('This bracket closes nothing.', rest.at, text, 'Leave it out, or open one before it.');
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
      if (nodes.length === 0 || isAndOpen) throw missing('AND', token.at, state);
      state.next += 1;
      isAndOpen = true;
    } else {
      nodes.push(single(state));
      isAndOpen = false;
    }
  }
  if (nodes.length === 0 || isAndOpen) throw nothing(state);
  return joined('and', nodes);
}

/** Something is wanted where the query ends, a bracket closes or an OR comes: says of what. */
function nothing(state: State): QueryError {
  const [before, here] = [state.tokens[state.next - 1], state.tokens[state.next]];
  const at = here?.at ?? state.text.length;
  if (before?.type === 'and' || before?.type === 'or') return missing(before.type.toUpperCase(), at, state);
  if (here?.type === 'or') return missing('OR', at, state);
  if (before?.type === 'open')
    return new QueryError('Nothing stands in this bracket.', at, state.text, 'Write words in it, or leave it out.');
  return new QueryError('Something is missing here.', at, state.text, 'Write a word, or leave out what joins it.');
}

function missing(operator: string, at: number, { text }: State): QueryError {
  return new QueryError(
    `${operator} joins two parts; one is missing here.`,
    at,
    text,
    `Write consent ${operator} contract, or "${operator.toLowerCase()}" in quotation marks for the word.`,
  );
}

function single(state: State): QueryNode {
  const token = state.tokens[state.next];
  if (token === undefined || token.type === 'close')
    throw new QueryError(
      'NOT wants a word behind it.',
      token?.at ?? state.text.length,
      state.text,
      'Write NOT consent or -consent.',
    );
  state.next += 1;
  if (token.type === 'not') return deeper(state, token, () => ({ type: 'not', node: single(state) }));
  if (token.type === 'open') return deeper(state, token, () => bracketed(state, token));
  if (token.type !== 'term')
    throw new QueryError('A word is wanted here.', token.at, state.text, 'Write a word, a "phrase" or a bracket.');
  return leaf(state, token);
}

function bracketed(state: State, open: Token): QueryNode {
  const outer = state.field;
  if (open.field !== null) state.field = fieldOf(open, state.text);
  const inner = anyOf(state);
  if (state.tokens[state.next]?.type !== 'close')
    throw new QueryError('This bracket is never closed.', open.at, state.text, 'Close it with ).');
  state.next += 1;
  state.field = outer;
  return inner;
}

function leaf(state: State, token: Token): QueryNode {
  const field = token.field === null ? state.field : fieldOf(token, state.text);
  const second = /^(\p{L}+)[:：]/u.exec(token.text)?.[1];
  if (field !== null && second !== undefined && !token.isPhrase && isField(second))
    throw new QueryError(
      `'${field}:' is followed by another field.`,
      token.at + (token.field === null ? 0 : token.field.length + 1),
      state.text,
      `Write ${field}:WORD ${second}:WORD.`,
    );
  if (isFacet(field)) return facetNode(field, token, state.text);
  const text = token.text.normalize('NFC');
  if (token.isPhrase) return { type: 'phrase', field, text, near: token.near };
  if (!/[*?]/.test(text)) return { type: 'word', field, text };
  return wildcard(field, text, token, state.text);
}

function wildcard(field: TextField | null, text: string, token: Token, query: string): QueryNode {
  const letters = text.match(/[\p{L}\p{N}]/gu) ?? [];
  // One character of Chinese or Japanese is a word; a question mark behind a sentence asks for nothing.
  const isEnough = letters.length >= FEWEST_LETTERS || /[\p{Lo}]/u.test(text);
  if (!isEnough)
    throw new QueryError(
      `A wildcard wants ${FEWEST_LETTERS} letters beside it.`,
      token.at,
      query,
      'Write more of the word: tran*, *flow, wom?n.',
    );
  return { type: 'pattern', field, text };
}

function isFacet(field: TextField | FacetName | null): field is FacetName {
  return FACETS.some((f) => f === field);
}

function fieldOf(token: Token, query: string): TextField | FacetName {
  const name = token.field?.toLowerCase() ?? '';
  const found = [...TEXT_FIELDS, ...FACETS].find((f) => f === name || (name === 'language' && f === 'lang'));
  if (found !== undefined) return found;
  throw new QueryError(`There is no field '${token.field}'.`, token.at, query);
}

function deeper(state: State, token: Token, read: () => QueryNode): QueryNode {
  if (state.depth >= DEEPEST)
    throw new QueryError('The brackets are nested too deep.', token.at, state.text, `At most ${DEEPEST} are read.`);
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
