import { describe, expect, it } from 'vitest';
import type { InstrumentMetadata } from '../../src/model/index.js';
import { instrumentsNamed, resolveCitation } from '../../src/search/index.js';
import { lawOf } from '../store/build.js';

const base = lawOf('xx/a', 'x').metadata;
const catalogue: InstrumentMetadata[] = (
  [
    ['eu/gdpr-2016-679', 'Regulation (EU) 2016/679 (GDPR)', ['GDPR'], ['EU'], 'en'],
    ['eu/dpd-95-46', 'Directive 95/46/EC', ['DPD'], ['EU'], 'en'],
    ['tota/449', 'Trans-Pacific Partnership', ['TPP'], ['JP', 'SG', 'US'], 'en'],
    ['tota/159', 'Korea, Republic of - US', [], ['KR', 'US'], 'en'],
    ['sg/pdpa-2012', 'Personal Data Protection Act 2012', ['PDPA'], ['SG'], 'en'],
    ['th/pdpa-2562', 'Personal Data Protection Act B.E. 2562', ['PDPA'], ['TH'], 'th'],
    ['ke/dpa-2019', 'Data Protection Act 2019', ['DPA'], ['KE'], 'en'],
    ['us/stored-communications-18usc-ch121', 'Stored Communications Act (18 U.S.C. ch. 121)', [], ['US'], 'en'],
    ['cn/pipl-2021', 'Personal Information Protection Law (中华人民共和国个人信息保护法)', ['PIPL'], ['CN'], 'zh'],
    ['cn/dsl-2021', 'Data Security Law (中华人民共和国数据安全法)', ['DSL'], ['CN'], 'zh'],
    ['jp/appi', 'Act on the Protection of Personal Information (個人情報の保護に関する法律)', ['APPI'], ['JP'], 'ja'],
    ['kr/pipa', 'Personal Information Protection Act (개인정보 보호법)', ['PIPA'], ['KR'], 'ko'],
    ['tr/kvkk-6698', 'Kişisel Verilerin Korunması Kanunu', ['KVKK'], ['TR'], 'tr'],
    ['ar/ley-25326', 'Ley 25.326 de Protección de los Datos Personales', ['LEY'], ['AR'], 'es'],
    ['gb/dpa-2018', 'Data Protection Act 2018', ['DPA 2018'], ['GB'], 'en'],
    ['au/privacy-act-1988', 'Privacy Act 1988', [], ['AU'], 'en'],
    ['eu/scc-2021-914', 'Standard contractual clauses', ['SCC'], ['EU'], 'en'],
    ['us/ccpa', 'California Consumer Privacy Act', ['CCPA'], ['US-CA'], 'en'],
  ] as const
).map(([id, title, aliases, jurisdictions, language]) => ({ ...base, id, title, aliases, jurisdictions, language }));

describe('citations', () => {
  it.each([
    ['GDPR 46(2)(c)', 'eu/gdpr-2016-679', '46(2)(c)'],
    ['46(2)(c) GDPR', 'eu/gdpr-2016-679', '46(2)(c)'],
    ['Article 46 (2) (c) of the GDPR', 'eu/gdpr-2016-679', '46(2)(c)'],
    ['Art. 6(1) point (f) GDPR', 'eu/gdpr-2016-679', '6(1)(f)'],
    ['Art. 6 Abs. 1 lit. f DSGVO', 'eu/gdpr-2016-679', '6(1)(f)'],
    ['Regulation (EU) 2016/679, Article 48', 'eu/gdpr-2016-679', '48'],
    ['Directive 95/46/EC art 25', 'eu/dpd-95-46', '25'],
    ['art 14.11 TPP', 'tota/449', '14.11'],
    ['KORUS 15.8', 'tota/159', '15.8'],
    ['section 26 PDPA Singapore', 'sg/pdpa-2012', '26'],
    ['s 26D Singaporean PDPA', 'sg/pdpa-2012', '26D'],
    ['มาตรา 28 PDPA Thailand', 'th/pdpa-2562', '28'],
    ['มาตรา ๒๘ PDPA Thailand', 'th/pdpa-2562', '28'],
    ['Kenya DPA s 48', 'ke/dpa-2019', '48'],
    ['18 USC 2713', 'us/stored-communications-18usc-ch121', '2713'],
    ['18 U.S.C. § 2703(d)', 'us/stored-communications-18usc-ch121', '2703(d)'],
    ['PIPL 38', 'cn/pipl-2021', '38'],
    ['PIPL 第三十八条', 'cn/pipl-2021', '38'],
    ['个人信息保护法第三十八条第一款第三项', 'cn/pipl-2021', '38(1)(3)'],
    ['第三十八条', 'cn/dsl-2021', '38'],
    ['個人情報の保護に関する法律 第二十八条', 'jp/appi', '28'],
    ['개인정보 보호법 제28조의8', 'kr/pipa', '28-8'],
    ['KVKK madde 9', 'tr/kvkk-6698', '9'],
    ['Ley 25.326 artículo 12', 'ar/ley-25326', '12'],
    ['DPA 2018 Sch 2 para 2(1)', 'gb/dpa-2018', 'Sch2.2.1'],
    ['DPA 2018, Schedule 1, Part 2, paragraph 8(1)(a)', 'gb/dpa-2018', 'Sch1.8.1.a'],
    ['paragraph 8 of Schedule 1 to the Data Protection Act 2018', 'gb/dpa-2018', 'Sch1.8'],
    ['Privacy Act 1988 APP 8.2(a)', 'au/privacy-act-1988', 'Sch1.8.2.a'],
    ['SCC clause 8.7(a) Module Two', 'eu/scc-2021-914', 'Annex.Mod2.8.7.a'],
    ['SCC Module 3, Clause 9(b)', 'eu/scc-2021-914', 'Annex.Mod3.9.b'],
    ['Cal. Civ. Code § 1798.150(a)(1)', 'us/ccpa', '1798.150(a)(1)'],
  ])('resolves %s', (typed, instrument, citation) => {
    expect(resolveCitation(typed, catalogue)[0]).toEqual({ instrument, citation });
  });

  it('gives an article alone, in an eastern script, for every law in that language', () => {
    expect(
      resolveCitation('第三十八条', catalogue)
        .map((c) => c.instrument)
        .sort(),
    ).toEqual(['cn/dsl-2021', 'cn/pipl-2021', 'jp/appi']);
  });

  it.each(['cross-border transfer', 'data protection 5', 'consent 16 years', 'Article', '§', ''])(
    'takes %j for words',
    (typed) => {
      expect(resolveCitation(typed, catalogue).filter((c) => c.citation !== null)).toEqual([]);
    },
  );

  it('names an instrument by id, alias, nickname, title or parties', () => {
    for (const name of ['eu/gdpr-2016-679', 'gdpr-2016-679', 'gdpr', 'RGPD', 'Regulation 2016/679'])
      expect(instrumentsNamed(name, catalogue)[0]).toBe('eu/gdpr-2016-679');
    expect(instrumentsNamed('pdpa', catalogue)).toEqual(['sg/pdpa-2012', 'th/pdpa-2562']);
    expect(instrumentsNamed('数安法', catalogue)[0]).toBe('cn/dsl-2021');
    expect(instrumentsNamed('act of the', catalogue)).toEqual([]);
  });
});
