import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../../src/search/index.js';
import { openStudy, type StudyStore } from '../../src/store/index.js';
import { contentOf, temporaryFolder, writeLaws } from './seed.js';
import { lexatlas, start } from './spawned.js';

const LAWS = 12;
const POLL_MS = 5;

describe('whoever reads while a run writes', () => {
  const folder = temporaryFolder();
  const [corpus, study] = [join(folder, 'laws'), join(folder, 'study')];
  const draft = join(study, 'study.draft.sqlite');
  const run = (into: string): string[] => ['run', '--corpus', corpus, '--study', into, '--no-report', '--draws', '10'];
  const content: Record<string, ReturnType<typeof contentOf>> = {};

  /** What the study is to say with the laws as they are now, made without a disturbance. */
  async function fresh(name: string): Promise<void> {
    const there = join(folder, name);
    const { code, err } = await lexatlas(run(there));
    expect({ code, err }).toMatchObject({ code: 0 });
    content[name] = contentOf(there);
  }

  beforeAll(async () => {
    writeLaws(corpus, LAWS, 'each export');
    await fresh('old');
    expect((await lexatlas(run(study))).code).toBe(0);
    writeLaws(corpus, LAWS, 'every onward transfer');
    await fresh('new');
  }, 240_000);

  /** Which laws answer for the old words and for the new ones, read through the index and through the texts. */
  const seen = (store: StudyStore): string =>
    store.snapshot(() =>
      ['"each export"', '"every onward"']
        .map((query) => search({ query, limit: 100 }, store).hits.filter((h) => h.snippet.includes('consent')).length)
        .join(' '),
    );
  const looked = (): string => {
    const store = openStudy(study, 'read');
    try {
      return seen(store);
    } finally {
      store.close();
    }
  };

  it('sees the old study or the new one, never half of it', async () => {
    const held = openStudy(study, 'read');
    const answers = new Map<string, number>();
    let sawDraft = false;
    let isOver = false;
    const ended = start(run(study)).ended.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      const answer = looked();
      const isMiddle = existsSync(draft);
      sawDraft ||= isMiddle;
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
      expect(seen(held)).toBe(`${LAWS} 0`); // Who began with the old study goes on with it.
      await pause(POLL_MS);
    }
    const { code, err } = await ended;
    expect({ code, err }).toMatchObject({ code: 0 });
    held.close();
    expect(sawDraft).toBe(true);
    expect([...answers.keys()].filter((a) => a !== `${LAWS} 0` && a !== `0 ${LAWS}`)).toEqual([]);
    expect(looked()).toBe(`0 ${LAWS}`);
    expect(contentOf(study)).toEqual(content.new);
    expect(existsSync(draft)).toBe(false);
  }, 240_000);

  it('sees the old study where the run was killed; the next run goes on with what the killed one had done', async () => {
    writeLaws(corpus, LAWS, 'any disclosure');
    await fresh('newest');
    const { child, ended } = start(run(study));
    while (!existsSync(draft) && child.exitCode === null) await pause(POLL_MS);
    await pause(POLL_MS);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(draft)).toBe(true);
    expect(contentOf(study)).toEqual(content.new);
    const { code, err } = await lexatlas(run(study));
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(contentOf(study)).toEqual(content.newest);
  }, 240_000);

  it('sees the old study, too, where Ctrl-C stopped the run, which takes less than a second', async () => {
    writeLaws(corpus, LAWS, 'every onward transfer');
    const before = contentOf(study);
    const { child, ended } = start(run(study));
    while (!existsSync(draft) && child.exitCode === null) await pause(POLL_MS);
    const asked = performance.now();
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ signal: 'SIGINT' });
    expect(performance.now() - asked).toBeLessThan(1_000);
    expect(contentOf(study)).toEqual(before);
    expect((await lexatlas(run(study))).code).toBe(0);
    expect(contentOf(study)).toEqual(content.new);
  }, 240_000);

  it('keeps what a person adds after a run was killed', async () => {
    writeLaws(corpus, LAWS, 'each export');
    const { child, ended } = start(run(study));
    while (!existsSync(draft) && child.exitCode === null) await pause(POLL_MS);
    child.kill('SIGKILL');
    await ended;
    const writer = openStudy(study, 'write');
    writer.saveSearch({ id: 'q', name: 'mine', request: '{}' });
    writer.close();
    expect((await lexatlas(run(study))).code).toBe(0);
    const store = openStudy(study, 'read');
    expect(store.savedSearches().map((s) => s.name)).toEqual(['mine']);
    store.close();
    expect(contentOf(study)).toEqual(content.old);
  }, 240_000);
});
