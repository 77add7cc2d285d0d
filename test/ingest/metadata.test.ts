import { describe, expect, it } from 'vitest';
import { aliasesOf } from '../../src/ingest/aliases.js';
import { describe as metadataOf } from '../../src/ingest/metadata.js';

const bytes = new Uint8Array();
const entry = {
  id: 'xa/data-act-2020',
  title: 'Data Act 2020',
  aliases: ['DA'],
  kind: 'statute',
  jurisdictions: ['XA'],
  made: '2020-01-02',
  inForce: '2020-06-01',
  repealed: null,
  identifiers: { act: '3/2020' },
};

describe('the metadata of a file', () => {
  it('is guessed from name and folder where nobody states it, and says so', () => {
    const m = metadataOf({ path: 'statutes/xa/data-act-2020.fr.html', bytes, provenance: null }, {});
    expect(m).toMatchObject({ id: 'xa/data-act-2020', jurisdictions: ['XA'], language: 'fr', made: '2020' });
    expect(m.guessed).toEqual(['jurisdictions', 'kind', 'language', 'made', 'title']);
  });

  it("takes the instrument's name and dates from the catalogue, and what is of the file from its folder", () => {
    const provenance = {
      title: 'Data Act, consolidated, text only',
      language: 'fr',
      completeness: 'whole',
      catalogue: entry,
    };
    const m = metadataOf({ path: 'statutes/xa/data-act-2020.fr.txt', bytes, provenance }, { title: 'found' });
    expect(m).toMatchObject({ title: 'Data Act 2020', language: 'fr', completeness: 'whole', inForce: '2020-06-01' });
    expect(m.aliases).toContain('DA');
    expect(m.identifiers).toEqual({ act: '3/2020' });
    expect(m.guessed).toEqual([]);
  });

  it('keeps the own title of a file that is a part of the catalogued instrument', () => {
    const provenance = { title: 'Data Act, part 2', catalogue: entry };
    const m = metadataOf({ path: 'statutes/xa/data-act-2020-part2.txt', bytes, provenance }, {});
    expect(m).toMatchObject({ id: 'xa/data-act-2020-part2', title: 'Data Act, part 2', inForce: '2020-06-01' });
  });
});

it.each([
  ['xx/pdl-2019', 'Personal Data Law', ['PDL']],
  ['xx/pdl-m19', 'Personal Data Law', ['PDL']],
  ['xx/pdl-enforcement-decree', 'Enforcement Decree of the Personal Data Law', ['EDPDL']],
  ['treaty/abc-xyz-2013', 'Agreement of Abca and Xyza', ['AAX']],
])('%s, %s is cited as %j', (id, title, names) => {
  expect(aliasesOf(id, title)).toEqual(names);
});
