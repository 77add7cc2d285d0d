export type Json = Readonly<Record<string, unknown>>;

export interface Doc {
  readonly id: string;
  readonly source: Json;
}
export interface Scored extends Doc {
  readonly score: number;
}

/** The documents that match a query, as we read OpenSearch's query DSL; scores are made up (the number of clauses met), for no order by score is tested here. */
export function rank(documents: readonly Doc[], query: Json): Scored[] {
  return documents.flatMap((d) => {
    const score = scoreOf(d, query);
    return score === null ? [] : [{ ...d, score }];
  });
}

/** Null where the document does not match. A query or a parameter that we have no use for is refused. */
function scoreOf(doc: Doc, query: Json): number | null {
  const [[type = '', given = {}] = [], second] = Object.entries(query) as [string, Json][];
  if (second !== undefined) throw new Error(`[${type}] malformed query, expected one key`);
  const queries = (value: unknown): Json[] =>
    value === undefined ? [] : Array.isArray(value) ? value : [value as Json];
  switch (type) {
    case 'match_all':
      return 1;
    case 'match_none':
      return null;
    case 'bool': {
      only(given, ['must', 'filter', 'should', 'must_not', 'minimum_should_match']);
      const must = queries(given.must).map((q) => scoreOf(doc, q));
      const should = queries(given.should).map((q) => scoreOf(doc, q));
      if ([...must, ...queries(given.filter).map((q) => scoreOf(doc, q))].includes(null)) return null;
      if (queries(given.must_not).some((q) => scoreOf(doc, q) !== null)) return null;
      if (should.length > 0 && should.filter((s) => s !== null).length < Number(given.minimum_should_match ?? 0))
        return null;
      return [...must, ...should].reduce<number>((sum, s) => sum + (s ?? 0), 0);
    }
    case 'dis_max': {
      only(given, ['queries', 'tie_breaker']);
      const scores = queries(given.queries).flatMap((q) => scoreOf(doc, q) ?? []);
      return scores.length === 0 ? null : Math.max(...scores);
    }
    case 'function_score': {
      only(given, ['query', 'functions', 'boost_mode']);
      const score = scoreOf(doc, given.query as Json);
      if (score === null) return null;
      const met = (given.functions as { filter: Json; weight: number }[]).filter(
        (f) => scoreOf(doc, f.filter) !== null,
      );
      return met.reduce((product, f) => product * f.weight, score);
    }
    case 'ids':
      only(given, ['values']);
      return (given.values as string[]).includes(doc.id) ? 1 : null;
    case 'terms': {
      const [[field = '', values] = []] = Object.entries(given);
      return valuesOf(doc, field).some((v) => (values as unknown[]).includes(v)) ? 1 : null;
    }
    default:
      return leafScore(doc, type, given);
  }
}

function leafScore(doc: Doc, type: string, given: Json): number | null {
  const [[field = '', rule = {}] = [], second] = Object.entries(given) as [string, Json][];
  if (second !== undefined) throw new Error(`[${type}] query doesn't support multiple fields`);
  const boost = Number(rule.boost ?? 1);
  const values = valuesOf(doc, field);
  const hit = (does: boolean): number | null => (does ? boost : null);
  switch (type) {
    case 'term':
      only(rule, ['value', 'boost']);
      return hit(values.includes(rule.value));
    case 'prefix':
      only(rule, ['value', 'boost']);
      return hit(values.some((v) => String(v).startsWith(String(rule.value))));
    case 'wildcard': {
      only(rule, ['value', 'boost']);
      const pattern = new RegExp(`^${String(rule.value).replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
      return hit(values.some((v) => pattern.test(String(v))));
    }
    case 'range':
      only(rule, ['gte', 'lte']);
      return hit(values.some((v) => Number(v) >= Number(rule.gte) && Number(v) <= Number(rule.lte)));
    case 'match_phrase': {
      only(rule, ['query', 'boost']);
      const phrase = String(rule.query).split(' ');
      return hit(values.some((_, i) => phrase.every((t, k) => values[i + k] === t)));
    }
    case 'intervals': {
      const { boost: _boost, ...source } = rule;
      return hit(intervals(values.map(String), source).length > 0);
    }
    default:
      throw new Error(`unknown query [${type}]`);
  }
}

interface Interval {
  readonly start: number;
  /** Inclusive, as Lucene's. */
  readonly end: number;
  readonly gaps: number;
}

function intervals(tokens: readonly string[], source: Json): Interval[] {
  const [[type = '', rule = {}] = []] = Object.entries(source) as [string, Json][];
  if (type === 'any_of') return (rule.intervals as Json[]).flatMap((s) => intervals(tokens, s));
  if (type === 'match') {
    only(rule, ['query', 'max_gaps', 'ordered']);
    const phrase = String(rule.query).split(' ');
    if (rule.max_gaps !== 0 || rule.ordered !== true) throw new Error('the stand-in knows adjacent terms only');
    return tokens.flatMap((_, i) =>
      phrase.every((t, k) => tokens[i + k] === t) ? [{ start: i, end: i + phrase.length - 1, gaps: 0 }] : [],
    );
  }
  if (type !== 'all_of') throw new Error(`unknown interval source [${type}]`);
  only(rule, ['intervals', 'max_gaps', 'ordered']);
  const parts = (rule.intervals as Json[]).map((s) => intervals(tokens, s));
  const combinations = parts.reduce<Interval[][]>((sofar, p) => sofar.flatMap((c) => p.map((i) => [...c, i])), [[]]);
  return combinations.flatMap((c) => {
    if (rule.ordered === true && c.some((one, i) => i > 0 && one.start <= (c[i - 1]?.end ?? -1))) return [];
    const [start, end] = [Math.min(...c.map((i) => i.start)), Math.max(...c.map((i) => i.end))];
    const covered = c.reduce((sum, i) => sum + i.end - i.start + 1, 0);
    const gaps = end - start + 1 - covered;
    return Number(rule.max_gaps) >= 0 && gaps > Number(rule.max_gaps) ? [] : [{ start, end, gaps }];
  });
}

/** The terms of a text field, the values of any other. */
function valuesOf({ source }: Doc, field: string): unknown[] {
  const [outer = '', inner] = field.split('.');
  if (outer === 'terms' && inner !== undefined) {
    const text = String((source.terms as Json | undefined)?.[inner] ?? '');
    return text === '' ? [] : text.split(/\s+/);
  }
  const value = source[field];
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function only(given: Json, known: readonly string[]): void {
  const stranger = Object.keys(given).find((k) => !known.includes(k));
  if (stranger !== undefined) throw new Error(`unknown field [${stranger}]`);
}

/** In the order asked, after `search_after` where it is given, each with its sort values. */
export function sortOf(
  found: readonly Scored[],
  sort: readonly Json[],
  after?: readonly unknown[],
): (Scored & { keys: unknown[] })[] {
  const keysOf = (d: Scored): unknown[] =>
    sort.map((s) => {
      const [field = ''] = Object.keys(s);
      return field === '_score' ? d.score : (valuesOf(d, field)[0] ?? null);
    });
  const isDown = sort.map((s) => JSON.stringify(s).includes('desc'));
  const compare = (a: readonly unknown[], b: readonly unknown[]): number => {
    for (const [i, left] of a.entries()) {
      const right = b[i];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      const isBefore = (left as number) < (right as number);
      return isBefore !== isDown[i] ? -1 : 1;
    }
    return 0;
  };
  const keyed = found.map((d) => ({ ...d, keys: keysOf(d) }));
  const rest = after === undefined ? keyed : keyed.filter((d) => compare(d.keys, after) > 0);
  return rest.sort((a, b) => compare(a.keys, b.keys));
}

export function aggregationsOf(found: readonly Doc[], aggs: Json): Json {
  return Object.fromEntries(
    Object.entries(aggs).map(([name, asked]) => {
      const [[type = '', rule = {}] = []] = Object.entries(asked as Json) as [string, Json][];
      if (type === 'terms') {
        only(rule, ['field', 'size']);
        const buckets = countsOf(found, String(rule.field)).slice(0, Number(rule.size));
        return [name, { buckets: buckets.map(([key, doc_count]) => ({ key, doc_count })), sum_other_doc_count: 0 }];
      }
      if (type !== 'composite') throw new Error(`unknown aggregation [${type}]`);
      only(rule, ['size', 'sources', 'after']);
      const [source = {}] = rule.sources as Json[];
      const [[group = '', by = {}] = []] = Object.entries(source) as [string, { terms?: { field: string } }][];
      const last = (rule.after as Json | undefined)?.[group];
      const all = countsOf(found, by.terms?.field ?? '').sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      const page = all.filter(([key]) => last === undefined || String(key) > String(last)).slice(0, Number(rule.size));
      const buckets = page.map(([key, doc_count]) => ({ key: { [group]: key }, doc_count }));
      return [name, { buckets, ...(buckets.length > 0 ? { after_key: buckets.at(-1)?.key } : {}) }];
    }),
  );
}

function countsOf(found: readonly Doc[], field: string): [unknown, number][] {
  const counts = new Map<unknown, number>();
  for (const doc of found)
    for (const value of new Set(valuesOf(doc, field))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
