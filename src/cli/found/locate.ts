import type { Instrument, Provision } from '../../model/index.js';
import { type CitedProvision, locate as citedIn } from '../../search/index.js';
import { byEId } from '../../text/provisions.js';
import { InputError } from '../failure.js';
import type { OpenStudy } from '../study.js';

/** The provision or chapter that a typed citation names ('GDPR 46(2)(c)'), in its whole law. @throws InputError where the study holds none such. */
export function locate(study: OpenStudy, typed: string): { instrument: Instrument; provision: Provision } {
  const cited = citedIn(typed, study.store);
  if ('missing' in cited) throw notLocated(typed, cited.missing);
  const instrument = study.store.instrument(cited.excerpt.metadata.id);
  const provision = instrument === null ? undefined : byEId(instrument).get(cited.provision.eId);
  if (instrument === null || provision === undefined) throw notLocated(typed, undefined);
  return { instrument, provision };
}

/** What to say of a citation that names nothing: `first` is the instrument that fits it best, if any does. */
export function notLocated(typed: string, first: CitedProvision | undefined): InputError {
  return new InputError(
    first === undefined
      ? `No instrument in the study fits '${typed}'.`
      : `${first.instrument} has no provision ${first.citation ?? typed}.`,
    first === undefined
      ? "Write it like 'GDPR 46(2)(c)' or 'eu/gdpr-2016-679 46'; lexatlas search finds names."
      : `lexatlas outline ${first.instrument} lists its provisions.`,
  );
}
