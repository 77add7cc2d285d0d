import type { InstrumentMetadata } from '../model/index.js';
import type { TextPolicy } from './dataset.js';

/** What licence notes say where a text must not be passed on, or where nobody knows. Official texts are free in most countries. */
const FORBIDS =
  /all rights reserved|no (?:re)?distribution|not (?:for|to be) redistribut|check before redistribution|test data only|licen[cs]e not stated|without a stated licen[cs]e/iu;

/** True where the instrument's words may go into an export. A note that is missing forbids nothing. */
export function carriesText(metadata: InstrumentMetadata, policy: TextPolicy): boolean {
  if (policy !== 'licensed') return policy === 'always';
  return metadata.licence === null || !FORBIDS.test(metadata.licence);
}
