import type { FacetName } from '../../model/index.js';

/** Parts of a provision that can be searched alone; `null` in a leaf means all of them. */
export type TextField = 'heading' | 'definition' | 'title' | 'context';

/**
 * What a query asks, as a tree. Leaves: a `word`; a `pattern` with `*` (any letters) or `?` (one letter); a `phrase`, its
 * words in this order or, with `near`, at most so many other words apart; a `facet`.
 */
export type QueryNode =
  | { readonly type: 'word' | 'pattern'; readonly field: TextField | null; readonly text: string }
  | { readonly type: 'phrase'; readonly field: TextField | null; readonly text: string; readonly near: number | null }
  | { readonly type: 'facet'; readonly facet: FacetName; readonly value: string }
  | { readonly type: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly type: 'not'; readonly node: QueryNode };

/** A leaf that looks for words. */
export type TextLeaf = Extract<QueryNode, { readonly type: 'word' | 'pattern' | 'phrase' }>;

/** A question to the index, parsed. */
export interface Query {
  /** Null for an empty query. */
  readonly root: QueryNode | null;
}

export const TEXT_FIELDS: readonly TextField[] = ['heading', 'definition', 'title', 'context'];
export const FACETS: readonly FacetName[] = [
  'jurisdiction',
  'party',
  'code',
  'kind',
  'force',
  'lang',
  'instrument',
  'year',
];

/** A query that cannot be read: `at` is the 0-based place in it, `mend` what to write instead. */
export class QueryError extends Error {
  constructor(
    message: string,
    readonly at: number,
    query: string,
    readonly mend: string = FIELDS_HELP,
  ) {
    super(`${message}\n  ${query.replace(/\s/g, ' ')}\n  ${blankAs(query.slice(0, at))}^`);
    this.name = 'QueryError';
  }
}

/** As much room as the text takes: a Chinese, Japanese or Korean character is as wide as an ideographic space, an accent takes none. */
function blankAs(text: string): string {
  return text
    .replace(/\p{M}/gu, '')
    .replace(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/gu,
      '\u3000',
    )
    .replace(/[^\u3000]/gu, ' ');
}

const FIELDS_HELP =
  'Fields: heading: definition: title: context: jurisdiction: party: code: kind: force: lang: instrument: year:2015..2020. Quote a phrase with "…".';

/** The leaves of a query that look for words, those under NOT only where asked. */
export function textLeaves(node: QueryNode | null, withExcluded = false): TextLeaf[] {
  if (node === null || node.type === 'facet') return [];
  if (node.type === 'not') return withExcluded ? textLeaves(node.node, true) : [];
  if ('nodes' in node) return node.nodes.flatMap((n) => textLeaves(n, withExcluded));
  return [node];
}
