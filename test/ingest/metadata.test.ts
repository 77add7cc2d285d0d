import { describe, expect, it } from 'vitest';
import { aliasesOf } from '../../src/ingest/aliases.js';
import { describe as metadataOf } from '../../src/ingest/metadata.js';
import { madeBy, statedIn } from '../../src/ingest/stated.js';

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

describe('what a dump or front matter states of its law', () => {
  it.each([
    [
      { issued_date: '2019-11-08', in_force_date: '2019-11-25' },
      { made: '2019-11-08', inForce: '2019-11-25' },
    ],
    [{ enactment_date: '2000-10-04', publication_date: '2000-11-02' }, { made: '2000-10-04' }],
    // Its maker knew the year alone.
    [{ issued_date: '2019-01-01' }, { made: '2019' }],
    // No day at all, and a day that stands for none.
    [{ issued_date: '', in_force_date: '9999-12-31' }, {}],
    [{ url: 'https://law.example/12', status: 'repealed' }, { source: 'https://law.example/12' }],
    [{ source: 'the gazette' }, {}],
  ])('%j says %j', (fields, facts) => expect(statedIn(fields)).toEqual(facts));

  it.each([
    ['Regulation (XA) 2012/44 of the Council of 3 May 2012 on oil', { made: '2012-05-03' }],
    ['Gesetz vom 25. September 2020 über Lampen', { made: '2020-09-25' }],
    ['Règlement du 27 avril 2016 relatif aux lampes', { made: '2016-04-27' }],
    ['Decision of 3 May 2012 amending the Decision of 4 June 2010', {}],
    ['Lamps Act 2012', {}],
  ])('%s was made on %j', (title, facts) => expect(madeBy(title)).toEqual(facts));

  it('stands behind what the provenance states, and before what the name suggests', () => {
    const title = 'Regulation of 3 May 2012 on oil';
    expect(metadataOf({ path: 'statutes/xa/oil-2013.html', bytes, provenance: null }, { title }).made).toBe(
      '2012-05-03',
    );
    const provenance = { made: '2011-01-01' };
    expect(metadataOf({ path: 'statutes/xa/oil-2013.html', bytes, provenance }, { title }).made).toBe('2011-01-01');
  });
});
