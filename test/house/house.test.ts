import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findings, type HouseFile } from './findings.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const MAX_LINES = 250;
/** Tables of cases run longer than code that thinks. */
const MAX_TEST_LINES = 400;
const MAX_FILES_IN_A_FOLDER = 10;
/** DESIGN gives each command its own file, however many commands there are. */
const ONE_FILE_PER_COMMAND = 'src/cli/commands';
const FORBIDDEN_NAMES = /^(utils?|helpers?|commons?|types?|misc|shared)(\.|$)/;
/** Rooms whose index.ts exports the verb they are named for. */
const VERBS = ['ingest', 'parse', 'annotate', 'align', 'score', 'report', 'codebook'];
/** A room without a single door: pure functions that are imported by their own names. */
const WITHOUT_INDEX = ['text'];

const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const sources = filesUnder('src');
const tests = [...filesUnder('test'), ...filesUnder('bench')];

describe('the house', () => {
  it('has files that one can read at a sitting', () => {
    const lines = (f: HouseFile): number => f.text.trimEnd().split('\n').length;
    const long = [...sources.filter((f) => lines(f) > MAX_LINES), ...tests.filter((f) => lines(f) > MAX_TEST_LINES)];
    expect(long.map((f) => f.path)).toEqual([]);
  });

  it('has folders that one can overlook', () => {
    const files = new Map<string, number>();
    for (const { path } of sources.filter((f) => !f.path.endsWith('/index.ts')))
      files.set(dirname(path), (files.get(dirname(path)) ?? 0) + 1);
    const full = [...files].filter(([folder, n]) => n > MAX_FILES_IN_A_FOLDER && folder !== ONE_FILE_PER_COMMAND);
    expect(full).toEqual([]);
  });

  it('names files for what they do', () => {
    const vague = sources.filter((f) => f.path.split('/').some((part) => FORBIDDEN_NAMES.test(part)));
    expect(vague.map((f) => f.path)).toEqual([]);
  });

  it('gives each room one door', () => {
    const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((d) => d.isDirectory());
    const entries = rooms.map((d) => d.name).filter((name) => roomHasCode(name) && !WITHOUT_INDEX.includes(name));
    const doorless = entries.filter((name) => !['index.ts', 'main.ts', 'main.tsx'].some((f) => hasFile(name, f)));
    expect(doorless).toEqual([]);
  });

  it.each(VERBS)('has a room %s whose index exports that verb', (verb) => {
    const index = sources.find((f) => f.path === `src/${verb}/index.ts`);
    expect(exportedFunctions(index?.text ?? '')).toContain(verb);
  });

  it('touches disk, network, clock, chance and process in four rooms only', () => {
    const outside = ['cli', 'serve', 'store', 'corpus', 'explorer'];
    // Functions of html/client are shipped as their own source and run in a browser, where clock and waiting are the reader's.
    const isClient = (path: string): boolean => path.startsWith('src/report/html/client/');
    const pure = sources.filter((f) => !outside.includes(f.path.split('/')[1] ?? '') && !isClient(f.path));
    expect(findings(pure).impure).toEqual([]);
  });

  it('lets no suppressed error stand', () => {
    expect(findings([...sources, ...tests]).suppressed).toEqual([]);
  });

  it('names each third-party package in one room only, however it is loaded', () => {
    const packages = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];
    const rooms = findings(sources, packages).rooms;
    // DESIGN: natural in text and the classifier. One table of country codes for reading them and for the map. 'docx' is also
    // the name of a format, which is what the other rooms say; that only report loads the package is a layer rule.
    const allowedTwice = ['natural', 'i18n-iso-countries', 'docx'];
    const spread = [...rooms].filter(([name, at]) => at.size > 1 && !allowedTwice.includes(name));
    expect(spread.map(([name, at]) => `${name}: ${[...at].sort().join(', ')}`)).toEqual([]);
  });
});

describe('the house inspector', () => {
  it.each([
    ['const now = Date.now();', 'Date.now'],
    ['const now = new Date();', 'new Date()'],
    ['const dice = Math.random();', 'Math.random'],
    ['const home = process.env.HOME;', 'process'],
    ['const page = await fetch(address);', 'fetch'],
    ['setTimeout(() => {}, 1);', 'setTimeout'],
    ['const t = performance.now();', 'performance'],
  ])('finds a planted %s', (text, found) => {
    expect(findings([{ path: 'src/parse/planted.ts', text }]).impure).toEqual([`src/parse/planted.ts: ${found}`]);
  });

  it.each([
    "const made = new Date('2016-04-27');",
    'const step = rule.process;',
    '// Date.now() is not called',
    "const w = 'fetch(x)';",
  ])('lets %s pass', (text) => expect(findings([{ path: 'src/parse/planted.ts', text }]).impure).toEqual([]));

  it('finds a suppressed error and a package loaded by name', () => {
    const planted = [
      { path: 'src/parse/a.ts', text: '// @ts-ignore because\nconst a = 1;' },
      { path: 'src/parse/b.ts', text: "const stem = createRequire(import.meta.url)('natural/lib/x.js');" },
    ];
    expect(findings(planted, ['natural']).suppressed).toEqual(['src/parse/a.ts']);
    expect([...(findings(planted, ['natural']).rooms.get('natural') ?? [])]).toEqual(['parse']);
  });
});

function filesUnder(folder: string): HouseFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') }));
}

function roomHasCode(room: string): boolean {
  return sources.some((f) => f.path.startsWith(`src/${room}/`));
}

function hasFile(room: string, name: string): boolean {
  return existsSync(join(ROOT, 'src', room, name));
}

function exportedFunctions(text: string): string[] {
  const file = ts.createSourceFile('index.ts', text, ts.ScriptTarget.ES2022, true);
  return file.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) return [statement.name.text];
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map((e) => e.name.text) : [];
  });
}
