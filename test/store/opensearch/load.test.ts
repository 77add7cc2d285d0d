import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passages, search } from '../../../src/search/index.js';
import { answerFrom, loadRemote, openStudy } from '../../../src/store/index.js';
import { call } from '../../cli/call.js';
import { lawsOf, studyOf } from '../../search/study.js';
import { lawOf, temporaryFolder } from '../build.js';
import { loadOf } from './backs.js';
import { type StandIn, standIn } from './standin.js';

const LAWS = 2_500;
const many = (words: string): ReturnType<typeof studyOf> =>
  studyOf(lawsOf(Array.from({ length: LAWS }, (_, i) => [`Transfers ${i}`, `${words} ${i}`] as const)));

describe('loading an index', () => {
  let server: StandIn;
  let address: string;
  beforeEach(async () => {
    server = await standIn();
    address = `${server.address}/laws`;
  });
  afterEach(async () => server.stop());

  const total = (query: string): Promise<number> => answerFrom(address, (index) => search({ query }, index).total);
  const bulks = (): number => server.asked.filter((a) => a === 'POST /_bulk').length;

  it('goes on where it was stopped, and sends no law twice', async () => {
    const study = many('Consent is asked for');
    server.failAfter(3);
    await expect(loadRemote(address, loadOf(study))).rejects.toThrow('told to fail');
    const [index] = server.indices.keys();
    const before = [...(server.indices.get(index ?? '')?.keys() ?? [])].filter((id) => id.startsWith('law ')).length;
    expect(before).toBeGreaterThan(0);
    expect(server.aliases.size).toBe(0); // Nobody finds half a study.
    server.failAfter(Number.POSITIVE_INFINITY);
    const loaded = await loadRemote(address, loadOf(study));
    expect(loaded).toMatchObject({ index, kept: before, sent: LAWS - before });
    expect(await total('consent')).toBe(LAWS);
    study.close();
  }, 60_000);

  it('waits for a server that says it is full, and loses nothing', async () => {
    const study = studyOf(lawsOf([['Transfers', 'Consent is asked for']]));
    server.beFull(2);
    await loadRemote(address, loadOf(study));
    expect(bulks()).toBeGreaterThan(2);
    expect(await total('consent')).toBe(1);
    study.close();
  }, 60_000);

  it('shows the old index until the new one is whole, then moves the name and drops the old', async () => {
    const [old, renewed] = [
      studyOf(lawsOf([['Old', 'Consent']])),
      studyOf(
        lawsOf([
          ['New', 'Consent'],
          ['Newer', 'Consent'],
        ]),
      ),
    ];
    renewed.setMeta('edition', 'another');
    const first = await loadRemote(address, loadOf(old));
    const load = loadOf(renewed);
    const seen: Promise<number>[] = [];
    const second = await loadRemote(address, { ...load, step: () => void seen.push(total('consent')) });
    expect(await Promise.all(seen)).toEqual([1, 1]);
    expect(second.replaced).toEqual([first.index]);
    expect(await total('consent')).toBe(2);
    expect([...server.indices.keys()]).toEqual([second.index]);
    // The same study again finds everything there.
    expect(await loadRemote(address, load)).toMatchObject({ sent: 0, kept: 2, replaced: [] });
    for (const study of [old, renewed]) study.close();
  }, 60_000);

  it('is a command, and so is asking it', async () => {
    const study = join(temporaryFolder(), 'study');
    const store = openStudy(study, 'write');
    const law = lawOf('xx/act', 'No data leaves without consent.');
    store.putInstrument('k', law);
    store.putAnnotations('xx/act', 'k', [], passages(law, []));
    store.close();
    expect(await call('load', address, '--study', study)).toMatchObject({ code: 0 });
    const there = await call('search', 'consent', '--index', address, '--format', 'csv');
    const here = await call('search', 'consent', '--study', study, '--format', 'csv');
    const plain = (csv: string): string => csv.replace(/,[\d.]+(?=,Article)/g, ',score');
    expect(plain(there.out)).toBe(plain(here.out));
    expect(there.out).toContain('xx/act,1,');
    const kept = await call('search', 'consent', '--index', address, '--save', 'mine');
    expect(kept).toMatchObject({ code: 1 });
    expect(kept.err).toContain('--save is about searches kept in a study');
  }, 60_000);

  it('tells what is wrong with an address, a server or a name', async () => {
    await expect(answerFrom('opensearch://127.0.0.1:1/laws', () => 1)).resolves.toBe(1); // Nothing was asked.
    const ask = (where: string): Promise<number> => answerFrom(where, (index) => search({ query: 'x' }, index).total);
    await expect(ask('opensearch://127.0.0.1:1/laws')).rejects.toThrow(
      'No OpenSearch answers at opensearch://127.0.0.1:1/laws',
    );
    await expect(ask(address)).rejects.toThrow('There is no index at');
    await expect(ask('http://127.0.0.1/laws')).rejects.toThrow('no address of an index');
    await expect(ask('opensearch://me:secret@127.0.0.1:1/Laws')).rejects.not.toThrow('secret');
  }, 60_000);
});
