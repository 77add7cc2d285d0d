import { attributesAt } from '../annotate/index.js';
import type { Instrument } from '../model/index.js';
import { type Adoption, adopt, type CodingFile, type TextFormat } from '../publish/index.js';

/** A person's coding anchored in the instruments; what its lines leave open (modality, amounts…) is read from the words. A code that `codes` lacks is not taken. */
export function adoptHand(
  file: CodingFile,
  format: TextFormat,
  instruments: readonly Instrument[],
  annotator: string,
  codes: ReadonlySet<string> | null = null,
): Adoption {
  return adopt(file, format, instruments, annotator, attributesAt, codes);
}
