import type { Client } from '@opensearch-project/opensearch';
import type { TermCount } from '../../model/index.js';
import { StudyError } from '../schema.js';
import { remoteAddress } from './address.js';
import { Asking } from './ask.js';
import { type LawToIndex, lawDocument, type RemoteDocument, unitDocuments } from './documents.js';
import { loadingSettings, MAPPING_VERSION, MAPPINGS } from './mapping.js';
import { withServer } from './server.js';

/** What is loaded, read law by law as it is sent. */
export interface RemoteLoad {
  /** sha256 of what the study holds, lower-case hex: the same study makes the same index. */
  readonly edition: string;
  readonly ids: readonly string[];
  law(id: string): LawToIndex | null;
  /** How many passages hold each index term. */
  terms(): Iterable<TermCount>;
  readonly shards: number;
  readonly replicas: number;
  /** Told after each law. */
  step(id: string): void;
}

export interface Loaded {
  /** The index that the name stands for now. */
  readonly index: string;
  readonly sent: number;
  /** Laws that an earlier load, which was stopped, had sent. */
  readonly kept: number;
  /** Indices that the name stood for before, gone now. */
  readonly replaced: readonly string[];
}

/** Documents sent before the laws they belong to are marked as whole: what a stopped load does again. */
const BATCH_DOCUMENTS = 2_000;
/** OpenSearch's advice for bulk requests is 5 to 15 MB; the helper sends so many at once and reads on only when one is answered. */
const FLUSH_BYTES = 5_000_000;
const AT_ONCE = 4;
/** A server that says it is full (429) is given time, so often. */
const RETRIES = 6;
const RETRY_AFTER_MS = 1_000;

/**
 * Loads a study under a name. It goes into an index of its own, named after what it holds; a load that was stopped goes on where it
 * stopped; only when all of it is there and counted does the name move to it, in one step, and the old index goes. Searches notice nothing.
 * @throws StudyError where the server refuses a document, or holds fewer than were sent.
 */
export async function loadRemote(address: string, load: RemoteLoad): Promise<Loaded> {
  const place = remoteAddress(address);
  if (place.name.includes(','))
    throw new StudyError(`${place.shown} names several indices.`, 'A study is loaded under one name.');
  return withServer(place, async (client) => {
    const index = `${place.name}-${MAPPING_VERSION}-${load.edition.slice(0, 12)}`;
    const isBegun = (await client.indices.exists({ index })).body;
    if (!isBegun)
      await client.indices.create({ index, body: { settings: loadingSettings(load.shards), mappings: MAPPINGS } });
    const kept = isBegun ? await wholeLaws(client, index) : new Set<string>();
    const sent = await sendLaws(client, index, load, kept);
    await send(client, index, termDocuments(load.terms()));
    await client.indices.putSettings({
      index,
      body: { index: { number_of_replicas: load.replicas, refresh_interval: '1s' } },
    });
    await client.indices.refresh({ index });
    const laws = (await wholeLaws(client, index)).size;
    if (laws < sent + kept.size)
      throw new StudyError(
        `${place.shown} holds ${laws} of ${sent + kept.size} laws.`,
        'Load again: what is missing is sent anew.',
      );
    return { index, sent, kept: kept.size, replaced: await moveName(client, place.name, index) };
  });
}

/** Ids of the laws of which everything is there. */
async function wholeLaws(client: Client, index: string): Promise<Set<string>> {
  await client.indices.refresh({ index });
  const ids = new Set<string>();
  const query = { term: { type: { value: 'law' } } };
  for await (const { source } of new Asking(client, index).pages(query, [{ instrument: 'asc' }], ['instrument']))
    ids.add(String(source.instrument));
  return ids;
}

async function sendLaws(client: Client, index: string, load: RemoteLoad, kept: ReadonlySet<string>): Promise<number> {
  let [units, laws]: [RemoteDocument[], RemoteDocument[]] = [[], []];
  let sent = 0;
  const flush = async (): Promise<void> => {
    await send(client, index, units);
    // Requests overtake each other: a law is marked as whole only when all its units were acknowledged.
    await send(client, index, laws);
    sent += laws.length;
    [units, laws] = [[], []];
  };
  for (const id of load.ids) {
    const law = kept.has(id) ? null : load.law(id);
    load.step(id);
    if (law === null) continue;
    units.push(...unitDocuments(law));
    laws.push(lawDocument(law));
    if (units.length >= BATCH_DOCUMENTS) await flush();
  }
  await flush();
  return sent;
}

async function send(client: Client, index: string, documents: Iterable<RemoteDocument>): Promise<void> {
  const ids: string[] = [];
  const refused: string[] = [];
  const sources = async function* (): AsyncGenerator<RemoteDocument['source']> {
    for (const { id, source } of documents) {
      ids.push(id);
      yield source;
    }
  };
  let place = 0;
  await client.helpers.bulk({
    datasource: sources(),
    // Called once for each document, in order.
    onDocument: () => {
      const _id = ids[place] ?? '';
      place += 1;
      return { index: { _index: index, _id } };
    },
    flushBytes: FLUSH_BYTES,
    concurrency: AT_ONCE,
    retries: RETRIES,
    wait: RETRY_AFTER_MS,
    onDrop: ({ error, operation }) =>
      refused.push(`${JSON.stringify(operation)}: ${error?.reason ?? 'no reason given'}`),
  });
  const [first] = refused;
  if (first !== undefined)
    throw new StudyError(
      `OpenSearch refuses ${refused.length} documents, the first ${first}.`,
      'See its log; load again to go on.',
    );
}

function* termDocuments(terms: Iterable<TermCount>): Generator<RemoteDocument> {
  for (const { term, documents } of terms) yield { id: `term ${term}`, source: { type: 'term', term, documents } };
}

/** The name moves and the old indices go in one step of the cluster; a search sees the one or the other. */
async function moveName(client: Client, name: string, index: string): Promise<string[]> {
  const held = (await client.indices.existsAlias({ name })).body
    ? Object.keys((await client.indices.getAlias({ name })).body)
    : [];
  const replaced = held.filter((other) => other !== index);
  const removals = replaced.map((other) => ({ remove_index: { index: other } }));
  await client.indices.updateAliases({ body: { actions: [{ add: { index, alias: name } }, ...removals] } });
  return replaced;
}
