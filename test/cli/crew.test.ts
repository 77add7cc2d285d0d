import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, desk } from './harness.js';

const LAWS = 12;

describe('threads', () => {
  let here: Desk;
  const study = (threads: number): string => join(here.folder, `study-${threads}`);
  beforeAll(async () => {
    here = desk();
    const corpus = join(here.folder, 'corpus', 'xa');
    mkdirSync(corpus, { recursive: true });
    for (let n = 1; n <= LAWS; n += 1)
      writeFileSync(
        join(corpus, `law-${n}.md`),
        `# Data Act No ${n}\n\n## Section 1 Transfers\n\n(1) No holder shall transfer personal data outside Xa without the consent of the individual.\n\n(2) A breach is an offence; the fine is ${n}00 crowns.\n`,
      );
    writeFileSync(join(corpus, 'broken.pdf'), '%PDF-1.7 nothing more');
    for (const threads of [1, 3])
      await here.run('run', '--corpus', corpus, '--study', study(threads), '--no-report', '--threads', String(threads));
  }, 120_000);
  afterAll(() => here.clear());

  it.each([
    ['extract', '--format', 'csv'],
    ['score', '--by', 'pair', '--format', 'csv'],
    ['outline', 'xa/law-7', '--format', 'csv'],
  ])('give the same bytes however many there are: %s', async (...words) => {
    const [one, three] = await Promise.all([1, 3].map((n) => here.run(...words, '--study', study(n))));
    expect(one?.out.split('\n').length).toBeGreaterThan(3);
    expect(three?.out).toBe(one?.out);
  });
});
