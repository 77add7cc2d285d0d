import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { align, carry, diff, families, lineage } from '../../src/align/index.js';
import { ingest } from '../../src/ingest/index.js';
import type { Alignment, ClauseAnnotation, CodedInstrument, Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { fullText } from '../../src/text/provisions.js';

const CORPUS = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const isThere = existsSync(join(CORPUS, 'statutes', 'eu'));
if (!isThere) console.warn(`SKIPPED: alignment of real law; there is no ${CORPUS}/statutes (set LEXATLAS_CORPUS).`);

async function read(path: string, id: string): Promise<Instrument> {
  const parsed = parse(await ingest({ path, bytes: readFileSync(join(CORPUS, path)), provenance: null }));
  return { ...parsed, metadata: { ...parsed.metadata, id, language: 'en' } };
}
const uncoded = (instrument: Instrument): CodedInstrument => ({ instrument, annotations: [] });
const at = (instrument: Instrument, citation: string) => {
  const found = instrument.provisions.find((p) => p.citation === citation);
  if (found === undefined) throw new Error(`${instrument.metadata.id} has no ${citation}`);
  return found;
};
const links = (rows: readonly Alignment[]) => rows.filter((r) => r.right !== null);
const TREATIES = [24, 54, 75, 141, 142, 146, 156, 159];

describe.runIf(isThere)('on real law', () => {
  let [directive, amended, act]: Instrument[] = [];
  let treaties: Instrument[] = [];
  beforeAll(async () => {
    directive = await read('statutes/eu/dpd-95-46.oj.en.html', 'eu/dpd');
    amended = await read('statutes/eu/dpd-95-46.consolidated-2003.en.xhtml', 'eu/dpd-2003');
    act = await read('statutes/in/dpdp-act-2023.txt', 'in/act');
    treaties = await Promise.all(TREATIES.map((n) => read(`agreements/tota/pta_${n}.xml`, `tota/${n}`)));
  }, 60_000);
  const given = <T>(x: T | undefined): T => {
    if (x === undefined) throw new Error('not read');
    return x;
  };
  const treaty = (n: number) => given(treaties[TREATIES.indexOf(n)]);

  it('aligns a law with itself article to article, and mirrors two laws', () => {
    const own = align(uncoded(given(directive)), uncoded(given(directive)));
    expect(own.every((r) => r.relation === 'equivalent' && r.score === 1 && r.right?.eId === r.left.eId)).toBe(true);
    const [a, b] = [uncoded(given(directive)), uncoded(given(act))];
    const forth = links(align(a, b)).map((r) => `${r.left.eId}>${r.right?.eId} ${r.score}`);
    const back = links(align(b, a)).map((r) => `${r.right?.eId}>${r.left.eId} ${r.score}`);
    expect(back.sort()).toEqual(forth.sort());
    // Enough links that the mirror has something to show, though neither law is coded here.
    expect(forth.length).toBeGreaterThan(5);
  });

  it('finds next to nothing sure between a data-protection act and a treaty on goods', () => {
    const rows = links(align(uncoded(given(act)), uncoded(treaty(75))));
    expect(rows.filter((r) => r.score >= 0.5).length).toBeLessThanOrEqual(2);
  });

  it('carries the articles of a directive over to its later version and reports the one that was put anew', () => {
    const old = given(directive);
    const annotations = old.provisions
      .filter((p) => p.tier === 'basic')
      .map(
        (p): ClauseAnnotation => ({
          provision: { instrument: 'eu/dpd', eId: p.eId },
          code: 'scope.material',
          annotator: 'human:test',
          modality: 'statement',
          force: 'hard',
          addressee: 'other',
          quantities: [],
          evidence: [],
          confidence: 1,
          span: p.span,
        }),
      );
    const { report } = carry(old, given(amended), annotations);
    // The committee's article was put anew in 2003; the last article of this edition is followed by the notes of the whole page.
    expect(report.filter((r) => r.fate === 'orphaned').map((r) => r.from)).toEqual(['31', '34']);
    expect(report.filter((r) => r.fate === 'ambiguous' || (r.to !== null && r.to !== r.from))).toEqual([]);
    expect(report.filter((r) => r.fate === 'kept').length).toBeGreaterThan(25);
  });

  it('traces a paperless-trading article to earlier agreements and tells two texts apart word by word', () => {
    const korus = treaty(159);
    const article = at(korus, '15.6');
    const found = lineage(korus, article, treaties);
    expect(found.year).toBe(2007);
    expect(found.model?.heading?.toLowerCase()).toContain('paperless');
    expect(found.model?.year ?? 9999).toBeLessThan(2007);
    const other = treaties.find((t) => t.metadata.id === found.model?.ref.instrument) ?? korus;
    const theirs = other.provisions.find((p) => p.eId === found.model?.ref.eId) ?? article;
    expect(diff(fullText(korus, article), fullText(other, theirs)).shared).toBeGreaterThan(0.4);
  });

  it('sorts the articles of eight agreements into families with the earliest text for template', () => {
    const all = families(treaties);
    expect(all.length).toBeGreaterThan(20);
    expect(all[0]?.instruments).toBeGreaterThanOrEqual(4);
    for (const f of all) expect(f.members.every((m) => (m.year ?? 9999) >= (f.template.year ?? 9999))).toBe(true);
  });
});
