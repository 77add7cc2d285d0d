import type { Client } from '@opensearch-project/opensearch';
import { StudyError } from '../schema.js';
import type { RemoteAddress } from './address.js';

/** How long one request may take: a merge on a large index can hold a search up for seconds. */
const REQUEST_LIMIT_MS = 60_000;
/** A server that does not answer, or answers 502, 503 or 504, is asked again so often; bulk requests have their own way with 429 (load.ts). */
const RETRIES = 4;

/**
 * Runs the work with a client of the server, and tells what goes wrong in words of ours. The package is loaded here and nowhere else, so that a
 * laptop's search starts without it.
 * @throws StudyError where the package is missing, nobody answers, or the server refuses.
 */
export async function withServer<T>(address: RemoteAddress, work: (client: Client) => Promise<T>): Promise<T> {
  const { Client: Connection } = await import('@opensearch-project/opensearch').catch((error: Error) => {
    throw new StudyError(
      `The package @opensearch-project/opensearch, which ${address.shown} needs, cannot be loaded (${error.message}).`,
      'Install lexatlas with its optional packages: npm ci.',
    );
  });
  const client = new Connection({ node: address.node, requestTimeout: REQUEST_LIMIT_MS, maxRetries: RETRIES });
  try {
    return await work(client);
  } catch (error) {
    throw troubleOf(error, address);
  } finally {
    await client.close();
  }
}

function troubleOf(error: unknown, { shown }: RemoteAddress): unknown {
  if (!(error instanceof Error) || error instanceof StudyError) return error;
  const status = 'statusCode' in error ? Number(error.statusCode) : Number.NaN;
  if (error.name === 'ConnectionError' || error.name === 'NoLivingConnectionsError' || error.name === 'TimeoutError')
    return new StudyError(
      `No OpenSearch answers at ${shown} (${error.message}).`,
      'Check the address and that the server runs.',
    );
  if (status === 404)
    return new StudyError(`There is no index at ${shown}.`, `Load a study into it: lexatlas load ${shown}`);
  if (status === 401 || status === 403)
    return new StudyError(`${shown} refuses (${error.message}).`, 'Write opensearchs://USER:PASSWORD@HOST:PORT/NAME.');
  if (error.name !== 'ResponseError') return error;
  return new StudyError(`${shown} answers: ${error.message}${reasonOf(error)}.`, 'See the log of the server.');
}

/** What the server itself says, beside its kind of error. */
function reasonOf(error: Error): string {
  const body = 'body' in error ? (error.body as { error?: { reason?: unknown } } | null) : null;
  return typeof body?.error?.reason === 'string' ? ` (${body.error.reason})` : '';
}
