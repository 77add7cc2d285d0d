import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allInAscii, patternsInAscii } from '../../scripts/ascii.mjs';

describe('a packed script', () => {
  let folder = '';
  const bytecode = (): string => join(folder, 'small.bytecode');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lexatlas-packed-'));
    writeFileSync(
      join(folder, 'small.cjs'),
      `exports.sum = (n) => { let all = 0; for (let i = 1; i <= n; i += 1) all += i; return all; };
exports.path = __import('node:path').then((path) => path.basename(require('node:path').join(__dirname, 'small.cjs')));
exports.first = exports.sum(10);`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What the script exports, in a process of its own: within one the engine remembers scripts by itself. */
  const run = (env: Record<string, string> = {}, argv: readonly string[] = []): string => {
    const script = JSON.stringify(pathToFileURL(join(folder, 'small.cjs')).href);
    const program = `import { runPacked } from ${JSON.stringify(pathToFileURL(resolve('src/cli/start/packed.ts')).href)};
const { sum, path, first } = runPacked(new URL(${script}));
console.log(first, sum(100), await path);`;
    const done = spawnSync(process.execPath, ['--import', 'tsx', ...argv, '--input-type=module', '-e', program], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      timeout: 60_000,
    });
    return `${done.stdout}${done.stderr}`.trim();
  };
  const EXPECTED = '55 5050 small.cjs';

  it('says the same without bytecode, with it, and with bytecode that is damaged, cut or another engine’s', () => {
    expect(run()).toBe(EXPECTED);
    expect(run({ LEXATLAS_KEEP_BYTECODE: '1' })).toBe(EXPECTED);
    const whole = readFileSync(bytecode());
    expect(whole.length).toBeGreaterThan(200);
    expect(run()).toBe(EXPECTED);
    const bent = Buffer.from(whole);
    bent[whole.length - 40] = (bent[whole.length - 40] ?? 0) ^ 0xff;
    for (const damaged of [bent, whole.subarray(0, whole.length - 9), Buffer.alloc(0)]) {
      writeFileSync(bytecode(), damaged);
      expect(run()).toBe(EXPECTED);
    }
    writeFileSync(bytecode(), whole);
    expect(run({}, ['--stack-size=900'])).toBe(EXPECTED); // With other settings the engine takes none of it.
  });
});

describe('source in ASCII', () => {
  const value = (source: string): unknown => new Function(`return ${source}`)();

  it.each([
    ['a pattern', '/^[éü]+$/u.test("éü")', true],
    ['a class of Chinese numbers', '"第十二条".match(/第[一二十]+条/u)[0]', '第十二条'],
    ['a letter beyond the first plane', '/^[𝒜-𝒵]$/u.test("𝒝")', true],
    ['a letter behind a stroke', '/\\é/.test("é")', true],
    ['a raw template', `new RegExp(String.raw\`\\d+\\s§\${"x"}é\`, "u").test("12 §xé")`, true],
    ['a raw template in a raw template', `String.raw\`é\\n\${String.raw\`ü\\t\`}\``, 'é\\nü\\t'],
    ['a string, which the bundler writes as an escape', '"Ärzte".length', 5],
  ])('means the same: %s', (_, source, expected) => {
    const written = patternsInAscii(source, 'a.js');
    expect(value(written)).toEqual(expected);
    expect(value(source)).toEqual(expected);
  });

  it('leaves no other letter in patterns and raw templates, and refuses what it cannot write', () => {
    expect(patternsInAscii('x = /é/u; y = String.raw`§`;', 'a.js')).toMatch(/^[\0-\x7f]*$/);
    expect(() => patternsInAscii('x = tag`§`;', 'a.js')).toThrow('a.js');
    expect(allInAscii('// §\nx = 1;', 'a.cjs')).toBe('// ?\nx = 1;');
    expect(() => allInAscii('x = "§";', 'a.cjs')).toThrow('a.cjs:1');
  });
});
