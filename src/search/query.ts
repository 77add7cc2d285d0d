/** What a query asks, as a tree: leaves are words, phrases, prefixes; `field` null means everywhere. */
export type QueryNode =
  | { readonly type: 'word'; readonly field: TextField | null; readonly text: string; readonly isPrefix: boolean }
  | { readonly type: 'phrase'; readonly field: TextField | null; readonly text: string; readonly near: number | null }
  | { readonly type: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly type: 'not'; readonly node: QueryNode };

export type TextField = 'heading' | 'definition' | 'title' | 'context';

/** Facets narrow the answer; they do not rank it. */
export interface Facets {
  readonly jurisdiction: readonly string[];
  readonly code: readonly string[];
  readonly kind: readonly string[];
  readonly party: readonly string[];
  readonly force: readonly string[];
  readonly lang: readonly string[];
  readonly instrument: readonly string[];
  readonly year: readonly string[];
}

export interface Query {
  /** Null where only facets are asked. */
  readonly root: QueryNode | null;
  readonly facets: Facets;
}

/** A query that cannot be read: `at` is the 0-based place in it. */
export class QueryError extends Error {
  readonly mend: string;
  constructor(
    message: string,
    readonly at: number,
    query: string,
  ) {
    super(`${message}\n  ${query}\n  ${' '.repeat(at)}^`);
    this.name = 'QueryError';
    this.mend =
      'Fields: heading: definition: title: context: jurisdiction: party: code: kind: force: lang: instrument: year:2015..2020. Quote a phrase with "…".';
  }
}

interface Token {
  readonly type: 'open' | 'close' | 'and' | 'or' | 'not' | 'term';
  readonly at: number;
  readonly field: string | null;
  readonly text: string;
  readonly isPhrase: boolean;
  readonly near: number | null;
}

const TEXT_FIELDS: readonly string[] = ['heading', 'definition', 'title', 'context'];
const FACETS = ['jurisdiction', 'code', 'kind', 'party', 'force', 'lang', 'instrument', 'year'] as const;
const TOKEN = /\s*(?:(\()|(\))|(-|NOT\b)|(AND\b)|(OR\b)|(?:([\p{L}]+):)?(?:"([^"]*)"(?:~(\d{1,3}))?|([^\s()"]+)))/uy;

/**
 * Reads a query: words, "phrases", "near words"~8, prefix*, AND OR NOT (-), brackets, fields and facets.
 * Words without an operator must all occur. Every string without unbalanced quotes, brackets or unknown fields is a query.
 * @throws QueryError that points at the place.
 */
export function parseQuery(text: string): Query {
  const facets: Record<(typeof FACETS)[number], string[]> = {
    jurisdiction: [],
    code: [],
    kind: [],
    party: [],
    force: [],
    lang: [],
    instrument: [],
    year: [],
  };
  const tokens: Token[] = [];
  for (const token of tokenise(text)) {
    const facet = FACETS.find((f) => f === token.field);
    if (facet !== undefined) facets[facet].push(token.text);
    else if (token.field !== null && !TEXT_FIELDS.includes(token.field))
      throw new QueryError(`There is no field '${token.field}'.`, token.at, text);
    else tokens.push(token);
  }
  const state = { tokens, next: 0, text };
  const root = tokens.length === 0 ? null : anyOf(state);
  const rest = tokens[state.next];
  if (rest !== undefined) throw new QueryError('This bracket closes nothing.', rest.at, text);
  return { root, facets };
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex;
    const at = from + (text.slice(from).length - text.slice(from).trimStart().length);
    const m = TOKEN.exec(text);
    if (m === null) throw new QueryError('This quotation mark is never closed.', at, text);
    const type = m[1] ? 'open' : m[2] ? 'close' : m[3] ? 'not' : m[4] ? 'and' : m[5] ? 'or' : 'term';
    tokens.push({
      type,
      at,
      field: m[6] ?? null,
      text: m[7] ?? m[9] ?? '',
      isPhrase: m[7] !== undefined,
      near: m[8] === undefined ? null : Number(m[8]),
    });
  }
  return tokens;
}

interface State {
  readonly tokens: readonly Token[];
  next: number;
  readonly text: string;
}

function anyOf(state: State): QueryNode {
  const nodes = [allOf(state)];
  while (state.tokens[state.next]?.type === 'or') {
    state.next += 1;
    nodes.push(allOf(state));
  }
  return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { type: 'or', nodes };
}

function allOf(state: State): QueryNode {
  const nodes: QueryNode[] = [];
  for (
    let token = state.tokens[state.next];
    token !== undefined && token.type !== 'close' && token.type !== 'or';
    token = state.tokens[state.next]
  ) {
    if (token.type === 'and') state.next += 1;
    else nodes.push(single(state));
  }
  const [only] = nodes;
  if (only === undefined)
    throw new QueryError('Something is missing here.', state.tokens[state.next]?.at ?? state.text.length, state.text);
  return nodes.length === 1 ? only : { type: 'and', nodes };
}

function single(state: State): QueryNode {
  const token = state.tokens[state.next];
  if (token === undefined) throw new QueryError('Something is missing here.', state.text.length, state.text);
  state.next += 1;
  if (token.type === 'not') return { type: 'not', node: single(state) };
  if (token.type === 'open') {
    const inner = anyOf(state);
    if (state.tokens[state.next]?.type !== 'close')
      throw new QueryError('This bracket is never closed.', token.at, state.text);
    state.next += 1;
    return inner;
  }
  if (token.type !== 'term') throw new QueryError('A word is wanted here.', token.at, state.text);
  const field = token.field as TextField | null;
  if (token.isPhrase) return { type: 'phrase', field, text: token.text, near: token.near };
  return { type: 'word', field, text: token.text.replace(/\*+$/, ''), isPrefix: token.text.endsWith('*') };
}
