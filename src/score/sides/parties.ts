/** Party → day from which the treaty binds it. */
type Parties = Readonly<Record<string, string>>;

/** Whom a treaty with many parties binds from when, and through which other treaty, where it never entered into force itself. */
export interface Treaty {
  readonly ids: RegExp;
  readonly parties: Parties;
  /** The treaty that took its provisions over; null where it binds by itself. */
  readonly through: string | null;
}

/** Days of entry into force by party (New Zealand is the depositary). Art. 1 takes the provisions of the TPP over. */
const CPTPP: Parties = {
  AU: '2018-12-30',
  BN: '2023-07-12',
  CA: '2018-12-30',
  CL: '2023-02-21',
  GB: '2024-12-15',
  JP: '2018-12-30',
  MX: '2018-12-30',
  MY: '2022-11-29',
  NZ: '2018-12-30',
  PE: '2021-09-19',
  SG: '2018-12-30',
  VN: '2019-01-14',
};

/** Days of entry into force by party (the ASEAN Secretariat is the depositary). */
const RCEP: Parties = {
  AU: '2022-01-01',
  BN: '2022-01-01',
  CN: '2022-01-01',
  ID: '2023-01-02',
  JP: '2022-01-01',
  KH: '2022-01-01',
  KR: '2022-02-01',
  LA: '2022-01-01',
  MY: '2022-03-18',
  NZ: '2022-01-01',
  PH: '2023-06-02',
  SG: '2022-01-01',
  TH: '2022-01-01',
  VN: '2022-01-01',
};

/** ETS 108: states of the Council of Europe with law in reach of this study, and all other states (chart of the Treaty Office). */
const CONVENTION_108: Parties = {
  AR: '2019-06-01',
  AT: '1988-07-01',
  BE: '1993-09-01',
  CH: '1998-02-01',
  CV: '2018-10-01',
  CZ: '2001-11-01',
  DE: '1985-10-01',
  DK: '1990-02-01',
  EE: '2002-03-01',
  ES: '1985-10-01',
  FI: '1992-04-01',
  FR: '1985-10-01',
  GB: '1987-12-01',
  GE: '2006-04-01',
  GR: '1995-12-01',
  HU: '1998-02-01',
  IE: '1990-08-01',
  IS: '1991-07-01',
  IT: '1997-07-01',
  LU: '1988-06-01',
  MA: '2019-09-01',
  MD: '2008-06-01',
  MU: '2016-10-01',
  MX: '2018-10-01',
  NL: '1993-12-01',
  NO: '1985-10-01',
  PL: '2002-09-01',
  PT: '1994-01-01',
  RO: '2002-06-01',
  RU: '2013-09-01',
  SE: '1985-10-01',
  SN: '2016-12-01',
  TN: '2017-11-01',
  TR: '2016-09-01',
  UA: '2011-01-01',
  UY: '2013-08-01',
};

/** ETS 185: states with law in reach of this study. */
const BUDAPEST: Parties = {
  AR: '2018-10-01',
  AU: '2013-03-01',
  BR: '2023-03-01',
  CA: '2015-11-01',
  CH: '2012-01-01',
  CL: '2017-08-01',
  CO: '2020-07-01',
  DE: '2009-07-01',
  ES: '2010-10-01',
  FR: '2006-05-01',
  GB: '2011-09-01',
  GH: '2019-04-01',
  IL: '2016-09-01',
  IT: '2008-10-01',
  JP: '2012-11-01',
  NL: '2007-03-01',
  PH: '2018-07-01',
  TR: '2015-01-01',
  UA: '2006-07-01',
  US: '2007-01-01',
};

const TREATIES: readonly Treaty[] = [
  { ids: /^treaty\/cptpp-2018$/, parties: CPTPP, through: null },
  { ids: /^tota\/(449|450)$/, parties: CPTPP, through: 'the CPTPP (art. 1)' },
  { ids: /^treaty\/rcep-2020/, parties: RCEP, through: null },
  { ids: /^coe\/convention-108-ets108$/, parties: CONVENTION_108, through: null },
  { ids: /^coe\/budapest-cybercrime-ets185$/, parties: BUDAPEST, through: null },
];

/** What is known of a treaty's parties by date; null for all others, which bind those they name from entry into force. */
export function treatyOf(id: string): Treaty | null {
  const known = asked.get(id);
  if (known !== undefined) return known;
  const found = TREATIES.find((t) => t.ids.test(id)) ?? null;
  asked.set(id, found);
  return found;
}
/** Every text is asked about for every jurisdiction and every year of a series: millions of times. */
const asked = new Map<string, Treaty | null>();
