import { expect, it } from 'vitest';
import type { ReportFile } from '../../src/report/index.js';
import { report } from '../../src/report/index.js';
import { law, study } from './build.js';

const SILENT = law('zz/goods', ['ZZ'], ['Goods <i>move</i> freely. Duties are refunded.'], {
  kind: 'agreement',
  title: 'Goods of Zland',
  completeness: 'main text without annexes',
});
const PARTIAL = law('zz/part', ['ZZ'], ['Ships call at ports.'], { completeness: 'chapter only' });
const LAWS = [SILENT, PARTIAL];

function pages(jurisdictions: readonly string[] = []): readonly ReportFile[] {
  return report(study(), {
    format: 'html',
    jurisdictions,
    uncoded: LAWS.map((l) => l.metadata),
    readUncoded: (id) => LAWS.find((l) => l.metadata.id === id) ?? null,
  });
}
const page = (files: readonly ReportFile[], path: string): string =>
  String(files.find((f) => f.path === path)?.content ?? '');

it('gives an instrument without a rule a page: what was searched for, why not, and the whole text', () => {
  const told = page(pages(), 'instruments/zz_goods.html');
  expect(told).toContain('Goods &lt;i&gt;move&lt;/i&gt; freely.');
  expect(told).toContain('data-pinpoint="1(2)"');
  // The codes of this codebook have no cue at all: nothing could have been found, and the page must not call that absence.
  expect(told).toContain('0 absent');
  expect(told).toContain('no cue for it in');
  expect(told).toContain('aria-current="page">Laws');
});

it('tells absence from a gap in reading', () => {
  const base = study();
  const cue = { language: 'en', weight: 2 } as (typeof base.codebook.codes)[number]['cues'][number];
  const codebook = { ...base.codebook, codes: base.codebook.codes.map((c) => ({ ...c, cues: [cue] })) };
  const english = LAWS.map((l) => ({ ...l, metadata: { ...l.metadata, language: 'en' } }));
  const files = report(
    { ...base, codebook },
    {
      format: 'html',
      uncoded: english.map((l) => l.metadata),
      readUncoded: (id) => english.find((l) => l.metadata.id === id) ?? null,
    },
  );
  expect(page(files, 'instruments/zz_goods.html')).toContain('3 absent (searched, not found), 0 not covered');
  expect(page(files, 'instruments/zz_part.html')).toContain('the text is not whole: chapter only');
});

it('lists all that was read, and narrows with the report', () => {
  const list = page(pages(), 'laws.html');
  expect(list).toContain('href="instruments/zz_goods.html"');
  expect(list).toContain('href="instruments/eu_model.html"');
  const narrowed = pages(['EU']);
  expect(page(narrowed, 'laws.html')).not.toContain('zz_goods');
  expect(narrowed.some((f) => f.path === 'instruments/zz_goods.html')).toBe(false);
});
