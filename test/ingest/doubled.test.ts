import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.js';

const LIST = 'The bureau may inspect a depot where its keeper has kept back a ledger for longer than a month.';
const OTHER = 'A keeper who moves a ledger abroad must tell the bureau of the depot that will hold it from then on.';

const rulesIn = async (words: string): Promise<string[]> => {
  const dump = JSON.stringify({ title: 'Depots Act', provisions: [{ section: '1', title: 'Scope', content: words }] });
  const source = await ingest({ path: 'a.json', bytes: new TextEncoder().encode(dump), provenance: null });
  return source.diagnostics.map((d) => d.ruleId);
};

describe('a dump of a law', () => {
  it('whose lists its maker wrote twice is told to be damaged', async () => {
    expect(await rulesIn(`${LIST} ${LIST} ${OTHER} ${OTHER}`)).toContain('ingest/said-twice');
    expect(await rulesIn(`${LIST} ${OTHER} ${LIST} ${OTHER}`)).toContain('ingest/said-twice');
  });

  it('that says a thing again further on is not', async () => {
    expect(await rulesIn(`${LIST} ${OTHER} ${LIST}`)).not.toContain('ingest/said-twice');
    expect(await rulesIn(LIST)).not.toContain('ingest/said-twice');
  });
});
