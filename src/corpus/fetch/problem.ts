import type { Diagnostic } from '../../model/index.js';

/** Why a download did not come about, and whether a later try may fare better. */
export class FetchProblem extends Error {
  override name = 'FetchProblem';
  constructor(
    /** `corpus/…` */
    readonly ruleId: string,
    message: string,
    readonly mend: string,
    readonly retry: { readonly afterMs: number | null } | null = null,
  ) {
    super(message);
  }
}

const NO_RETRY_CODES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ERR_INVALID_URL', 'ERR_TLS_CERT_ALTNAME_INVALID']);

/** Any error of the network as a problem: silence, broken lines and refused connections may pass; unknown hosts do not. */
export function problemOf(error: unknown, url: string): FetchProblem {
  if (error instanceof FetchProblem) return error;
  const { code, message, name } = error as { code?: string; message?: string; name?: string };
  if (name === 'TimeoutError' || code?.includes('TIMEOUT') === true)
    return new FetchProblem('corpus/too-slow', `${url} did not answer in time.`, 'Try again later.', { afterMs: null });
  const cannotPass = code !== undefined && (NO_RETRY_CODES.has(code) || code.includes('CERT'));
  return new FetchProblem(
    'corpus/unreachable',
    `${url} cannot be reached: ${message ?? code ?? String(error)}.`,
    'Check the network, or the address in the catalogue.',
    cannotPass ? null : { afterMs: null },
  );
}

/** A problem as the value that the rest of the house reads. */
export function diagnosticOf(problem: FetchProblem, instrument: string, file: string): Diagnostic {
  return diagnostic(problem.ruleId, 'error', problem.message, problem.mend, instrument, file);
}

/** A diagnostic about a fetched file. */
export function diagnostic(
  ruleId: string,
  severity: Diagnostic['severity'],
  message: string,
  mend: string | null,
  instrument: string,
  file: string,
): Diagnostic {
  return { ruleId, severity, message, mend, file, instrument, span: null };
}
