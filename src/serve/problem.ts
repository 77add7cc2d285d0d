import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** What every error answer holds. `at` is the place in the query, where there is one. */
export interface Problem {
  readonly error: string;
  readonly message: string;
  readonly mend: string | null;
  readonly at?: number;
}

/** Answers an error: the asker's with what and why, ours without its innards (no stack, no path). */
export async function problem(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): Promise<Problem> {
  if (error.name === 'QueryError') {
    const { at, mend } = error as unknown as { at: number; mend: string };
    reply.code(400);
    return { error: 'query', message: error.message.split('\n')[0] ?? '', mend, at };
  }
  const status = error.statusCode ?? 500;
  if (status === 429) {
    reply.code(429);
    return { error: 'too-many-requests', message: 'Too many requests.', mend: 'Wait a little and ask again.' };
  }
  if (status >= 400 && status < 500) {
    reply.code(status);
    return {
      error: error.validation === undefined ? 'request' : 'parameter',
      message: error.message,
      mend: 'See /api/openapi.json.',
    };
  }
  reply.code(500);
  return { error: 'internal', message: 'Something went wrong here; the request was not at fault.', mend: null };
}

/** Answers an address where there is nothing. */
export async function nothingHere(_request: FastifyRequest, reply: FastifyReply): Promise<Problem> {
  reply.code(404);
  return { error: 'not-found', message: 'There is nothing here.', mend: 'See /api/openapi.json.' };
}
