import type { Code, Codebook } from '../../src/model/index.js';
import type { ScoreInput } from '../../src/score/index.js';
import { build } from '../align/build.js';

const code = (id: string, principle: Code['principle'] = null): Code => ({
  id,
  family: id.split('.')[0] ?? '',
  label: id,
  definition: '',
  include: '',
  exclude: '',
  principle,
  weight: 1,
  scale: 'none-soft-hard',
  crosswalk: {},
  cues: [],
});

/** Two codes a family, unequal weights: what a mean over codes and a mean over families would tell apart. */
export const codebook: Codebook = {
  version: 't',
  families: [
    { id: 'transfer', label: 'transfer', definition: '', weight: 3 },
    { id: 'localization', label: 'localization', definition: '', weight: 2 },
    { id: 'jurisdiction', label: 'jurisdiction', definition: '', weight: 2 },
    { id: 'remedies', label: 'remedies', definition: '', weight: 2 },
    { id: 'cooperation', label: 'cooperation', definition: '', weight: 1 },
    { id: 'standards', label: 'standards', definition: '', weight: 1 },
    { id: 'concepts', label: 'concepts', definition: '', weight: 0.5 },
  ],
  codes: [
    code('transfer.general'),
    code('transfer.adequacy', 'adequacy'),
    code('transfer.consent', 'informed-consent'),
    code('transfer.authorisation'),
    code('transfer.free-flow'),
    code('transfer.exception'),
    code('transfer.derogation'),
    code('localization.storage'),
    code('localization.ban'),
    code('localization.exception'),
    code('jurisdiction.extraterritorial'),
    code('jurisdiction.compelled-access'),
    code('jurisdiction.blocking'),
    code('jurisdiction.conflict'),
    code('remedies.judicial'),
    code('remedies.complaint'),
    code('remedies.compensation'),
    code('remedies.collective'),
    code('remedies.corrective'),
    code('remedies.foreign'),
    code('cooperation.authority'),
    code('standards.security'),
    code('concepts.personal-data'),
  ],
};
export const CODES = codebook.codes.map((c) => c.id);

/** A law with a provision for each code, `transfer.general:prohibition:soft` style. */
export const law = (id: string, codes: readonly string[], metadata: Parameters<typeof build>[2] = {}) =>
  build(
    id,
    codes.map((c) => ({ heading: c, text: `Rule on ${c}.`, codes: [c] })),
    metadata,
  );
export const treaty = (id: string, jurisdictions: readonly string[], codes: readonly string[], metadata = {}) =>
  law(id, codes, { kind: 'agreement', jurisdictions, ...metadata });
export const pole = (id: string, codes: readonly string[]) => law(id, codes, { kind: 'archetype', jurisdictions: [] });

export const input = (coded: ScoreInput['coded'], more: Partial<ScoreInput> = {}): ScoreInput => ({
  coded,
  alignments: [],
  codebook,
  covered: coded.map((c) => c.instrument.metadata),
  between: 'instruments',
  asOf: null,
  seed: 1,
  draws: 50,
  ...more,
});
