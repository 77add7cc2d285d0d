import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CatalogueError, catalogue, chooseEntries, figures } from '../../src/corpus/index.js';

const PATH = new URL('../../corpus/catalogue.json', import.meta.url);
const entries = catalogue(readFileSync(PATH, 'utf8'), 'corpus/catalogue.json');
const single = entries.filter((e) => !e.id.startsWith('tota/'));

/** What issue 3 asks for by name, besides the files of the shared corpus. */
const ASKED = `gb/uk-gdpr-2016-679 eu/free-flow-2018-1807 eu/adequacy-us-2023-1795 coe/convention-108-plus-cets223
  coe/budapest-second-protocol-cets224 us/padfa-2024 us/bulk-data-28cfr202 us/virginia-cdpa us/colorado-cpa za/popia-2013
  ng/ndpa-2023 hk/pdpo-cap486 my/pdpa-2010 nz/privacy-act-2020 ru/152-fz-2006 ru/242-fz-2014 kz/law-94-v-2013
  vn/pdpl-2025 treaty/usmca-ch19-2018 treaty/rcep-2020 treaty/depa-2020 treaty/usa-jpn-dta-2019 treaty/eu-gbr-tca-2020
  treaty/aus-gbr-2021 treaty/gbr-nzl-2022 treaty/sgp-aus-dea-2020 treaty/kor-sgp-dpa-2022 treaty/eu-nzl-2023
  treaty/eu-chl-ita-2023 treaty/afcfta-digital-2024 treaty/asean-ecommerce-2019 treaty/malabo-2014
  treaty/oecd-privacy-guidelines-1980 treaty/apec-cbpr-2011`.split(/\s+/);

function failure(work: () => unknown): CatalogueError {
  try {
    work();
  } catch (error) {
    if (error instanceof CatalogueError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the shipped catalogue', () => {
  it('has more than 120 instruments besides the compilation of trade agreements', () => {
    expect(single.length).toBeGreaterThanOrEqual(120);
    expect(figures(entries)[0]).toEqual({ what: 'all', of: 'instruments', instruments: entries.length });
  });

  it.each(ASKED)('has %s with an address', (id) => {
    expect(entries.find((e) => e.id === id)?.addresses.length).toBeGreaterThan(0);
  });

  it('has an address or a held file for each', () => {
    expect(entries.filter((e) => e.addresses.length === 0 && e.held.length === 0).map((e) => e.id)).toEqual([]);
  });

  it('states for each address a day on which it gave the text, or that nobody tried', () => {
    const states = entries.flatMap((e) => e.addresses.map((a) => a.state));
    expect(states.filter((s) => s !== 'unverified' && !/^\d{4}-\d{2}-\d{2}$/.test(s))).toEqual([]);
  });

  it("puts dates in the order of a law's life", () => {
    const wrong = entries.filter((e) =>
      [e.inForce, e.repealed].some((d) => d !== null && e.made !== null && d < e.made),
    );
    expect(wrong.map((e) => `${e.id}: ${e.made} ${e.inForce} ${e.repealed}`)).toEqual([]);
  });
});

describe('names of instruments', () => {
  const ids = (...names: string[]): string[] => chooseEntries(entries, names).map((e) => e.id);
  it.each([
    ['eu/gdpr-2016-679', ['eu/gdpr-2016-679']],
    ['gdpr', ['eu/gdpr-2016-679']],
    ['PIPL', ['cn/pipl-2021']],
  ])('%s means %j', (name, meant) => expect(ids(name)).toEqual(meant));

  it('mean a folder or the core, each instrument once', () => {
    expect(ids('cn/', 'cn/pipl-2021')).toEqual(single.filter((e) => e.id.startsWith('cn/')).map((e) => e.id));
    expect(ids('core')).toEqual(entries.filter((e) => e.core).map((e) => e.id));
  });

  it('that mean nothing are told with what is near', () => {
    expect(failure(() => ids('gdpr', 'malabo treaty')).mend).toContain('treaty/malabo-2014');
    expect(failure(() => ids('???')).mend).toContain('corpus list');
    expect(failure(() => ids('')).message).toContain("''");
  });
});

describe('a catalogue at fault', () => {
  const minimal = { id: 'xx/act', title: 'Act', kind: 'statute', jurisdictions: ['XX'] };
  it.each([
    ['{"version": 1,\n"instruments": [}', /mine\.json, line 2, is no JSON/],
    [JSON.stringify({ version: 1, instruments: [{ ...minimal, kind: 'poem' }] }), /xx\/act .*kind\) must be one of/],
    [
      JSON.stringify({ version: 1, instruments: [{ ...minimal, colour: 'red' }] }),
      /'colour', which is not a known field/,
    ],
    [JSON.stringify({ version: 1, instruments: [minimal, minimal] }), /has xx\/act twice/],
    [JSON.stringify({ version: 1, instruments: [{ ...minimal, id: '../../etc/x' }] }), /does not have the form/],
    [
      JSON.stringify({
        version: 1,
        instruments: [{ ...minimal, addresses: [{ href: 'https://x.example', file: '../../x' }] }],
      }),
      /does not have the form/,
    ],
    [
      JSON.stringify({
        version: 1,
        instruments: [{ ...minimal, addresses: [{ href: 'file:///etc/passwd', file: 'en.txt' }] }],
      }),
      /does not have the form/,
    ],
  ])('%.60s… is told with its place', (text, message) => {
    expect(failure(() => catalogue(text, 'mine.json')).message).toMatch(message);
    expect(failure(() => catalogue(text, 'mine.json')).message).toContain('mine.json');
  });
});
