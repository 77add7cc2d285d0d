import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aggregationsOf, type Json, rank, sortOf } from './lucene.js';

/**
 * A stand-in for OpenSearch on loopback: NOT OpenSearch. It knows the few requests that lexatlas makes, in the shapes of OpenSearch's
 * published API (the client's types, made from that specification, hold the bodies to it when we compile), refuses any other field or query, and
 * answers as we read the documentation. It proves that our two back ends mean the same; that OpenSearch means it too is proved by running the
 * same suite with LEXATLAS_OPENSEARCH_URL.
 */
export interface StandIn {
  readonly address: string;
  /** Every request: `METHOD path`. */
  readonly asked: string[];
  readonly indices: ReadonlyMap<string, ReadonlyMap<string, Json>>;
  readonly aliases: ReadonlyMap<string, string>;
  /** From now on so many bulk requests are answered 'too many requests', by document. */
  beFull(requests: number): void;
  /** From now on so many bulk requests are served, and no more. */
  failAfter(requests: number): void;
  stop(): Promise<void>;
}

const LIMIT_MS = 120_000;

/** Starts one; it ends by itself after two minutes. */
export async function standIn(): Promise<StandIn> {
  const indices = new Map<string, Map<string, Json>>();
  const fields = new Map<string, ReadonlySet<string>>();
  const aliases = new Map<string, string>();
  const asked: string[] = [];
  let [full, bulksLeft] = [0, Number.POSITIVE_INFINITY];

  const bulk = (body: string): Json => {
    const lines = body.trimEnd().split('\n');
    const isFull = full > 0;
    full -= 1;
    const items: Json[] = [];
    for (let i = 0; i < lines.length; i += 2) {
      const action = JSON.parse(lines[i] ?? '') as { index: { _index: string; _id: string } };
      const source = JSON.parse(lines[i + 1] ?? '') as Json;
      const { _index, _id } = action.index;
      const known = fields.get(_index);
      const stranger = Object.keys(source).find((name) => known?.has(name) !== true);
      if (isFull) items.push({ index: { _id, status: 429, error: { reason: 'rejected execution' } } });
      else if (stranger !== undefined)
        items.push({
          index: {
            _id,
            status: 400,
            error: { reason: `mapping set to strict, dynamic introduction of [${stranger}]` },
          },
        });
      else {
        indices.get(_index)?.set(_id, source);
        items.push({ index: { _id, status: 201 } });
      }
    }
    return { errors: isFull || items.some((i) => JSON.stringify(i).includes('"error"')), items };
  };

  const search = (names: string, body: Json): Answer => {
    const wanted = names.split(',').map((n) => aliases.get(n) ?? n);
    if (wanted.some((n) => !indices.has(n)))
      return [404, { error: { type: 'index_not_found_exception', reason: 'no such index' } }];
    const documents = wanted.flatMap((n) => [...(indices.get(n) ?? [])].map(([id, source]) => ({ id, source })));
    const {
      query = { match_all: {} },
      sort,
      size = 10,
      from = 0,
      track_total_hits: _t,
      _source = [],
      aggs,
      search_after,
      ...other
    } = body;
    if (Object.keys(other).length > 0) return refusal(`unknown key [${Object.keys(other)[0]}] in the request body`);
    if (Number(from) + Number(size) > 10_000) return refusal('Result window is too large');
    const matching = rank(documents, query as Json);
    const ordered =
      sort === undefined
        ? matching.map((m) => ({ ...m, keys: [] }))
        : sortOf(matching, sort as Json[], search_after as unknown[] | undefined);
    const hits = ordered.slice(Number(from), Number(from) + Number(size)).map(({ id, source, score, keys }) => ({
      _id: id,
      _score: score,
      _source: Object.fromEntries(Object.entries(source).filter(([name]) => (_source as string[]).includes(name))),
      sort: keys,
    }));
    const aggregations = aggs === undefined ? {} : { aggregations: aggregationsOf(matching, aggs as Json) };
    return [200, { hits: { total: { value: matching.length, relation: 'eq' }, hits }, ...aggregations }];
  };

  const move = ({ actions }: { actions: readonly Json[] }): Answer => {
    for (const { add, remove_index } of actions as {
      add?: { index: string; alias: string };
      remove_index?: { index: string };
    }[]) {
      if (remove_index !== undefined) indices.delete(remove_index.index);
      if (add !== undefined) aliases.set(add.alias, add.index);
    }
    return [200, { acknowledged: true }];
  };

  const answer = (method: string, path: string, body: string): Answer => {
    const [first = '', second = '', third = ''] = path.split('/').map(decodeURIComponent);
    const asked_ = `${method} ${second === '' ? (first.startsWith('_') ? first : '{index}') : first.startsWith('_') ? first : second}`;
    const json = (): Json => JSON.parse(body) as Json;
    switch (asked_) {
      case 'HEAD {index}':
        return [indices.has(first) ? 200 : 404, {}];
      case 'PUT {index}': {
        const { mappings } = json() as { mappings: { properties: Json; dynamic: string } };
        if (mappings.dynamic !== 'strict') return refusal('the stand-in knows strict mappings only');
        indices.set(first, new Map());
        fields.set(first, new Set(Object.keys(mappings.properties)));
        return [200, { acknowledged: true, index: first }];
      }
      case 'PUT _settings':
      case 'POST _refresh':
      case 'GET _refresh':
        return [200, { acknowledged: true }];
      case 'POST _bulk':
        bulksLeft -= 1;
        return bulksLeft < 0
          ? [500, { error: { type: 'gone', reason: 'the stand-in was told to fail' } }]
          : [200, bulk(body)];
      case 'POST _search':
        return search(first, json());
      case 'HEAD _alias':
        return [aliases.has(second) ? 200 : 404, {}];
      case 'GET _alias': {
        const index = aliases.get(second);
        return index === undefined ? [404, {}] : [200, { [index]: { aliases: { [second]: {} } } }];
      }
      case 'POST _aliases':
        return move(json() as { actions: Json[] });
      default:
        return refusal(`the stand-in does not know ${method} /${first}/${second}/${third}`);
    }
  };

  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').slice(1).split('?')[0] ?? '';
    asked.push(`${request.method} /${path}`);
    const body = await textOf(request);
    let [status, said]: Answer = [500, {}];
    try {
      [status, said] = answer(request.method ?? 'GET', path, body);
    } catch (error) {
      [status, said] = refusal(error instanceof Error ? error.message : String(error));
    }
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      clearTimeout(late);
      server.closeAllConnections();
      server.close(() => resolve());
    });
  const late = setTimeout(() => void stop(), LIMIT_MS).unref();
  return {
    address: `opensearch://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    indices,
    aliases,
    beFull: (requests) => {
      full = requests;
    },
    failAfter: (requests) => {
      bulksLeft = requests;
    },
    stop,
  };
}

type Answer = readonly [status: number, body: Json];

function refusal(reason: string): Answer {
  return [400, { error: { type: 'parsing_exception', reason }, status: 400 }];
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
