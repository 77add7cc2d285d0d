import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.js';
import type { Diagnostic, SourceDocument } from '../../src/model/index.js';
import { readOneFile } from '../../src/pipeline/index.js';
import { corpusGroups } from '../../src/store/index.js';
import { call } from '../cli/call.js';
import { word, zip } from './archives.js';
import { pdfOf, swellingPdf } from './pdfs.js';

/** Nothing here may take longer; the machine may be busy, and a hang takes for ever. */
const BOUND_MS = 15_000;
/** Nothing here may take more memory on top of the file's own. */
const BOUND_BYTES = 700 * 1024 * 1024;
const MIB = 1024 * 1024;
const LAW =
  '<p>Article 1</p><p>An exporter shall tell the registry of each export.</p><p>Article 2</p><p>It is quick.</p>';
const page = (body: string): string => `<!doctype html><html><body>${body}</body></html>`;
const bomb = `<?xml version="1.0"?><!DOCTYPE act [<!ENTITY a "ha">${'bcdefgh'
  .split('')
  .map((n, i) => `<!ENTITY ${n} "${`&${'abcdefg'[i]};`.repeat(10)}">`)
  .join('')}]><akomaNtoso><act><body><article><num>1</num><p>&h;</p></article></body></act></akomaNtoso>`;
const outside = (uri: string): string =>
  `<?xml version="1.0"?><!DOCTYPE act [<!ENTITY secret SYSTEM "${uri}">]><akomaNtoso><act><body><article><num>1</num><p>&secret;</p></article></body></act></akomaNtoso>`;
const random = (length: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(length / 32) }, (_, i) => createHash('sha256').update(`seed 7 ${i}`).digest()),
  );
const deep = (tag: string): string => page(`${`<${tag}>`.repeat(100_000)}${LAW}${`</${tag}>`.repeat(100_000)}`);

type Case = readonly [
  what: string,
  file: string,
  bytes: () => Promise<Buffer | string> | Buffer | string,
  rule: string,
  message: RegExp,
];

const CASES: readonly Case[] = [
  ['an empty file', 'act.html', () => '', 'empty-file', /is empty/],
  ['white space', 'act.txt', () => ' \n\t\n', 'empty-file', /only white space/],
  ['random bytes', 'act.txt', () => random(20_000), 'binary-file', /holds no text/],
  [
    'a picture called a law',
    'act.html',
    () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'binary-file',
    /holds no text/,
  ],
  [
    'an old Word file',
    'act.docx',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), random(600)]),
    'binary-file',
    /old Office/,
  ],
  ['a gzip file cut short', 'act.xml.gz', () => gzipSync(page(LAW)).subarray(0, 60), 'damaged-gzip', /unpacked/],
  ['a gzip bomb', 'act.xml.gz', () => gzipSync(Buffer.alloc(80 * MIB, ' ')), 'gzip-bomb', /swells/],
  [
    'a PDF under password',
    'act.pdf',
    () => pdfOf((p) => p.text('Article 1'), { userPassword: 'x' }),
    'encrypted-pdf',
    /password/,
  ],
  [
    'a scanned PDF',
    'act.pdf',
    () => pdfOf((p) => p.rect(50, 50, 300, 300).fill('black')),
    'scanned-pdf',
    /no text layer/,
  ],
  [
    'a PDF cut short',
    'act.pdf',
    async () => (await pdfOf((p) => p.text('Article 1'))).subarray(0, 200),
    'damaged-pdf',
    /cannot be read/,
  ],
  ['a PDF bomb', 'act.pdf', () => swellingPdf(100 * MIB), 'pdf-bomb', /swells/],
  ['HTML nested 100,000 levels deep', 'act.html', () => deep('div'), 'nesting', /nests/],
  ['the same with tags that may stay open', 'act.html', () => page('<font>'.repeat(100_000) + LAW), 'nesting', /nests/],
  ['the same in UTF-16', 'act.html', () => Buffer.from(`\ufeff${deep('div')}`, 'utf16le'), 'nesting', /nests/],
  [
    'XML nested 100,000 levels deep',
    'act.xml',
    () => `<?xml version="1.0"?>${'<p>'.repeat(100_000)}${'</p>'.repeat(100_000)}`,
    'nesting',
    /nests/,
  ],
  ['XML with an entity bomb', 'act.xml', () => bomb, 'own-entities', /'&h;'|entity/],
  [
    'XML that wants a file of this machine',
    'act.xml',
    () => outside('file:///etc/hostname'),
    'own-entities',
    /'&secret;'/,
  ],
  ['XML that wants the network', 'act.xml', () => outside('http://127.0.0.1:9/x'), 'own-entities', /'&secret;'/],
  ['UTF-8 broken all over', 'act.txt', () => brokenUtf8(5), 'invalid-utf8', /cannot be trusted/],
  [
    'a zip bomb called Word',
    'act.docx',
    () => word('', { name: 'word/a.bin', bytes: Buffer.alloc(80 * MIB) }),
    'zip-bomb',
    /swells/,
  ],
  [
    'a zip bomb that lies',
    'act.docx',
    () => word('', { name: 'word/a.bin', bytes: Buffer.alloc(80 * MIB), claims: 10 }),
    'hostile-archive',
    /not what it says/,
  ],
  [
    'a zip that climbs out',
    'act.docx',
    () => word('', { name: '../../evil.txt', bytes: Buffer.from('x') }),
    'hostile-archive',
    /relative path/,
  ],
  [
    'a Word file nested deeply',
    'act.docx',
    () => word('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)),
    'nesting',
    /nests/,
  ],
  [
    'another zip called Word',
    'act.docx',
    () => zip([{ name: 'notes.txt', bytes: Buffer.from('Article 1') }]),
    'not-word',
    /no Word document/,
  ],
  ['a Word file cut short', 'act.docx', () => word('<w:p/>').subarray(0, 300), 'damaged-archive', /cannot be unpacked/],
  ['a file beyond the limit', 'act.txt', () => Buffer.alloc(65 * MIB, 'Article 1. Words. '), 'too-large', /64 MiB/],
];

/** One of each room that can refuse: before unpacking, by unpacking, by looking, by a reader. */
const TOLD_AT_THE_DESK = new Set(['empty-file', 'damaged-gzip', 'own-entities', 'encrypted-pdf', 'not-word']);

/** A text of many letters beyond ASCII, of which one in `step` is broken. */
function brokenUtf8(step: number): Buffer {
  const letters = Array.from('Ünïversäl lögïc äbröad öf päpers. '.repeat(200));
  return Buffer.concat(
    letters.map((l, i) => (l > '\u007f' && i % (step * 3) === 0 ? Buffer.from([0xc3]) : Buffer.from(l))),
  );
}

async function readHere(file: string, bytes: Buffer | string): Promise<SourceDocument> {
  return ingest({ path: `xx/${file}`, bytes: Buffer.from(bytes as Buffer), provenance: null });
}

describe('bad input', () => {
  it.each(CASES)('%s is told, within bounds', async (_what, file, make, rule, message) => {
    const bytes = Buffer.from((await make()) as Buffer);
    const start = performance.now();
    const before = process.memoryUsage().rss;
    const { blocks, diagnostics } = await readHere(file, bytes);
    expect(performance.now() - start).toBeLessThan(BOUND_MS);
    expect(process.memoryUsage().rss - before).toBeLessThan(BOUND_BYTES);
    expect(blocks).toEqual([]);
    const [error] = diagnostics.filter((d) => d.severity === 'error');
    expect(error).toMatchObject({
      ruleId: `ingest/${rule}`,
      file: `xx/${file}`,
      message: expect.stringMatching(message),
    });
    expect(error?.mend).toMatch(/^\p{Lu}.+\.$/u);
  });

  it('is told on the command line with file, reason and mend, and leaves the study as it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lexatlas-bad-'));
    const good = join(folder, 'good-act.html');
    writeFileSync(good, page(LAW));
    const study = join(folder, 'study');
    expect(await call('ingest', good, '--study', study, '--jurisdiction', 'KE')).toMatchObject({ code: 0 });
    const before = bytesOf(study);
    for (const [, file, make] of CASES.filter(([, , , rule]) => TOLD_AT_THE_DESK.has(rule))) {
      const bad = join(folder, file);
      writeFileSync(bad, (await make()) as Buffer);
      const { code, err } = await call('ingest', good, bad, '--study', study);
      expect({ file, code }).toEqual({ file, code: 1 });
      expect(err).toContain(bad);
      expect(err.split('\n').at(-1)).toMatch(/^ {2}\p{Lu}.+\.$/u);
      expect(bytesOf(study)).toEqual(before);
    }
  }, 60_000);

  it('amid good files is named by a run, file by file, and the good ones are read as without it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lexatlas-bad-'));
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    writeFileSync(join(corpus, 'xa-good-act.html'), page(LAW));
    const study = (name: string): string[] => ['--corpus', corpus, '--study', join(folder, name), '--no-report'];
    expect(await call('run', ...study('clean'))).toMatchObject({ code: 0 });
    const bad = CASES.filter(([, , , rule]) => TOLD_AT_THE_DESK.has(rule));
    for (const [at, [, file, make]] of bad.entries())
      writeFileSync(join(corpus, `xa-bad-${at}-${file}`), (await make()) as Buffer);
    const { code, out } = await call('run', ...study('mixed'));
    expect({ code, unread: /^Unread +(\d+) /m.exec(out)?.[1] }).toEqual({ code: 0, unread: String(bad.length) });
    for (const [at, [, file, , , message]] of bad.entries()) {
      const line = out.split('\n').find((l) => l.includes(`xa-bad-${at}-${file}: `)) ?? '';
      expect(line).toMatch(message);
      expect(line).toMatch(/\. \p{Lu}.+\.$/u);
    }
    const outline = async (name: string): Promise<string> =>
      (await call('outline', 'xa-good-act', '--study', join(folder, name), '--format', 'csv')).out;
    expect(await outline('mixed')).toBe(await outline('clean'));
    expect((await outline('mixed')).split('\n').length).toBeGreaterThan(2);
  }, 120_000);
});

describe('odd input that is read all the same', () => {
  const words = ({ blocks }: SourceDocument): string => blocks.map((b) => b.text).join(' ');
  const rules = (d: readonly Diagnostic[]): string[] => d.map((x) => `${x.severity} ${x.ruleId}`);

  it('has a wrong extension', async () => {
    const pdf = await readHere('act.html', await pdfOf((p) => p.text('Article 1 Exports are free.')));
    expect(pdf.format).toBe('pdf');
    expect(rules(pdf.diagnostics)).toEqual(['info ingest/wrong-extension']);
    expect(words(pdf)).toContain('Exports are free');
    const html = await readHere('act.pdf', page(LAW));
    expect({ format: html.format, rules: rules(html.diagnostics) }).toEqual({
      format: 'html',
      rules: ['info ingest/wrong-extension'],
    });
    expect(rules((await readHere('act.html', page(LAW))).diagnostics)).toEqual([]);
  });

  it('has a broken letter here and there, and the first is named by its line', async () => {
    const text = Buffer.concat([
      Buffer.from(`Article 1\n${'Größe ändert nichts. '.repeat(40)}\nF`),
      Buffer.from([0xc3]),
      Buffer.from('nf Tage.\n'),
    ]);
    const read = await readHere('act.txt', text);
    expect(read.encoding).toBe('utf-8');
    expect(words(read)).toContain('Größe');
    expect(read.diagnostics).toMatchObject([
      { severity: 'warning', message: expect.stringMatching(/1 broken UTF-8 sequence, the first in line 3/) },
    ]);
  });

  it('is no UTF-8 at all, but an old code page', async () => {
    const read = await readHere(
      'act.txt',
      Buffer.from('Artículo 1. Los órganos informarán a la Comisión según la ley.\n'.repeat(5), 'latin1'),
    );
    expect(words(read)).toContain('Artículo 1. Los órganos informarán');
    expect(read.diagnostics).toEqual([]);
  });

  it('has a document type of its own, or an entity that is never used', async () => {
    for (const type of [
      '<!DOCTYPE act SYSTEM "http://127.0.0.1:9/act.dtd">',
      '<!DOCTYPE act [<!ENTITY co "Company">]>',
    ]) {
      const xml = `<?xml version="1.0"?>${type}<akomaNtoso><act><body><article><num>1</num><p>Exports are free.</p></article></body></act></akomaNtoso>`;
      const read = await readHere('act.xml', xml);
      expect({ words: words(read), errors: read.diagnostics }).toMatchObject({
        words: expect.stringContaining('Exports'),
        errors: [],
      });
    }
  });

  it('links a picture that lies elsewhere on this machine, which is not opened', async () => {
    const drawing = `<w:p><w:r><w:t>Article 1 Exports are free.</w:t></w:r></w:p><w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></w:drawing></w:r></w:p>`;
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>`;
    const read = await readHere(
      'act.docx',
      word(drawing, { name: 'word/_rels/document.xml.rels', bytes: Buffer.from(rels) }),
    );
    expect(words(read)).toBe('Article 1 Exports are free.');
  });
});

describe('a file of 300 MB', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lexatlas-large-'));
  });
  it('is never taken into memory', async () => {
    const path = join(folder, 'act.txt');
    const piece = Buffer.alloc(MIB, 'Article 1. An exporter shall keep records.\n');
    for (let i = 0; i < 300; i += 1) writeFileSync(path, piece, { flag: 'a' });
    const start = performance.now();
    const before = process.memoryUsage().rss;
    await expect(readOneFile(corpusGroups([path]))).rejects.toMatchObject({
      message: expect.stringMatching(/act\.txt: The file has 300 MiB; up to 64 MiB are read/),
      mend: expect.stringContaining('Split it'),
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
    expect(performance.now() - start).toBeLessThan(BOUND_MS);
    writeFileSync(path, '');
  });
});

function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(
    names.map((n) => [
      n,
      createHash('sha256')
        .update(readFileSync(join(folder, n)))
        .digest('hex'),
    ]),
  );
}
