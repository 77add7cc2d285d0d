import type { Types } from '@opensearch-project/opensearch';
import type { FacetName, IndexQuery, MatchNode, PassageField, PassageFilter } from '../../model/index.js';

type Dsl = Types.Common_QueryDsl.QueryContainer;

/**
 * What one occurrence counts in each part. FTS5 weighs occurrences before bm25 saturates (6 in a heading, 2 in its context, 1.5 in a definition
 * or title); at average length that makes w(k₁+1)/(w+k₁) of a score, k₁ = 1.2, which is said here as boosts.
 */
const BOOSTS: Readonly<Record<PassageField, number>> = {
  heading: 1.83,
  context: 1.38,
  body: 1,
  definition: 1.22,
  title: 1.22,
};
const FIELDS = Object.keys(BOOSTS) as PassageField[];
/** Of a term in several parts the best counts, and a little of the others: FTS5 saturates their sum. */
const TIE_BREAKER = 0.1;
/** As in the study's own index: a coded provision states a rule of the field. */
const CODED_BONUS = 1.35;
/** Orders of more phrases are not tried one by one. */
const MOST_ORDERED = 4;

/** The query as OpenSearch's: what matches and ranks, what narrows, and that only passages are found. */
export function dslOf(query: IndexQuery): Dsl {
  const filter: Dsl[] = [{ term: { type: { value: 'passage' } } }];
  if (query.filter !== undefined && query.filter !== null) filter.push(narrowing(query.filter));
  const must = query.match === null ? [] : [matching(query.match)];
  return {
    function_score: {
      query: { bool: { must, filter } },
      functions: [{ filter: { term: { isCoded: { value: true } } }, weight: CODED_BONUS }],
      boost_mode: 'multiply',
    },
  };
}

function matching(node: MatchNode): Dsl {
  switch (node.type) {
    case 'phrase': {
      const [only = ''] = node.terms;
      if (node.terms.length === 1)
        return inFields(node.field, (f, boost) => ({ term: { [f]: { value: only, boost } } }));
      const query = node.terms.join(' ');
      return inFields(node.field, (f, boost) => ({ match_phrase: { [f]: { query, boost } } }));
    }
    case 'prefix':
      return inFields(node.field, (f, boost) => ({ prefix: { [f]: { value: node.start, boost } } }));
    case 'glob':
      return inFields(node.field, (f, boost) => ({ wildcard: { [f]: { value: node.glob, boost } } }));
    case 'near': {
      const intervals = nearness(node.phrases, node.distance);
      return intervals === null
        ? NOTHING
        : inFields(node.field, (f, boost) => ({ intervals: { [f]: { ...intervals, boost } } }));
    }
    case 'and':
      return { bool: { must: node.nodes.map(matching) } };
    case 'or':
      if (node.nodes.length === 0) return NOTHING;
      return { bool: { should: node.nodes.map(matching), minimum_should_match: 1 } };
    case 'except':
      return { bool: { must: [matching(node.wanted)], must_not: [matching(node.unwanted)] } };
  }
}

const NOTHING: Dsl = { match_none: {} };

function inFields(field: PassageField | null, one: (field: string, boost: number) => Dsl): Dsl {
  if (field !== null) return one(`terms.${field}`, BOOSTS[field]);
  return { dis_max: { queries: FIELDS.map((f) => one(`terms.${f}`, BOOSTS[f])), tie_breaker: TIE_BREAKER } };
}

type Interval = Types.Common_QueryDsl.IntervalsContainer;

/**
 * FTS5's NEAR bounds the words between the end of the first phrase and the beginning of the last; `max_gaps` leaves out the phrases between
 * them. So their lengths are taken off, for each order in which they may stand where they differ. Null where nothing can be so near.
 */
function nearness(phrases: readonly (readonly string[])[], distance: number): Interval | null {
  const distinct = [...new Map(phrases.map((p) => [p.join(' '), p])).values()];
  const total = distinct.reduce((sum, p) => sum + p.length, 0);
  const isOrdered =
    distinct.length > 2 && distinct.length <= MOST_ORDERED && new Set(distinct.map((p) => p.length)).size > 1;
  const choices = (isOrdered ? orders(distinct) : [distinct]).flatMap((order): Interval[] => {
    const ends = order.length < 2 ? total : (order[0]?.length ?? 0) + (order.at(-1)?.length ?? 0);
    const max_gaps = distance - (total - ends);
    // -1 would mean that any distance will do.
    return max_gaps < 0 ? [] : [{ all_of: { intervals: order.map(adjacent), max_gaps, ordered: isOrdered } }];
  });
  const [only] = choices;
  return choices.length > 1 ? { any_of: { intervals: choices } } : (only ?? null);
}

function adjacent(phrase: readonly string[]): Interval {
  return { match: { query: phrase.join(' '), max_gaps: 0, ordered: true } };
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => orders(items.filter((_, k) => k !== i)).map((rest) => [item, ...rest]));
}

function narrowing(filter: PassageFilter): Dsl {
  switch (filter.type) {
    case 'match':
      return matching(filter.match);
    case 'not':
      return { bool: { must_not: [narrowing(filter.node)] } };
    case 'and':
      return { bool: { filter: filter.nodes.map(narrowing) } };
    case 'or':
      if (filter.nodes.length === 0) return NOTHING;
      return { bool: { should: filter.nodes.map(narrowing), minimum_should_match: 1 } };
    case 'facet':
      return FACETS[filter.facet](filter.value);
  }
}

const is = (field: string, value: string): Dsl => ({ term: { [field]: { value } } });
const oneOf = (...should: Dsl[]): Dsl => ({ bool: { should, minimum_should_match: 1 } });

const FACETS: Readonly<Record<FacetName, (value: string) => Dsl>> = {
  jurisdiction: (v) => is('jurisdictions', v),
  party: (v) => ({
    bool: { filter: [oneOf(is('kind', 'agreement'), is('kind', 'convention')), is('jurisdictions', v)] },
  }),
  code: (v) => oneOf(is('codes', v), { prefix: { codes: { value: `${v}.` } } }),
  force: (v) => is('forces', v),
  kind: (v) => is('kind', v),
  instrument: (v) => is('instrumentName', v),
  lang: (v) => is('languages', v),
  year: (v) => {
    const [from = '', to = from] = v.split('..');
    return { range: { year: { gte: from === '' ? 0 : Number(from), lte: to === '' ? 9999 : Number(to) } } };
  },
};
