import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { withNumbers } from '../../src/ingest/flat/office/word/counted.js';
import { written } from '../../src/ingest/flat/office/word/figures.js';
import { Numbering } from '../../src/ingest/flat/office/word/numbering.js';
import { ingest } from '../../src/ingest/index.js';
import { readElements } from '../../src/ingest/structured/dom.js';
import { parse } from '../../src/parse/index.js';
import { ownText } from '../../src/text/provisions.js';

/** A law whose author never typed a number: Word counts them all, articles by one list, points by another that starts anew. */
function law(): Document {
  const at = (reference: string, level: number, words: string | ParagraphChild, instance = 0) =>
    new Paragraph({
      numbering: { reference, level, instance },
      children: [typeof words === 'string' ? new TextRun(words) : words],
    });
  const head = (words: string) =>
    new Paragraph({ heading: HeadingLevel.HEADING_1, numbering: { reference: 'articles', level: 0 }, text: words });
  const level = (n: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: n,
    format,
    text,
    start: 1,
  });
  return new Document({
    numbering: {
      config: [
        {
          reference: 'articles',
          levels: [level(0, LevelFormat.DECIMAL, 'Article %1'), level(1, LevelFormat.DECIMAL, '%2.')],
        },
        {
          reference: 'points',
          levels: [level(0, LevelFormat.LOWER_LETTER, '(%1)'), level(1, LevelFormat.LOWER_ROMAN, '(%2)')],
        },
      ],
    },
    sections: [
      {
        children: [
          head('Aim'),
          at('articles', 1, 'This law protects records of people & their homes.'),
          at('articles', 1, 'It does so at all times.'),
          head('Sending abroad'),
          at('articles', 1, 'A keeper may send records abroad where:'),
          at('points', 0, 'the person agreed;'),
          at('points', 0, 'the other country is safe, that is:'),
          at('points', 1, 'it has a law of its own; and'),
          at('points', 1, 'it has a court that hears the person; or'),
          at('points', 0, 'the Office allowed it.'),
          head('Duties'),
          new Paragraph('A keeper shall:'),
          at('points', 0, 'lock the records away;', 1),
          at('points', 0, 'tell the Office of every loss.', 1),
        ],
      },
    ],
  });
}

describe('a Word file whose numbers Word counts', () => {
  it('keeps every number, level by level, and starts lists anew where Word does', async () => {
    const bytes = await Packer.toBuffer(law());
    const instrument = parse(await ingest({ path: 'law.docx', bytes, provenance: null }));
    const rows = instrument.provisions.map((p) => `${p.citation} ${p.heading ?? ''} ${ownText(instrument, p)}`.trim());
    expect(rows.map((r) => r.replace(/\s+/gu, ' '))).toEqual([
      '1 Aim',
      '1(1) This law protects records of people & their homes.',
      '1(2) It does so at all times.',
      '2 Sending abroad',
      '2(1) A keeper may send records abroad where:',
      '2(1)(a) the person agreed;',
      '2(1)(b) the other country is safe, that is:',
      '2(1)(b)(i) it has a law of its own; and',
      '2(1)(b)(ii) it has a court that hears the person; or',
      '2(1)(c) the Office allowed it.',
      '3 Duties A keeper shall:',
      '3(a) lock the records away;',
      '3(b) tell the Office of every loss.',
    ]);
  });
});

const PATTERN = `<w:numbering><w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Head"/><w:lvlText w:val="PART %1"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
  <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>
  </w:abstractNum><w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Listed"/></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="40"/></w:lvlOverride></w:num>
  </w:numbering>`;
const STYLES = `<w:styles><w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="HeadInBlue"><w:basedOn w:val="Head"/></w:style><w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>
  <w:style w:styleId="Unnumbered"><w:basedOn w:val="Head"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Listed" w:type="numbering"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;

/** The words of paragraphs, a line each, of which only the properties are given. */
function lines(...properties: readonly string[]): string[] {
  const body = properties.map((p) => `<w:p><w:pPr>${p}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>`).join('');
  const numbered = withNumbers(body, new Numbering(readElements(PATTERN), readElements(STYLES)));
  return numbered
    .split('</w:p>')
    .slice(0, -1)
    .map((p) => p.replace(/<[^>]*>/gu, ''));
}

const style = (name: string) => `<w:pStyle w:val="${name}"/>`;
const list = (id: number, level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

describe('numbers of Word paragraphs', () => {
  it('come by style, by a style below it, and not where a style or a paragraph takes them away', () => {
    const none = `${style('Head')}${list(0, 0)}`;
    expect(lines(style('Head'), style('HeadInBlue'), style('Unnumbered'), none, style('Round'), style('Head'))).toEqual(
      [...['PART I x', 'PART II x', 'x', 'x', 'x', 'PART III x']],
    );
  });

  it('go on through parts where the level never restarts, and stand in digits where the level is legal', () => {
    expect(
      lines(list(1, 0), list(1, 1), list(1, 0), list(1, 1), list(1, 2), list(1, 2), list(1, 1), list(1, 2)),
    ).toEqual([...['PART I x', '1. x', 'PART II x', '2. x', '2.2.1 x', '2.2.2 x', '3. x', '2.3.1 x']]);
  });

  it('go on in another list of the same pattern, not of the same list style, unless it starts anew, which it does once', () => {
    expect(lines(list(1, 1), list(2, 1), list(3, 1), list(3, 1), list(1, 1))).toEqual([
      ...['1. x', '1. x', '40. x', '41. x', '42. x'],
    ]);
  });

  it('are not counted for deleted paragraphs, former properties or bullets, and are struck with their paragraph', () => {
    const gone = `${list(1, 1)}<w:rPr><w:del w:id="1"/></w:rPr>`;
    const former = `<w:pPrChange w:id="2"><w:pPr>${list(1, 1)}</w:pPr></w:pPrChange>`;
    expect(lines(gone, former, list(1, 3), list(1, 1))).toEqual(['x', 'x', 'x', '1. x']);
    const struck = `<w:p><w:pPr>${list(1, 1)}<w:rPr><w:strike/></w:rPr></w:pPr></w:p>`;
    expect(withNumbers(struck, new Numbering(readElements(PATTERN), []))).toContain(
      '<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">1. </w:t></w:r></w:p>',
    );
  });

  it('are counted once in drawn text, which Word writes twice', () => {
    const box = `<w:p><w:pPr>${list(1, 1)}</w:pPr></w:p>`;
    const twice = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>${box}`;
    const found = withNumbers(twice, new Numbering(readElements(PATTERN), []));
    expect([...found.matchAll(/\d+\. /gu)].map(String)).toEqual(['1. ', '2. ']);
  });

  it('are written as Word writes them', () => {
    const shown = (format: string, ...values: number[]) => values.map((v) => written(v, format)).join(' ');
    expect(shown('lowerLetter', 1, 26, 27, 53)).toBe('a z aa aaa');
    expect(shown('upperRoman', 4, 9, 1994, 1_000_000)).toBe('IV IX MCMXCIV 1000000');
    expect(shown('chineseCountingThousand', 1, 10, 12, 20, 105, 110, 1010)).toBe(
      '一 十 十二 二十 一百零五 一百一十 一千零一十',
    );
    expect(shown('japaneseCounting', 10, 101, 110)).toBe('十 百一 百十');
    expect(shown('ordinal', 1, 2, 3, 11, 21, 112)).toBe('1st 2nd 3rd 11th 21st 112th');
    expect(shown('decimalZero', 3, 12)).toBe('03 12');
    expect(shown('thaiNumbers', 10)).toBe('๑๐');
    expect(shown('lowerLetter', 999_999_999)).toBe('999999999');
    expect(shown('toString', 2)).toBe('2');
  });
});
