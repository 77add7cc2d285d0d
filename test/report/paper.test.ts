import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import { describe, expect, it } from 'vitest';
import type { ReportFormat } from '../../src/report/index.js';
import { report } from '../../src/report/index.js';
import { columnShares } from '../../src/report/paper/document.js';
import { coding, law, study } from './build.js';

const HOSTILE = 'Data \\input{/etc/passwd} $x$ 50% #1 & _a_ ^~ {b} <script>alert(1)</script> \u202eevil\u202c =1+1.';

function hostile() {
  const trap = law('yy/trap', ['YY'], [HOSTILE], { title: 'Trap ![x](javascript:alert(2)) \\end{document}' });
  const base = study();
  return study({
    coded: [...base.coded, { instrument: trap, annotations: [coding(trap, 'art_1', 'transfer.general')] }],
  });
}

async function bytes(format: ReportFormat): Promise<Buffer> {
  const [file] = await report(hostile(), { format });
  return Buffer.from(file?.content ?? '');
}

describe('the paper in Word', () => {
  it('holds summary, method, tables, tensions and quotes, with law text as text', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await bytes('docx') });
    for (const words of [
      'Summary',
      'machine assistance',
      'not comparable',
      'Tensions',
      'yy/trap 1',
      '\\input{/etc/passwd}',
    ])
      expect(value).toContain(words);
    expect(value).toContain('<script>alert(1)</script>');
    expect(value).not.toContain('\u202e');
  });

  it('is the same twice', async () => {
    expect((await bytes('docx')).equals(await bytes('docx'))).toBe(true);
  });
});

describe('the paper as PDF', () => {
  it('can be read back and is the same twice', async () => {
    const pdf = await bytes('pdf');
    expect(pdf.equals(await bytes('pdf'))).toBe(true);
    const parser = new PDFParse({ data: new Uint8Array(pdf) });
    const { text } = await parser.getText();
    await parser.destroy();
    for (const words of ['Divergence report', 'machine assistance', 'Appendix', '\\input{/etc/passwd}'])
      expect(text).toContain(words);
  });

  it('shows a sign that no font holds as □ instead of dropping it', async () => {
    const zh = law('zz/law', ['ZZ'], ['数据出境'], { language: 'zh' });
    const base = study();
    const coded = [...base.coded, { instrument: zh, annotations: [coding(zh, 'art_1', 'transfer.general')] }];
    const [file] = await report(study({ coded }), { format: 'pdf' });
    expect(
      Buffer.from(file?.content ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

describe('the paper in LaTeX', () => {
  it('prints the signs of TeX and never obeys them', async () => {
    const tex = String(await bytes('latex'));
    const body = tex.slice(tex.indexOf('\\begin{document}'));
    expect(body).toContain('\\textbackslash{}input\\{/etc/passwd\\} \\$x\\$ 50\\% \\#1 \\& \\_a\\_');
    expect(body.match(/\\end\{document\}/g)).toHaveLength(1);
    expect(tex).not.toContain('\u202e');
    expect(tex).toContain('\\begin{tikzpicture}');
  });
});

describe('the paper in Markdown', () => {
  it('comes with its figures, in which nothing runs', () => {
    const files = report(hostile(), { format: 'md' });
    expect(files.map((f) => f.path)).toContain('figures/divergence-heatmap.svg');
    const all = files.map((f) => String(f.content)).join('');
    expect(all).not.toMatch(/<script|!\[x\]|\u202e/);
  });
});

it('gives each column of a table the width that its words need', () => {
  const shares = columnShares({ columns: ['a', 'b'], rows: [['x', 'a much longer cell that needs room']] });
  expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1);
  expect(shares[1]).toBeGreaterThan(shares[0] ?? 1);
});
