import type { SearchPort } from '../../model/index.js';
import type { Loaded, RemoteLoad } from './load.js';

export type { Loaded, RemoteLoad } from './load.js';

/** What the work makes of an index in OpenSearch; see `answer.ts`. Loaded when asked for: every command opens this room, few go so far. */
export async function answerFrom<T>(address: string, work: (index: SearchPort) => T): Promise<T> {
  return (await import('./answer.js')).answerFrom(address, work);
}

/** Loads a study into OpenSearch under a name; see `load.ts`. */
export async function loadRemote(address: string, load: RemoteLoad): Promise<Loaded> {
  return (await import('./load.js')).loadRemote(address, load);
}
