import type { API, Client, Types } from '@opensearch-project/opensearch';

type Dsl = Types.Common_QueryDsl.QueryContainer;
type Body = API.Search_RequestBody;
type Sort = NonNullable<Body['sort']>;
type Source = Readonly<Record<string, unknown>>;

/** A document found. */
export interface Found {
  readonly id: string;
  readonly score: number;
  readonly source: Source;
}

/** OpenSearch's own limit on `from + size` (index.max_result_window); beyond it one goes on from the last document. */
const WINDOW = 10_000;
const PAGE = 1_000;

/** What one index (an alias, or several) answers. */
export class Asking {
  constructor(
    readonly client: Client,
    readonly index: string,
  ) {}

  /** So many documents in an order that leaves no ties, and how many match in all. */
  async hits(
    query: Dsl,
    sort: Sort,
    from: number,
    size: number,
    fields: string[],
  ): Promise<{ total: number; found: Found[] }> {
    const isDeep = from + size > WINDOW;
    const body: Body = {
      query,
      sort,
      size: isDeep ? 0 : size,
      from: isDeep ? 0 : from,
      track_total_hits: true,
      _source: fields,
    };
    const { hits } = await this.search(body);
    const total = typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
    if (!isDeep) return { total, found: hits.hits.map(foundOf) };
    const found: Found[] = [];
    for await (const one of this.pages(query, sort, fields)) {
      if (found.length >= from + size) break;
      found.push(one);
    }
    return { total, found: found.slice(from) };
  }

  /** All documents, page by page: each page goes on after the last document of the one before (`search_after`). */
  async *pages(query: Dsl, sort: Sort, fields: string[]): AsyncGenerator<Found> {
    let after: Body['search_after'];
    for (;;) {
      const { hits } = await this.search({
        query,
        sort,
        size: PAGE,
        _source: fields,
        ...(after ? { search_after: after } : {}),
      });
      yield* hits.hits.map(foundOf);
      after = hits.hits.at(-1)?.sort;
      if (hits.hits.length < PAGE || after === undefined) return;
    }
  }

  /** Counts of each field's values over everything that matches; exact up to so many values, which no facet of ours has. */
  async counts(query: Dsl, fields: readonly string[]): Promise<ReadonlyMap<string, readonly Count[]>> {
    const aggs = Object.fromEntries(fields.map((field) => [field, { terms: { field, size: MOST_VALUES } }]));
    const { aggregations } = await this.search({ query, size: 0, aggs });
    const given = (aggregations ?? {}) as Record<string, { buckets?: readonly { key: unknown; doc_count: number }[] }>;
    return new Map(
      fields.map((f) => [f, (given[f]?.buckets ?? []).map((b) => ({ value: String(b.key), count: b.doc_count }))]),
    );
  }

  /** Counts by a field of any number of values, in pages. */
  async grouped(query: Dsl, field: string): Promise<Count[]> {
    const counts: Count[] = [];
    let after: Record<string, string> | undefined;
    do {
      const composite = { size: PAGE, sources: [{ group: { terms: { field } } }], ...(after ? { after } : {}) };
      const { aggregations } = await this.search({ query, size: 0, aggs: { groups: { composite } } });
      const groups = aggregations?.groups as
        | { buckets: readonly { key: { group: string }; doc_count: number }[]; after_key?: Record<string, string> }
        | undefined;
      counts.push(...(groups?.buckets ?? []).map((b) => ({ value: b.key.group, count: b.doc_count })));
      after = groups?.after_key;
    } while (after !== undefined);
    return counts;
  }

  private async search(body: Body): Promise<API.Search_ResponseBody> {
    return (await this.client.search({ index: this.index, body })).body;
  }
}

export interface Count {
  readonly value: string;
  readonly count: number;
}

const MOST_VALUES = 2_000;

function foundOf(hit: { _id?: string; _score?: unknown; _source?: unknown }): Found {
  return { id: hit._id ?? '', score: Number(hit._score ?? 0), source: (hit._source ?? {}) as Source };
}
