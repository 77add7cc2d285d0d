import { byEId } from '../../text/provisions.js';
import type { Dataset } from '../dataset.js';
import type { GoldRow } from '../gold.js';
import { type AgreementFigure, agreement } from '../quality/agreement/agreement.js';

/** How far the people in a dataset agree. */
export interface CodersAgreement {
  /** Who coded, by name. */
  readonly people: readonly string[];
  /** Of all decisions and by code; empty where no two people coded the same law. */
  readonly figures: readonly AgreementFigure[];
  /** Instruments that not all of them coded, left out of the figures. */
  readonly unshared: readonly string[];
}

/** What the people among `annotators` coded, compared as `agreement` compares it; the dataset is read anew only where there are two. */
export function agreementIn(dataset: Dataset, annotators: readonly string[]): CodersAgreement {
  const people = annotators.filter((a) => a.startsWith('human:')).sort();
  if (people.length < 2) return { people, figures: [], unshared: [] };
  const rows = new Map<string, GoldRow[]>(people.map((p) => [p, []]));
  for (const { instrument, annotations } of dataset.coded()) {
    const all = dataset.byHand?.(instrument.metadata.id) ?? annotations;
    for (const { annotator, provision, code, modality, force, rejects } of all)
      rows.get(annotator)?.push({
        instrument: instrument.metadata.id,
        provision: byEId(instrument).get(provision.eId)?.citation ?? provision.eId,
        ...{ code, modality, force, note: null, rejects: rejects === true },
      });
  }
  const { figures, unshared } = agreement(people.map((coder) => ({ coder, rows: rows.get(coder) ?? [] })));
  const [all] = figures;
  const isShared = all !== undefined && all.units > 0;
  return { people, figures: isShared ? figures.filter((f) => f.by === 'all' || f.by === 'code') : [], unshared };
}
