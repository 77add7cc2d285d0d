import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, contentOf, temporaryFolder, writeLaws } from './seed.js';
import { lexatlas } from './spawned.js';

/** With the archetypes enough for threads, and for a report that is made ready beside the comparison. */
const LAWS = 20;

describe('a run after one law changed', () => {
  it('gives the study and the report of a run that remembers nothing, byte for byte', async () => {
    const folder = temporaryFolder();
    const corpus = join(folder, 'laws');
    writeLaws(corpus, LAWS);
    const run = async (name: string): Promise<{ err: string; content: unknown; report: unknown }> => {
      const [study, report] = [join(folder, name), join(folder, `${name}-report`)];
      const words = ['run', '--corpus', corpus, '--study', study, '--out', report, '--draws', '10'];
      const { code, err } = await lexatlas(words);
      expect({ code, err }).toMatchObject({ code: 0 });
      return { err, content: contentOf(study), report: bytesOf(report) };
    };
    const before = await run('study');
    const law = join(corpus, 'xc', 'act-2.en.md');
    writeFileSync(law, readFileSync(law, 'utf8').replace(/\bshall\b/u, 'may'));
    const after = await run('study');
    expect(after.err).toMatch(/read +1 done, 25 unchanged/);
    expect(after.err).toMatch(/annotate +1 done, 25 unchanged/);
    const fresh = await run('fresh');
    expect(fresh.report).not.toEqual(before.report);
    expect(after.content).toEqual(fresh.content);
    expect(after.report).toEqual(fresh.report);
  }, 480_000);
});
