import type { FastifyReply, FastifyRequest } from 'fastify';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]', '::1'];
/** Pages load their own scripts and styles and nothing else; nobody may frame them. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const;

/** True for the names and addresses of this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.includes(host) || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * Refuses what is not a plain read, and requests that call the server by a name it does not have: a page that rebinds its own name to
 * this address still sends that name.
 * @see DNS rebinding, OWASP; RFC 9110 section 7.4 (421 Misdirected Request)
 */
export function refuseStrangers(names: readonly string[]) {
  const allowed = new Set([...LOOPBACK_NAMES, ...names].map((n) => n.toLowerCase()));
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const host = nameOf(request.headers.host ?? '');
    if (!allowed.has(host))
      return reply.code(421).send({
        error: 'misdirected',
        message: 'This server does not go by that name.',
        mend: 'Start it with --allow-host NAME.',
      });
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return reply
        .code(405)
        .header('allow', 'GET, HEAD')
        .send({ error: 'read-only', message: 'This server only answers GET and HEAD.', mend: null });
    return undefined;
  };
}

/** Headers of every answer. */
export async function secureHeaders(_request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  for (const [name, value] of Object.entries(HEADERS)) reply.header(name, value);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
  return payload;
}

/** The host header without its port, in lower case; '' where it is no host. */
function nameOf(header: string): string {
  const m = /^(\[[0-9a-f:.]+\]|[^:/\s[\]]+)(?::\d{1,5})?$/i.exec(header);
  return m?.[1]?.toLowerCase() ?? '';
}
