import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, contentOf, temporaryFolder, writeLaws } from './seed.js';
import { lexatlas } from './spawned.js';

/** With the archetypes enough for threads. */
const LAWS = 20;

describe('a run after one file of the corpus changed', () => {
  const folder = temporaryFolder();
  const corpus = join(folder, 'laws');
  writeLaws(corpus, LAWS);
  const run = async (name: string): Promise<{ err: string; content: unknown; report: Record<string, string> }> => {
    const [study, report] = [join(folder, name), join(folder, `${name}-report`)];
    const words = ['run', '--corpus', corpus, '--study', study, '--out', report, '--draws', '10'];
    const { code, err } = await lexatlas(words);
    expect({ code, err }).toMatchObject({ code: 0 });
    return { err, content: contentOf(study), report: bytesOf(report) };
  };
  const law = join(corpus, 'xc', 'act-2.en.md');
  const pact = join(corpus, 'agreements', 'pact-2019.en.md');

  it.each([
    {
      what: 'a statute in which one word became another',
      change: () => writeFileSync(law, readFileSync(law, 'utf8').replace(/\bshall\b/u, 'may')),
      told: [/read +1 done, 25 unchanged/, /annotate +1 done, 25 unchanged/],
    },
    {
      what: 'an agreement that came to it',
      change: () => {
        mkdirSync(dirname(pact), { recursive: true });
        writeFileSync(pact, PACT);
      },
      told: [/read +1 done, 26 unchanged/, /annotate +1 done, 26 unchanged/],
    },
    {
      what: 'an agreement that was amended, while somebody wrote into a page of the report, and put a link in another’s place',
      change: () => {
        writeFileSync(pact, PACT.replace('shall endeavour to allow', 'shall allow'));
        const [page, other] = ['xa_act-0', 'xb_act-1'].map((law) =>
          join(folder, 'study-report', 'instruments', `${law}.html`),
        );
        writeFileSync(page ?? '', `${readFileSync(page ?? '', 'utf8')}<!-- mine -->`);
        rmSync(other ?? '');
        symlinkSync(join(folder, 'elsewhere.html'), other ?? '');
        writeFileSync(join(folder, 'elsewhere.html'), 'not of the report');
      },
      told: [/read +1 done, 26 unchanged/, /not as they were written, and are made anew: 2/],
    },
    {
      what: 'a statute that went',
      change: () => rmSync(join(corpus, 'xf', 'act-5.en.md')),
      told: [/read +0 done, 26 unchanged/, /annotate +0 done, 26 unchanged/],
    },
  ])(
    'gives the study and the report of a run that remembers nothing, byte for byte: $what',
    async (one) => {
      const before = await run('study');
      one.change();
      const after = await run('study');
      for (const words of one.told) expect(after.err).toMatch(words);
      rmSync(join(folder, 'fresh'), { recursive: true, force: true });
      const fresh = await run('fresh');
      expect(fresh.report).not.toEqual(before.report);
      expect(after.content).toEqual(fresh.content);
      expect(after.report).toEqual(fresh.report);
    },
    480_000,
  );
});

/** Our own words. */
const PACT = `# Pact on Digital Trade between Xa and Xb

## Article 1 Movement of information

Each Party shall endeavour to allow the cross-border transfer of information by electronic means where it serves the business of a person of the other Party.

## Article 2 Place of computing facilities

No Party shall require a person of the other Party to use computing facilities in its territory as a condition for doing business there.
`;
