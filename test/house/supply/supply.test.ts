import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const own = JSON.parse(readFileSync('package.json', 'utf8')) as { optionalDependencies: Record<string, string> };

/** Who may run a script when it is installed, why, and what does without it. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'node_modules/better-sqlite3': 'builds or fetches SQLite; node-sqlite3-wasm takes its place (ADR 2)',
  'node_modules/msgpackr-extract': 'comes with bullmq; msgpackr has the same in JavaScript',
  'node_modules/esbuild': 'for developers: fetches its binary where npm did not',
};
/** What a machine without a compiler, or `npm ci --omit=optional`, lacks. */
const NATIVE = ['better-sqlite3', '@napi-rs/canvas', 'msgpackr-extract'];

describe('what we are made of', () => {
  it('is locked by hash, without addresses', () => {
    expect(locked.filter(([, p]) => p.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(locked.filter(([, p]) => p.integrity === undefined && p.link !== true).map(([path]) => path)).toEqual([]);
  });

  it('runs no script when it is installed, but where a native module needs one and can be missed', () => {
    const scripts = locked.filter(([, p]) => p.hasInstallScript === true);
    expect(scripts.map(([path]) => path).sort()).toEqual(Object.keys(SCRIPTS).sort());
    for (const [path, p] of scripts) expect([path, p.dev === true || p.optional === true]).toEqual([path, true]);
  });

  it('is free to ship, each package looked at', () => {
    const printed = execFileSync('node', ['scripts/licences.mjs'], { encoding: 'utf8' });
    expect(printed).toMatch(/\d+ × MIT/);
  });

  it('is asked about for known weaknesses: a finding fails, an answer that cannot be had is said loudly and does not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lexatlas-advisories-'));
    const told = (answer: string): { status: number | null; out: string; err: string } => {
      const file = join(folder, 'answer.json');
      writeFileSync(file, answer);
      const { status, stdout, stderr } = spawnSync('node', ['scripts/advisories.mjs', file], { encoding: 'utf8' });
      return { status, out: stdout, err: stderr };
    };
    const weak = { name: 'left', severity: 'high', range: '<2' };
    const found = { vulnerabilities: { left: weak }, metadata: { vulnerabilities: { high: 1, total: 1 } } };
    expect(told(JSON.stringify(found))).toMatchObject({ status: 1, out: expect.stringContaining('high left <2') });
    const none = { vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } };
    expect(told(JSON.stringify(none))).toMatchObject({ status: 0, err: '' });
    for (const unanswered of ['{ "message": "405 Method Not Allowed" }', '', 'no JSON'])
      expect(told(unanswered)).toMatchObject({ status: 0, err: expect.stringMatching(/^SKIPPED: .*NOT looked for/) });
  });

  it('is listed as CycloneDX', () => {
    const bom = JSON.parse(
      execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8', maxBuffer: 64 << 20 }),
    ) as {
      bomFormat: string;
      components: readonly { name: string; version: string }[];
    };
    expect(bom.bomFormat).toBe('CycloneDX');
    const listed = new Set(bom.components.map((c) => `${c.name}@${c.version}`));
    const shipped = locked.filter(([path, p]) => p.dev !== true && existsSync(path));
    const missing = shipped
      .map(([path, p]) => `${path.replace(/^.*node_modules\//, '')}@${p.version}`)
      .filter((id) => !listed.has(id));
    expect(missing).toEqual([]);
  }, 60_000);
});

describe('without what may be missing', () => {
  const study = mkdtempSync(join(tmpdir(), 'lexatlas-slim-'));
  const missing = [...NATIVE, ...Object.keys(own.optionalDependencies)].join(',');
  const call = async (...words: string[]): Promise<{ code: number; out: string; err: string }> => {
    const argv = ['--import', './test/house/supply/slim.mjs', 'dist/cli/main.js', ...words];
    const env = {
      ...process.env,
      LEXATLAS_MISSING: missing,
      LEXATLAS_STUDY: study,
      LEXATLAS_CORPUS: '',
      NO_COLOR: '1',
    };
    return promisify(execFile)('node', argv, { env, timeout: 120_000, maxBuffer: 64 << 20 }).then(
      ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
      (e: { code: number; stdout: string; stderr: string }) => ({ code: e.code, out: e.stdout, err: e.stderr }),
    );
  };

  it('a run, a search and a Word report still work', async () => {
    expect(await call('run', '--draws', '3', '--out', join(study, 'report'))).toMatchObject({ code: 0 });
    expect((await call('search', 'consent', '--format', 'json')).out).toContain('archetype/');
    const paper = join(study, 'paper');
    expect(await call('report', '--format', 'docx', '--out', paper)).toMatchObject({ code: 0 });
    expect(existsSync(join(paper, 'report.docx'))).toBe(true);
  }, 240_000);

  it('the queue and OpenSearch say what is missing and how to get it', async () => {
    const queue = await call('worker', '--queue', 'redis://127.0.0.1:1');
    expect(queue).toMatchObject({ code: 1 });
    expect(queue.err).toMatch(/bullmq and ioredis[\s\S]*npm ci/);
    const index = await call('search', 'consent', '--index', 'opensearch://127.0.0.1:1/laws');
    expect(index).toMatchObject({ code: 1 });
    expect(index.err).toMatch(/@opensearch-project\/opensearch[\s\S]*npm ci/);
  }, 60_000);
});
