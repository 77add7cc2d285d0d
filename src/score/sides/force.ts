import type { CodedInstrument, Instrument, InstrumentMetadata } from '../../model/index.js';
import { byEId, lookUpBy } from '../../text/provisions.js';
import { treatyOf } from './parties.js';
import { isBound, withUnions } from './unions.js';

/** A text that was read, with annotations or without: what could have held a rule. */
export type CoveredText = Pick<InstrumentMetadata, 'id' | 'jurisdictions' | 'kind' | 'language' | 'completeness'> &
  Partial<Pick<InstrumentMetadata, 'made' | 'inForce' | 'repealed' | 'status'>>;

/** `in-force` also where no date is known: a text that says nothing of its end is law until somebody says otherwise. */
export type Standing = 'in-force' | 'not-in-force' | 'repealed';

/** Conventions open to signature bind the parties that ratified, not the organisation that drew them up. */
const ORGANISATIONS = new Set(['COE', 'WTO', 'WTO-JSI-PARTICIPANTS']);

/** The text with its parties as they are bound: by the treaty's own chart where one is known, a union in the place of its members. */
export function complete<T extends CoveredText>(text: T): T {
  if (!isTreaty(text.kind) && !isConvention(text)) return text;
  const treaty = treatyOf(text.id);
  const jurisdictions = treaty === null ? withUnions(text.jurisdictions) : Object.keys(treaty.parties).sort();
  return { ...text, kind: isTreaty(text.kind) ? text.kind : 'convention', jurisdictions };
}

/** True for a convention whose folder called it a statute. */
const isConvention = (text: CoveredText) => text.jurisdictions.some((j) => ORGANISATIONS.has(j));

/** Coded instruments with their parties completed. */
export function completeCoded(coded: readonly CodedInstrument[]): readonly CodedInstrument[] {
  return coded.map((c) => {
    const metadata = complete(c.instrument.metadata);
    return metadata === c.instrument.metadata ? c : { ...c, instrument: under(metadata, c.instrument) };
  });
}

/** The instrument under other facts: its text and tree are its own, and are read no sooner for it. */
function under(metadata: InstrumentMetadata, instrument: Instrument): Instrument {
  const { format, renditions, diagnostics } = instrument;
  const same: Instrument = {
    ...{ metadata, format, renditions, diagnostics },
    get text() {
      return instrument.text;
    },
    get provisions() {
      return instrument.provisions;
    },
  };
  lookUpBy(same, byEId(instrument));
  return same;
}

/**
 * Whether a text is law on the date. Without a date: whether it is law now as far as its facts tell, so that a treaty without a day of
 * entry into force counts unless its status denies it. A repealed text without the day of its end is law on no date.
 */
export function standing(text: CoveredText, asOf: string | null): Standing {
  if (text.kind === 'archetype') return 'in-force';
  const repealed = text.repealed ?? null;
  if (text.status === 'repealed' && repealed === null) return 'repealed';
  if (asOf === null)
    return repealed !== null ? 'repealed' : text.status === 'not-in-force' ? 'not-in-force' : 'in-force';
  if (repealed !== null && repealed <= asOf) return 'repealed';
  if (treatyOf(text.id) !== null) return 'in-force';
  const since = text.inForce ?? text.made ?? null;
  return since !== null && since > asOf ? 'not-in-force' : 'in-force';
}

/** True where the text is law of the jurisdiction on the date: its own, its union's, or a treaty that it is party to by then. */
export function binds(text: CoveredText, jurisdiction: string, asOf: string | null): boolean {
  const treaty = treatyOf(text.id);
  if (treaty === null) return isBound(jurisdiction, text.jurisdictions, asOf);
  return Object.entries(treaty.parties).some(
    ([party, since]) => (asOf === null || since <= asOf) && isBound(jurisdiction, [party], asOf),
  );
}

/** Names of jurisdictions that can be sides: states, their parts and unions, no organisation that only hosts treaties. */
export function isJurisdiction(name: string): boolean {
  return !ORGANISATIONS.has(name);
}

/** True for agreements and conventions. */
export function isTreaty(kind: InstrumentMetadata['kind']): boolean {
  return kind === 'agreement' || kind === 'convention';
}
