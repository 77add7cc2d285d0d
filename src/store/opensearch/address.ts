import { StudyError } from '../schema.js';

/** Where an index lies. */
export interface RemoteAddress {
  /** Of the server, credentials included. */
  readonly node: string;
  /** The alias that searches ask; several parted by commas are searched as one. */
  readonly name: string;
  /** For people: without credentials. */
  readonly shown: string;
}

const NAME = /^[a-z0-9][a-z0-9_-]*$/;

/**
 * Reads `opensearch://host:9200/name` (plain) or `opensearchs://…` (TLS), with `user:password@` where the server wants them.
 * @throws StudyError where it is no such address.
 */
export function remoteAddress(text: string): RemoteAddress {
  const found = /^opensearch(s?):\/\/([^/]+)\/([^/?#]+)\/?$/.exec(text);
  const [, tls, host = '', name = ''] = found ?? [];
  if (found === null || !name.split(',').every((n) => NAME.test(n)))
    throw new StudyError(
      `${text.replace(/\/\/[^@/]*@/, '//…@')} is no address of an index.`,
      'Write opensearch://HOST:PORT/NAME (opensearchs:// for TLS), NAME in lower-case letters, digits, - and _.',
    );
  const scheme = tls === 's' ? 'https' : 'http';
  return { node: `${scheme}://${host}`, name, shown: `opensearch${tls}://${host.replace(/^.*@/, '')}/${name}` };
}
