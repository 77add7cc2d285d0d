import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type ReportFormat, report } from '../../src/report/index.js';
import { coding, law, study } from './build.js';

/** Independent readers of what the report writes: none of them is ours, and none is needed to use lexatlas. */
const isHere = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'lexatlas-opened-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** LibreOffice may be here without its Writer. */
function convert(file: string, to: string): string | null {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], { timeout: PATIENCE });
  const made = file.replace(/[^.]+$/, to.split(':')[0] ?? to);
  return existsSync(made) ? made : null;
}

const PATIENCE = 90_000;
function hasFonts(): boolean {
  const { stdout } = spawnSync('fc-list', [], { encoding: 'utf8' });
  return ['Noto Serif CJK SC', 'Noto Naskh Arabic', 'Noto Sans Thai'].every((f) => (stdout ?? '').includes(f));
}
const probe = join(folder, 'probe.txt');
writeFileSync(probe, 'words');
const office = isHere('soffice', '--version') && convert(probe, 'pdf') !== null;
const calc = isHere('soffice', '--version');
const pdfText = isHere('pdftotext', '-v');
const tex = isHere('pdflatex', '--version') && isHere('kpsewhich', 'tikz.sty');
const xe = tex && isHere('xelatex', '--version') && isHere('kpsewhich', 'fontspec.sty') && hasFonts();
for (const [is, what] of [
  [office && pdfText, 'LibreOffice Writer with pdftotext, so no docx was opened'],
  [calc, 'LibreOffice Calc, so no xlsx was opened'],
  [tex, 'pdflatex with TikZ, so no LaTeX was compiled'],
  [xe, 'xelatex with the Noto fonts, so no law was set in its own script'],
] as const)
  if (!is) console.warn(`SKIPPED: no ${what}.`);

/** A study with laws in scripts that a plain font does not hold, and signs that TeX, Word and a sheet would obey. */
function many() {
  const base = study();
  const laws = [
    law('cn/law', ['CN'], ['数据出境应当取得单独同意，并告知接收方。'], { language: 'zh' }),
    law('sa/law', ['SA'], ['يجوز نقل البيانات إلى خارج المملكة في 30 يوماً.'], { language: 'ar' }),
    law('th/law', ['TH'], ['ข้อมูลส่วนบุคคลต้องได้รับความยินยอมก่อนโอน'], { language: 'th' }),
    law('yy/trap', ['YY'], ['Data \\input{/etc/passwd} $x$ 50% #1 & _a_ ^~ {b} ≥ ½ č =1+1.'], {
      title: 'Trap \\end{document}',
    }),
  ];
  const coded = laws.map((instrument) => ({
    instrument,
    annotations: [coding(instrument, 'art_1', 'transfer.general')],
  }));
  return study({ coded: [...base.coded, ...coded] });
}

async function written(format: ReportFormat, name: string): Promise<string> {
  const [file] = await report(many(), { format });
  const path = join(folder, name);
  writeFileSync(path, file?.content ?? '');
  return path;
}

describe('what is written is opened by programs that are not ours', () => {
  it.runIf(office && pdfText)(
    'Word: LibreOffice lays it out, with tables, quotes and laws in their own scripts',
    async () => {
      const pdf = convert(await written('docx', 'paper.docx'), 'pdf');
      expect(pdf).not.toBeNull();
      const text = execFileSync('pdftotext', ['-layout', pdf ?? '', '-'], { encoding: 'utf8' });
      for (const words of [
        'Divergence report',
        'Summary',
        'machine assistance',
        'Appendix',
        '数据出境',
        '\\input{/etc/passwd}',
      ])
        expect(text).toContain(words);
    },
    PATIENCE,
  );

  it.runIf(calc)(
    'workbook: LibreOffice reads a row a provision, and no cell is a formula',
    async () => {
      const csv = convert(
        await written('xlsx', 'tables.xlsx'),
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
      );
      const sheets = csv ?? join(folder, 'tables-provisions.csv');
      const provisions = existsSync(sheets) ? sheets : join(folder, 'tables-provisions.csv');
      const text = readFileSync(provisions, 'utf8');
      expect(text).toContain('数据出境');
      expect(text).toContain('=1+1');
      expect(text).not.toMatch(/#(?:NAME|REF|VALUE)\b/);
    },
    PATIENCE,
  );

  it.runIf(tex)(
    'LaTeX: pdflatex compiles it without an error',
    async () => {
      const file = await written('latex', 'paper.tex');
      const { status, stdout } = spawnSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', file], {
        cwd: folder,
        timeout: PATIENCE,
        encoding: 'utf8',
      });
      expect([status, stdout.split('\n').filter((l) => l.startsWith('!'))]).toEqual([0, []]);
    },
    PATIENCE,
  );

  it.runIf(xe)(
    'LaTeX: xelatex sets each law in its own script',
    async () => {
      const file = await written('latex', 'scripts.tex');
      const { status } = spawnSync('xelatex', ['-interaction=nonstopmode', '-halt-on-error', file], {
        cwd: folder,
        timeout: PATIENCE,
      });
      expect(status).toBe(0);
      const log = readFileSync(file.replace('.tex', '.log'), 'utf8');
      expect(log.match(/Missing character: .*/g) ?? []).toEqual([]);
    },
    PATIENCE,
  );
});
