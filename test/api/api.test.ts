import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call, temporaryFolder } from '../cli/call.js';

/** Scripts stand inside the package, where Node resolves its own name through `exports` as it would from node_modules. */
if (!existsSync('dist/index.js')) execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
const folder = mkdtempSync(join(resolve('dist'), 'api-'));
const study = join(temporaryFolder(), 'study');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(study, { recursive: true, force: true });
});
beforeAll(async () => {
  expect((await call('run', '--no-report', '--corpus', 'corpus/archetypes', '--study', study)).code).toBe(0);
}, 120_000);

function script(name: string, code: string, cwd = tmpdir()): string {
  const file = join(folder, name);
  writeFileSync(file, code);
  return execFileSync(process.execPath, [file, study], { encoding: 'utf8', cwd });
}

it('is what a script imports by the name of the package: a study is opened, read and exported', () => {
  const out = script(
    'read.mjs',
    `import { openStudy, run, exportAs, datasetOf, evaluate, agreement, adopt } from 'lexatlas';
     const study = openStudy(process.argv[2], 'read');
     const coded = study.codedInstruments();
     const dataset = datasetOf({ codebook: JSON.parse(study.meta('codebook')), coded, alignments: study.alignments(), divergences: [] });
     let lines = 0;
     for (const piece of exportAs(dataset, 'jsonl')) lines += piece.content.split('\\n').length - 1;
     study.close();
     console.log(JSON.stringify({ run: typeof run, laws: coded.length, lines, codings: coded.reduce((n, c) => n + c.annotations.length, 0) }));`,
  );
  const { run, laws, lines, codings } = JSON.parse(out) as Record<string, number | string>;
  expect({ run, laws }).toEqual({ run: 'function', laws: 6 });
  expect(lines).toBe(codings);
});

it('runs the example of docs/scripting.md: a study read law by law, counted and narrowed', async () => {
  const [, example = ''] = /```js\n([\s\S]+?)```/.exec(readFileSync('docs/scripting.md', 'utf8')) ?? [];
  const cwd = temporaryFolder();
  try {
    const counts = JSON.parse(script('example.mjs', example, cwd)) as Record<string, number>;
    const transfers = readFileSync(join(cwd, 'transfers.jsonl'), 'utf8').trimEnd().split('\n');
    const codes = transfers.map((line) => (JSON.parse(line) as { code: string }).code);
    const { out } = await call('extract', '--format', 'json', '--study', study);
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe((JSON.parse(out) as unknown[]).length);
    expect(codes.length).toBe(
      Object.entries(counts).reduce((n, [code, count]) => n + (code.startsWith('transfer.') ? count : 0), 0),
    );
    expect(codes.every((code) => code.startsWith('transfer.'))).toBe(true);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});

it('reads and codes a text without any study', () => {
  const out = script(
    'code.mjs',
    `import { readFileSync } from 'node:fs';
     import { annotate, codebook, ingest, parse } from 'lexatlas';
     const path = ${JSON.stringify(resolve('corpus/archetypes'))} + '/consent.md';
     const book = codebook(readFileSync(${JSON.stringify(resolve('annotations/codebook.json'))}, 'utf8'), 'codebook.json');
     const law = parse(await ingest({ path, bytes: readFileSync(path), provenance: null }));
     console.log(annotate(law, book).some((a) => a.code === 'transfer.consent'));`,
  );
  expect(out.trim()).toBe('true');
});
