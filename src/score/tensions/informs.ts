import type { CodedInstrument, Instrument } from '../../model/index.js';
import { primaryTag } from '../../text/metadata.js';
import { byEId, ownText } from '../../text/provisions.js';
import { foldLatin, seesAny } from '../../text/sightings.js';

/** The field's concepts for telling somebody something, and for asking leave. */
const TELLS = ['notify', 'inform'];
const ASKS = ['security-assessment'];
/** English has more ways to tell and to ask leave than the field's table needs. */
const WORD_OF = /\b(?:inform|notif|report|tell|advis)/u;
const LEAVE = /\b(?:authori[sz]|approv|permi(?:t|ssion)|licen[cs]|consent of|clearance|object(?:s|ed|ion))/u;

/**
 * True where a provision has an authority told of a transfer and asks no leave of it. The codebook codes a notice to an authority
 * like a permit (`transfer.authorisation`), but data need not wait for a notice: it holds no flow up.
 */
export function onlyInforms({ instrument }: CodedInstrument, eId: string): boolean {
  const known = KNOWN.get(instrument) ?? new Map<string, boolean>();
  KNOWN.set(instrument, known);
  const answer = known.get(eId) ?? informs(instrument, eId);
  known.set(eId, answer);
  return answer;
}

/** Each pattern of tension asks about the same provisions. */
const KNOWN = new WeakMap<Instrument, Map<string, boolean>>();

function informs(instrument: Instrument, eId: string): boolean {
  const provision = byEId(instrument).get(eId);
  if (provision === undefined) return false;
  const language = primaryTag(instrument.metadata.language);
  const words = foldLatin(ownText(instrument, provision));
  if (language === 'en') return WORD_OF.test(words) && !LEAVE.test(words);
  return seesAny(words, language, TELLS) === true && seesAny(words, language, ASKS) !== true;
}
