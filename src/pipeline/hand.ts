import { attributesAt } from '../annotate/index.js';
import type { Instrument } from '../model/index.js';
import { type AdoptFormat, type Adoption, adopt, type CodingFile } from '../publish/index.js';

/** A person's coding anchored in the instruments; what its lines leave open (modality, amounts…) is read from the words. */
export function adoptHand(
  file: CodingFile,
  format: AdoptFormat,
  instruments: readonly Instrument[],
  annotator: string,
): Adoption {
  return adopt(file, format, instruments, annotator, attributesAt);
}
