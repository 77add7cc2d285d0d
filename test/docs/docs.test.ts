import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { type Desk, desk } from '../cli/harness.js';

const UNREAD = new Set(['node_modules', 'dist', 'study', '.git', 'reports/latest', 'corpus/texts', 'test/golden']);
const pages = markdownBelow('.');

describe('the documentation', () => {
  it('is there', () => {
    for (const page of [
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'docs/method.md',
      'docs/model.md',
      'docs/glossary.md',
    ])
      expect(pages, page).toContain(page);
    expect(pages.filter((p) => p.startsWith('docs/adr/')).length).toBeGreaterThanOrEqual(3);
  });

  it('links to files that exist', () => {
    const dead = pages.flatMap((page) =>
      [...withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g)]
        .map((m) => m[1] ?? '')
        .filter((target) => !existsSync(join(dirname(page), decodeURI(target))))
        .map((target) => `${page} → ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('names no source file that has gone', () => {
    const gone = pages
      .filter((page) => page !== 'CHANGELOG.md')
      .flatMap((page) =>
        [
          ...readFileSync(page, 'utf8').matchAll(
            /`((?:src|bench|test|scripts|annotations|corpus)\/[\w./-]+\.(?:ts|json|mjs))`/g,
          ),
        ]
          .map((m) => m[1] ?? '')
          .filter((path) => !existsSync(path))
          .map((path) => `${page} → ${path}`),
      );
    expect(gone).toEqual([]);
  });

  it('has a summary, an example and a chapter for every command', () => {
    const reference = readFileSync('docs/cli.md', 'utf8');
    for (const command of commands) {
      const name = command.usage.split(' ')[0] ?? '';
      expect(command.summary, name).not.toBe('');
      expect(command.examples.length, name).toBeGreaterThan(0);
      expect(reference, name).toMatch(new RegExp(`^## .*\\b${name}\\b`, 'm'));
    }
  });
});

describe('the tour of the README', () => {
  const tour = shellLines(readFileSync('README.md', 'utf8')).filter((line) => /^npx lexatlas (?!serve)/.test(line));
  let here: Desk;
  beforeAll(async () => {
    here = desk();
    await here.run('run', '--no-report');
  }, 120_000);
  afterAll(() => here.clear());

  it('has commands', () => expect(tour.length).toBeGreaterThan(4));

  it.each(tour)('%s', async (line) => {
    const { code, out, err } = await here.run(...wordsOf(line.replace(/^npx lexatlas /, '')));
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out.trim()).not.toBe('');
  });
});

function markdownBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => (folder === '.' ? name : `${folder}/${name}`))
    .filter((path) => !UNREAD.has(path))
    .flatMap((path) => (statSync(path).isDirectory() ? markdownBelow(path) : path.endsWith('.md') ? [path] : []));
}

const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** The commands in the ```sh blocks of a page, without comments and what is piped on. */
function shellLines(text: string): string[] {
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap((m) => (m[1] ?? '').split('\n'))
    .map((line) =>
      line
        .replace(/\s+#.*$/, '')
        .replace(/\s*\|.*$/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** A line split as a shell would: blanks part words, quotes of either kind hold them together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? '');
}
