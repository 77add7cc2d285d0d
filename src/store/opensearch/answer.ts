import type { Excerpt, ProvisionRef, SearchPort } from '../../model/index.js';
import { remoteAddress } from './address.js';
import { Asking } from './ask.js';
import { RemoteIndex } from './remote.js';
import { withServer } from './server.js';

/**
 * What the work makes of an index in OpenSearch. Searching is pure and asks one thing after the other, the network answers later: so the work is
 * done again each time an answer has come, until it has all of them, and then its result is given. It must therefore do nothing but ask and compute.
 * @throws StudyError where the address is none, or the server does not answer.
 */
export async function answerFrom<T>(address: string, work: (index: SearchPort) => T): Promise<T> {
  const place = remoteAddress(address);
  return withServer(place, (client) => rehearse(new RemoteIndex(new Asking(client, place.name)), work));
}

/** A search asks a dozen questions; more than this is a question that is asked differently each time. */
const MOST_ROUNDS = 200;

class Unanswered extends Error {
  constructor(
    readonly question: string,
    readonly ask: () => Promise<unknown>,
  ) {
    super(question);
  }
}

async function rehearse<T>(remote: RemoteIndex, work: (index: SearchPort) => T): Promise<T> {
  const known = new Map<string, unknown>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const wanted = new Map<string, ProvisionRef>();
    try {
      const result = work(answering(remote, known, wanted));
      if (wanted.size === 0) return result;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      known.set(error.question, await error.ask());
    }
    if (wanted.size === 0) continue;
    const excerpts = await remote.excerpts([...wanted.values()]);
    for (const [question, ref] of wanted) known.set(question, excerpts.get(ref) ?? null);
  }
  throw new RangeError('a search that never ends its questions');
}

/** Answers from what is known; what is not is thrown, but for words of hits: those are asked for together, and empty until then. */
function answering(
  remote: RemoteIndex,
  known: ReadonlyMap<string, unknown>,
  wanted: Map<string, ProvisionRef>,
): SearchPort {
  const found = new Set<string>();
  const told = <A>(name: string, parts: unknown, ask: () => Promise<A>): A => {
    const question = `${name} ${JSON.stringify(parts)}`;
    if (!known.has(question)) throw new Unanswered(question, ask);
    return known.get(question) as A;
  };
  return {
    instruments: () => told('instruments', null, () => remote.instruments()),
    find: (query) => {
      const answer = told('find', query, () => remote.find(query));
      for (const { instrument, eId } of answer.hits) found.add(`${instrument} ${eId}`);
      return answer;
    },
    facets: (query) => told('facets', query, () => remote.facets(query)),
    groups: (query, by) => told('groups', [query, by], () => remote.groups(query, by)),
    mostExpanded: null,
    vocabulary: (start, glob, limit) => told('vocabulary', [start, limit], () => remote.vocabulary(start, glob, limit)),
    frequencies: (terms) => told('frequencies', terms, () => remote.frequencies(terms)),
    cited: (instrument, citation) => told('cited', [instrument, citation], () => remote.cited(instrument, citation)),
    citedWithin: (instrument, citation) =>
      told('within', [instrument, citation], () => remote.citedWithin(instrument, citation)),
    passages: (instrument) => told('passages', instrument, () => remote.passages(instrument)),
    annotations: ({ instrument }) => told('annotations', instrument, () => remote.annotations({ instrument })),
    excerpt: ({ instrument, eId }) => {
      const ref = { instrument, eId };
      const question = `excerpt ${JSON.stringify(ref)}`;
      if (!found.has(`${instrument} ${eId}`)) return told('excerpt', ref, () => remote.excerpt(ref));
      if (known.has(question)) return known.get(question) as Excerpt | null;
      wanted.set(question, ref);
      return null;
    },
  };
}
