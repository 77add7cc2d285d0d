import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citedAlike } from '../../bench/parse/told.js';
import { ingest } from '../../src/ingest/index.js';
import type { Instrument, SourceDocument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';

const corpus = process.env.LEXATLAS_CORPUS ?? '../shared/corpus';
const isThere = existsSync(join(corpus, 'statutes')) && existsSync(join(corpus, 'agreements'));
if (!isThere) console.warn(`SKIPPED: no real texts at ${corpus}; set LEXATLAS_CORPUS to walk them for lost letters`);

/** All 565 files are read in 20 s of processor time; a loaded machine may need many times that. */
const PATIENCE_MS = 600_000;

/** Letters that a file may lose, for a reason that is the file's: each stands once more elsewhere in the law. */
const REPEATED: Readonly<Record<string, readonly [most: number, why: string]>> = {
  'agreements/aus-per-2018.txt': [200, 'a paragraph whose number is printed again below it'],
  'agreements/col-isr-2013.txt': [80, 'the names of annexes, printed once more before their titles'],
  'agreements/eu-sgp-fta-2018.txt': [90, 'the running heads of annexes'],
  'agreements/gbr-jpn-cepa-2020.txt': [10, 'the running head of an annex'],
  'agreements/gbr-ukr-2020.txt': [40, 'an article number printed twice, running heads'],
  'statutes/br/lgpd-13709-2018.en-translation.pdf': [20, 'the title of a section above two pages'],
  'statutes/br/lgpd-13709-2018.pt.html': [10, 'a section named twice'],
  'statutes/us/ccpa.en.txt': [4700, 'each title is printed as a chunk heading and again with its section'],
  'statutes/us/cloud-act-18usc2523.2023.en.md': [1300, 'the running head of each page'],
  'statutes/us/stored-communications-18usc-ch121.2023.en.md': [7200, 'the running head of each page'],
};
/** Digits that a scan printed as letters (`Pasal l0`) and the parser restores. */
const RESTORED: ReadonlySet<string> = new Set(['statutes/id/law-27-2022-pdp.id.md']);
/** Signs that part a number or a title from the words, or that mark emphasis: the span of the number ends before them. */
const SIGNS = /[\s.:;,–—_()（）、-]/u;

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((p) => (statSync(p).isDirectory() ? filesBelow(p) : /\.(?:jsonl|csv)$/u.test(p) ? [] : [p]));
}

/** How often each UTF-16 unit stands in a text, signs left out. */
function bag(text: string): Uint32Array {
  const counts = new Uint32Array(0x1_00_00);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
  for (const [unit, n] of counts.entries()) if (n > 0 && SIGNS.test(String.fromCharCode(unit))) counts[unit] = 0;
  return counts;
}

/** How often the characters of `a` stand there more often than in `b`. */
function surplus(a: Uint32Array, b: Uint32Array): number {
  return a.reduce((sum, n, unit) => sum + Math.max(0, n - (b[unit] ?? 0)), 0);
}

function givenBy(source: SourceDocument): string {
  return source.blocks.map((b) => `${b.num ?? ''} ${b.heading ?? ''} ${b.text}`).join(' ');
}

/** Numbers, headings and own words of all provisions: what the tree says, not its running text. */
function keptBy({ provisions, text }: Instrument): string {
  return provisions
    .map((p) => `${p.num ?? ''} ${p.heading ?? ''} ${p.ownSpans.map((s) => text.slice(s.start, s.end)).join(' ')}`)
    .join(' ');
}

function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[\p{L}\p{M}\p{N}]+/gu));
}

describe.skipIf(!isThere)('the real corpus', () => {
  it(
    'loses no character of what the reader was given, gains none, and cites no two provisions alike',
    async () => {
      const wrong: string[] = [];
      const used = new Set<string>();
      for (const path of filesBelow(corpus)) {
        const file = relative(corpus, path);
        const source = await ingest({ path: file, bytes: readFileSync(path), provenance: null });
        const instrument = parse(source);
        const alike = citedAlike(instrument);
        if (alike.length > 0) wrong.push(`${file}: cited alike: ${alike.slice(0, 5).join(', ')}`);
        const [given, kept] = [bag(givenBy(source)), bag(keptBy(instrument))];
        const lost = surplus(given, kept);
        const most = REPEATED[file]?.[0] ?? (RESTORED.has(file) ? 4 : 0);
        if (lost > 0) used.add(file);
        if (lost > most) wrong.push(`${file}: ${lost} characters lost, ${most} allowed`);
        const gained = surplus(kept, given);
        if (gained > (RESTORED.has(file) ? lost : 0)) wrong.push(`${file}: ${gained} characters gained`);
        const text = instrument.text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
        const gone = lost === 0 ? [] : [...wordsOf(givenBy(source))].filter((w) => !text.includes(w));
        if (gone.length > (RESTORED.has(file) ? 4 : 0))
          wrong.push(`${file}: words gone altogether: ${gone.slice(0, 5).join(', ')}`);
      }
      expect(wrong).toEqual([]);
      // An exception that no file needs any longer would hide a new loss.
      expect([...Object.keys(REPEATED), ...RESTORED].filter((f) => !used.has(f))).toEqual([]);
    },
    PATIENCE_MS,
  );
});
