import type { Instrument, Provision } from '../../model/index.js';
import { resolveCitation } from '../../search/index.js';
import { byEId } from '../../text/provisions.js';
import { InputError } from '../failure.js';
import type { OpenStudy } from '../study.js';

/** The provision that a typed citation names ('GDPR 46(2)(c)'). @throws InputError where the study holds none such. */
export function locate(study: OpenStudy, typed: string): { instrument: Instrument; provision: Provision } {
  const candidates = resolveCitation(typed, study.catalogue);
  for (const { instrument: id, citation } of candidates) {
    if (citation === null) continue;
    const [eId] = study.store.cited(id, citation);
    const instrument = eId === undefined ? null : study.store.instrument(id);
    const provision = eId === undefined || instrument === null ? undefined : byEId(instrument).get(eId);
    if (instrument !== null && provision !== undefined) return { instrument, provision };
  }
  throw notLocated(typed, candidates[0]);
}

/** What to say of a citation that names nothing: `first` is the instrument that fits it best, if any does. */
export function notLocated(typed: string, first: Cited | undefined): InputError {
  return new InputError(
    first === undefined
      ? `No instrument in the study fits '${typed}'.`
      : `${first.instrument} has no provision ${first.citation ?? typed}.`,
    first === undefined
      ? "Write it like 'GDPR 46(2)(c)' or 'eu/gdpr-2016-679 46'; lexatlas search finds names."
      : `lexatlas outline ${first.instrument} lists its provisions.`,
  );
}

/** An instrument and what is cited in it. */
type Cited = ReturnType<typeof resolveCitation>[number];
