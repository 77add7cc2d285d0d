import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/index.js';
import { parse } from '../../src/parse/index.js';

async function cite(path: string, markup: string | Uint8Array): Promise<{ format: string; cited: string[] }> {
  const bytes = typeof markup === 'string' ? new TextEncoder().encode(markup) : markup;
  const source = await ingest({ path, bytes, provenance: null });
  return { format: source.format, cited: parse(source).provisions.map((p) => `${p.kind} ${p.citation ?? '-'}`) };
}

const OJ = `<html><body><div class="eli-container"><div id="cpt_I"><p class="oj-ti-section-1">CHAPTER I</p>
<div class="eli-subdivision" id="art_3"><p class="oj-ti-art">Article 3</p><p class="oj-sti-art">Ports</p>
<div id="003.001"><p class="oj-normal">1.   A port shall:</p><table><tr><td><p>(a)</p></td><td><p>open; and</p></td></tr><tr><td><p>(b)</p></td><td><p>close.</p></td></tr></table></div>
</div></div></div></body></html>`;
const FORMEX = `<ACT><BIB.INSTANCE/><ENACTING.TERMS><DIVISION><TITLE><TI>CHAPTER I</TI></TITLE><ARTICLE><TI.ART>Article 3</TI.ART><STI.ART>Ports</STI.ART>
<PARAG><NO.PARAG>1.</NO.PARAG><ALINEA><P>A port shall:</P><LIST><ITEM><NP><NO.P>(a)</NO.P><TXT>open; and</TXT></NP></ITEM><ITEM><NP><NO.P>(b)</NO.P><TXT>close.</TXT></NP></ITEM></LIST></ALINEA></PARAG></ARTICLE></DIVISION></ENACTING.TERMS></ACT>`;
const TOTA = `<treaty><meta><treaty_identifier>9</treaty_identifier></meta><body><chapter number="2" name="Ports"><article number="ARTICLE 2.3" name="Ports">1. A port shall:

(a) open; and

(b) close.</article></chapter></body></treaty>`;
const AKN = `<akomaNtoso><act><body><article><num>Article 3</num><heading>Ports</heading><paragraph><num>1.</num><intro><p>A port shall:</p></intro><point><num>(a)</num><content><p>open.</p></content></point></paragraph></article></body></act></akomaNtoso>`;
const CLML = `<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"><Body><P1group><Title>Ports</Title><P1><Pnumber>3</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>After section 2 insert—</Text><BlockAmendment><P1><Pnumber>2A</Pnumber><P1para><Text>A port may rest.</Text></P1para></P1></BlockAmendment></P2para></P2></P1para></P1></P1group></Body></Legislation>`;
const CANADA = `<Statute xml:lang="en"><Identification/><Body><Section><MarginalNote>Ports</MarginalNote><Label>3</Label><Subsection><Label>(1)</Label><Text>A port shall</Text><Paragraph><Label>(a)</Label><Text>open.</Text></Paragraph></Subsection></Section></Body></Statute>`;

test.each([
  ['eurlex-oj', OJ, ['chapter -', 'article 3', 'paragraph 3(1)', 'point 3(1)(a)', 'point 3(1)(b)']],
  ['formex', FORMEX, ['chapter -', 'article 3', 'paragraph 3(1)', 'point 3(1)(a)', 'point 3(1)(b)']],
  ['tota', TOTA, ['chapter -', 'article 2.3', 'paragraph 2.3(1)', 'point 2.3(1)(a)', 'point 2.3(1)(b)']],
  ['akn', AKN, ['article 3', 'paragraph 3(1)', 'point 3(1)(a)']],
  ['clml', CLML, ['section 3', 'subsection 3(1)', 'section 3(1)']],
  ['justice-canada', CANADA, ['section 3', 'subsection 3(1)', 'paragraph 3(1)(a)']],
])('%s states its units', async (format, markup, expected) => {
  expect(await cite('zz/sample.xml', markup)).toEqual({ format, cited: expected });
});

const BESIDE = `<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"><Body><P1><Pnumber>3</Pnumber><P1para><P2><Pnumber>2</Pnumber><P2para><Text>A port must—</Text></P2para></P2><P3><Pnumber>a</Pnumber><P3para><Text>open, and</Text></P3para></P3><P2><Pnumber>3</Pnumber><P2para><Text>It may rest.</Text></P2para></P2></P1para></P1></Body></Legislation>`;
const PAGES = TOTA.replace('open; and', 'open\n\nII-4\n\nits gates; and\n\nII-5').replace('number="2"', 'number="TWO"');
const RECITED = `{"recitals":[{"recital_number":1,"text":"Ports need rest."}],"articles":[{"chapter":"I","number":"1","title":"Ports","text":"A port may rest."}]}`;

test.each([
  [
    'points beside the subsection that leads to them',
    'a.xml',
    BESIDE,
    ['subsection 3(2)', 'paragraph 3(2)(a)', 'subsection 3(3)'],
  ],
  [
    'page numbers between the halves of a point',
    'a.xml',
    PAGES,
    ['paragraph 2.3(1)', 'point 2.3(1)(a)', 'point 2.3(1)(b)'],
  ],
  ['chapters after recitals', 'a.json', RECITED, ['chapter -', 'article 1']],
])('%s', async (_name, path, markup, expected) => {
  expect((await cite(path, markup)).cited).toEqual(expect.arrayContaining(expected));
});

test('page numbers are no words of a treaty, and numbers that do not count on are', async () => {
  const textOf = async (markup: string): Promise<string> =>
    parse(await ingest({ path: 'a.xml', bytes: new TextEncoder().encode(markup), provenance: null })).text;
  expect(await textOf(PAGES)).toContain('open its gates; and');
  expect(await textOf(PAGES.replace('II-5', 'II-3'))).toContain('II-3');
});

test('recitals do not hold the chapters after them', async () => {
  const source = await ingest({ path: 'a.json', bytes: new TextEncoder().encode(RECITED), provenance: null });
  expect(parse(source).provisions.map((p) => p.eId)).toEqual(['rec_1', 'chp_I', 'chp_I__art_1']);
});

test('a gzip file is read like the file inside', async () => {
  expect((await cite('zz/sample.xml.gz', gzipSync(AKN))).cited).toContain('article 3');
});

test.each([
  ['an empty file', new Uint8Array(0), 'ingest/empty-file'],
  ['white space', new TextEncoder().encode(' \n '), 'ingest/empty-file'],
  ['a truncated gzip', gzipSync(AKN).subarray(0, 40), 'ingest/damaged-gzip'],
  ['a binary file', new Uint8Array([1, 0, 2, 0, 3]), 'ingest/binary-file'],
])('%s gives a diagnostic, not a crash', async (_name, bytes, rule) => {
  const source = await ingest({ path: 'zz/bad.bin', bytes, provenance: null });
  expect(source.blocks).toEqual([]);
  expect(source.diagnostics.map((d) => [d.ruleId, d.file])).toEqual([[rule, 'zz/bad.bin']]);
});

test('stated facts win over guesses, and guesses are named', async () => {
  const provenance = {
    title: 'Port Pact (PP)',
    parties: ['SGP', 'AUS', 'EU'],
    signed: '2001-02-03',
    kind: 'trade-agreement',
    language: 'en',
  };
  const { metadata } = await ingest({
    path: 'agreements/tota/pta_9.xml',
    bytes: new TextEncoder().encode(TOTA),
    provenance,
  });
  expect(metadata).toMatchObject({
    id: 'tota/9',
    kind: 'agreement',
    jurisdictions: ['AU', 'EU', 'SG'],
    made: '2001-02-03',
    aliases: ['PP'],
  });
  expect(metadata.guessed).not.toContain('title');
  expect(metadata.guessed).toContain('identifiers');
});
