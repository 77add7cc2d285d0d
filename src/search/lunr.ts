import { createRequire } from 'node:module';
import lunr from 'lunr';
import { analyse } from '../text/analyse.js';
import type { IndexedPassage } from './passages.js';
import type { Query, QueryNode } from './query.js';

/** A passage with the instrument it stands in. */
export interface PortablePassage {
  readonly instrument: string;
  readonly passage: IndexedPassage;
}

/** What a report folder carries to be searched without a database: a serialised lunr index and what its hits show. */
export interface PortableIndex {
  readonly index: object;
  /** By lunr's ref, which is the place in this list; facets are kept here and filter the hits. */
  readonly documents: readonly PortableDocument[];
}

export interface PortableDocument {
  readonly instrument: string;
  readonly eId: string;
  readonly citation: string | null;
  readonly title: string;
  readonly heading: string;
  readonly context: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly year: number | null;
  readonly codes: readonly string[];
}

/** The same weights as the database's bm25, so that both indexes rank alike. */
const BOOSTS = { headingTerms: 6, contextTerms: 2, bodyTerms: 1, definitionTerms: 1.5, titleTerms: 1.5 } as const;
const FIELD_OF = {
  heading: 'headingTerms',
  context: 'contextTerms',
  definition: 'definitionTerms',
  title: 'titleTerms',
} as const;
const CODED_BOOST = 1.35;
/** Beyond this the file grows past what a page should load; the full corpus is searched by the database. */
const MOST_DOCUMENTS = 10_000;

/**
 * Returns a lunr index of passages, coded ones first where there are more than 10,000 of them. The terms are already
 * analysed, so lunr's own pipeline (which would drop 'may', 'must' and 'not') is emptied.
 */
export function buildLunr(passages: readonly PortablePassage[]): PortableIndex {
  const isCoded = (p: PortablePassage): number => (p.passage.codes.length > 0 ? 0 : 1);
  const kept = [...passages].sort((a, b) => isCoded(a) - isCoded(b)).slice(0, MOST_DOCUMENTS);
  const builder = new lunr.Builder();
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  for (const [field, boost] of Object.entries(BOOSTS)) builder.field(field, { boost });
  kept.forEach(({ passage }, i) => {
    const boost = passage.codes.length > 0 ? CODED_BOOST : 1;
    builder.add({ id: String(i), ...fieldsOf(passage) }, { boost });
  });
  return { index: builder.build().toJSON(), documents: kept.map(documentOf) };
}

/** Where lunr's own browser file lies, for a report folder that searches without a database. */
export function lunrFile(): string {
  return createRequire(import.meta.url).resolve('lunr/lunr.min.js');
}

/** Places in `documents` that match, best first, with lunr's score. Phrases ask for all their words, in any order. */
export function searchLunr(
  portable: PortableIndex,
  query: Query,
): readonly { readonly place: number; readonly score: number }[] {
  if (query.root === null) return [];
  const index = lunr.Index.load(portable.index);
  const scores = evaluate(index, query.root);
  return [...scores].map(([place, score]) => ({ place, score })).sort((a, b) => b.score - a.score || a.place - b.place);
}

type Scores = Map<number, number>;

function evaluate(index: lunr.Index, node: QueryNode): Scores {
  if (node.type === 'not') return new Map(); // As in the database: a bare NOT finds nothing.
  if ('nodes' in node) {
    return node.type === 'and'
      ? all(index, node.nodes)
      : node.nodes.map((n) => evaluate(index, n)).reduce(union, new Map());
  }
  const prefix = node.type === 'word' && node.isPrefix;
  const terms = prefix ? [node.text.toLowerCase()] : analyse(node.text).map((t) => t.term);
  const fields = node.field === null ? Object.keys(BOOSTS) : [FIELD_OF[node.field]];
  return terms.map((term) => lookup(index, term, fields, prefix)).reduce(both, null) ?? new Map();
}

function all(index: lunr.Index, nodes: readonly QueryNode[]): Scores {
  const wanted =
    nodes.flatMap((n) => (n.type === 'not' || isSilent(n) ? [] : [evaluate(index, n)])).reduce(both, null) ?? new Map();
  for (const n of nodes) if (n.type === 'not') for (const place of evaluate(index, n.node).keys()) wanted.delete(place);
  return wanted;
}

/** A stop word asks for nothing, so it must not empty the answer. */
function isSilent(node: QueryNode): boolean {
  return (
    (node.type === 'word' || node.type === 'phrase') &&
    !(node.type === 'word' && node.isPrefix) &&
    analyse(node.text).length === 0
  );
}

function lookup(index: lunr.Index, term: string, fields: readonly string[], prefix: boolean): Scores {
  const hits = index.query((q) => {
    q.term(term, {
      fields: [...fields],
      usePipeline: false,
      wildcard: prefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
    });
  });
  return new Map(hits.map((h) => [Number(h.ref), h.score]));
}

function both(left: Scores | null, right: Scores): Scores {
  if (left === null) return right;
  return new Map(
    [...left].flatMap(([place, score]) =>
      right.has(place) ? [[place, score + (right.get(place) ?? 0)] as const] : [],
    ),
  );
}

function union(left: Scores, right: Scores): Scores {
  const out = new Map(left);
  for (const [place, score] of right) out.set(place, (out.get(place) ?? 0) + score);
  return out;
}

function fieldsOf(p: IndexedPassage): Record<keyof typeof BOOSTS, string> {
  return {
    headingTerms: p.headingTerms,
    contextTerms: p.contextTerms,
    bodyTerms: p.bodyTerms,
    definitionTerms: p.definitionTerms,
    titleTerms: p.titleTerms,
  };
}

function documentOf({ instrument, passage: p }: PortablePassage): PortableDocument {
  const { eId, citation, title, heading, context, jurisdictions, kind, year, codes } = p;
  return { instrument, eId, citation, title, heading, context, jurisdictions, kind, year, codes };
}
