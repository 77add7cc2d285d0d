import { existsSync } from 'node:fs';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { api } from './api.js';
import { isLoopback, refuseStrangers, secureHeaders } from './guard.js';
import { pages } from './pages.js';
import { nothingHere, problem } from './problem.js';
import { StudyReader } from './reader.js';
import { warmUp } from './warm.js';

/** Where and what to serve. */
export interface ServeOptions {
  /** Study folder; must exist. */
  readonly study: string;
  /** Report folder whose pages stand at `/`; null serves the API alone. */
  readonly report: string | null;
  /** Address to listen on: `127.0.0.1` unless told otherwise. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Names, beside loopback's and `host`, that a request may call this server by: a reverse proxy's. */
  readonly allowedHosts?: readonly string[];
  /** Requests a minute from one address. */
  readonly requestsPerMinute?: number;
}

/** A server at work. `close` ends it and lets go of the study. */
export interface Serving {
  readonly url: string;
  readonly app: FastifyInstance;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** Some fifty a second from one address: a page of the explorer loads at once, a script that floods is slowed. */
const REQUESTS_PER_MINUTE = 3000;
/** Only GET is answered, so a body is never read; this bounds what a client may send before it is told so. */
const BODY_LIMIT_BYTES = 1024;
/** A slow client may hold a connection so long; every answer is made in well under a second. */
const REQUEST_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 5_000;
const MOST_CONNECTIONS = 512;

/**
 * Serves a study read-only: the report's pages and a JSON API with its OpenAPI description. On loopback unless told otherwise; it
 * answers only requests that call it by a name it has, so that no web page can reach it by rebinding a name of its own.
 * @throws StudyError where the folder holds no study.
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const host = options.host ?? LOOPBACK;
  const reader = new StudyReader(options.study);
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array' } },
    logger: false,
  });
  app.server.maxConnections = MOST_CONNECTIONS;
  app.addHook('onRequest', refuseStrangers([...(options.allowedHosts ?? []), ...(isAny(host) ? [] : [host])]));
  app.addHook('onSend', secureHeaders);
  app.setErrorHandler(problem);
  app.setNotFoundHandler(nothingHere);
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
  });
  await app.register(api(reader), { prefix: '/api' });
  await app.register(pages(options.report !== null && existsSync(options.report) ? options.report : null));
  const stopWarming = warmUp(reader);
  app.addHook('onClose', async () => {
    stopWarming();
    reader.close();
  });
  const url = await app.listen({ host, port: options.port ?? 0 });
  return { url, app, close: () => app.close() };
}

function isAny(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || isLoopback(host);
}
