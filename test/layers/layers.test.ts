import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Report {
  summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
}

const PACKAGES = ['cheerio', 'natural', 'compromise', 'lunr', 'undici', 'commander', 'better-sqlite3', 'left-pad'];

/** [file, its one wrong import, the rule that must fire]. */
const VIOLATIONS: readonly (readonly [string, string, string])[] = [
  ['src/model/planted.ts', '../text/planted.js', '1-model-imports-nothing'],
  ['src/model/disk.ts', 'node:fs', '1-model-imports-nothing'],
  ['src/text/upward.ts', '../parse/index.js', '1-text-and-codebook-import-model'],
  ['src/codebook/upward.ts', '../text/planted.js', '1-text-and-codebook-import-model'],
  ['src/parse/sideways.ts', '../align/index.js', '2-a-stage-never-imports-another-stage'],
  ['src/score/outward.ts', '../store/index.js', '2-a-stage-never-imports-another-stage'],
  ['src/report/upward.ts', '../pipeline/index.js', '2-a-stage-never-imports-another-stage'],
  ['src/pipeline/outward.ts', '../store/index.js', '3-pipeline-composes-stages'],
  ['src/pipeline/private.ts', '../parse/sideways.js', '3-pipeline-composes-stages'],
  ['src/store/upward.ts', '../pipeline/index.js', '3-store-and-corpus-import-model'],
  ['src/corpus/upward.ts', '../store/index.js', '3-store-and-corpus-import-model'],
  ['src/cli/stage.ts', '../parse/index.js', '3-cli-and-serve-stand-on-four-rooms'],
  ['src/serve/stage.ts', '../report/index.js', '3-cli-and-serve-stand-on-four-rooms'],
  ['src/explorer/runs.ts', '../search/index.js', '3-explorer-imports-types-only'],
  ['src/cli/private.ts', '../store/upward.js', '3-a-room-is-entered-by-its-index'],
  ['src/ingest/disk.ts', 'node:fs/promises', '4-pure-rooms-touch-nothing-outside'],
  ['src/parse/bare.ts', 'fs', '4-pure-rooms-touch-nothing-outside'],
  ['src/align/network.ts', 'node:https', '4-pure-rooms-touch-nothing-outside'],
  ['src/pipeline/process.ts', 'node:process', '4-pure-rooms-touch-nothing-outside'],
  ['src/parse/cheerio.ts', 'cheerio', '5-one-package-one-room-cheerio'],
  ['src/align/natural.ts', 'natural/lib/stemmer.js', '5-one-package-one-room-natural'],
  ['src/text/compromise.ts', 'compromise', '5-one-package-one-room-compromise'],
  ['src/report/lunr.ts', 'lunr', '5-one-package-one-room-lunr'],
  ['src/cli/undici.ts', 'undici', '5-one-package-one-room-undici'],
  ['src/serve/commander.ts', 'commander', '5-one-package-one-room-commander'],
  ['src/search/sqlite.ts', 'better-sqlite3', '5-one-package-one-room-better-sqlite3'],
  ['src/text/homeless.ts', 'left-pad', '5-a-package-needs-a-room'],
  ['src/align/dead.ts', './nowhere.js', 'no-dead-import'],
  ['src/score/cycle-a.ts', './cycle-b.js', 'no-cycle'],
];

/** [file, an import that the house allows]. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['src/text/planted.ts', '../model/index.js'],
  ['src/parse/good.ts', '../text/planted.js'],
  ['src/ingest/good.ts', 'cheerio'],
  ['src/ingest/pure.ts', 'node:zlib'],
  ['src/pipeline/good.ts', '../parse/index.js'],
  ['src/store/good.ts', 'node:fs'],
  ['src/corpus/good.ts', 'undici'],
  ['src/cli/good.ts', '../pipeline/index.js'],
  ['src/serve/good.ts', '../search/index.js'],
];

let tree: string;
let planted: Report;

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'lexatlas-layers-'));
  const rooms = ['model', 'parse', 'align', 'search', 'report', 'pipeline', 'store'];
  for (const room of rooms) write(`src/${room}/index.ts`, 'export const verb = 1;\n');
  for (const [file, target] of VIOLATIONS)
    write(file, `import * as it from '${target}';\nexport const planted = it;\n`);
  for (const [file, target] of ALLOWED) write(file, `import * as it from '${target}';\nexport const planted = it;\n`);
  write('src/score/cycle-b.ts', `import './cycle-a.js';\n`); // A cycle is told once, at its first file.
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  write('node_modules/natural/lib/stemmer.js', 'module.exports = {};\n');
  const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0']));
  write('package.json', JSON.stringify({ name: 'planted', type: 'module', dependencies }));
  copyFileSync(join(ROOT, 'tsconfig.json'), join(tree, 'tsconfig.json'));
  planted = cruise(tree);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the layering rules', () => {
  it.each(VIOLATIONS)('%s importing %s breaks %s', (file, _target, rule) => {
    const broken = planted.summary.violations.filter((v) => v.from === file).map((v) => v.rule.name);
    expect(broken).toContain(rule);
  });

  it.each(ALLOWED)('%s may import %s', (file) => {
    expect(planted.summary.violations.filter((v) => v.from === file)).toEqual([]);
  });

  it('give each forbidden rule a sentence that says why', () => {
    const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string; comment?: string }[] };
    expect(forbidden.filter((rule) => (rule.comment ?? '').split(' ').length < 6).map((r) => r.name)).toEqual([]);
  });

  it('hold in this house, and see its files', () => {
    const report = cruise(ROOT);
    expect(report.summary.totalCruised).toBeGreaterThan(100);
    expect(report.summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)).toEqual([]);
  });
});

function write(file: string, text: string): void {
  const path = join(tree, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function cruise(folder: string): Report {
  const args = [CRUISER, 'src', '--config', CONFIG, '--output-type', 'json'];
  const json = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 });
  return JSON.parse(json) as Report;
}
