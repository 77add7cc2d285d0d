import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CatalogueEntry, fetchInstruments, verify } from '../../src/corpus/index.js';
import { entry, failure, fetched, here, open, options, QUICK } from './harness.js';
import { type Handler, LAW, page } from './publisher.js';

describe('a publisher that behaves', () => {
  it('gives a file, a lock and metadata', async () => {
    await open({ '/law': page(LAW, { etag: '"1"' }) });
    const [outcome] = await fetched();
    expect(outcome).toMatchObject({ status: 'fetched', file: 'xx/export-act.en.html', diagnostics: [] });
    expect(readFileSync(join(here.folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
    const lock = JSON.parse(readFileSync(join(here.folder, 'lock.json'), 'utf8'));
    expect(lock.files['xx/export-act.en.html']).toMatchObject({
      sha256: outcome?.sha256,
      etag: '"1"',
      bytes: LAW.length,
    });
    expect(JSON.parse(readFileSync(join(here.folder, 'corpus.json'), 'utf8'))).toMatchObject([
      { path: 'xx/export-act.en.html', title: 'Data Export Act', jurisdictions: ['XX'], language: 'en' },
    ]);
    expect(verify(here.folder)).toEqual([]);
  });

  it('is told who asks and asked for robots.txt first', async () => {
    await open({ '/law': page(LAW) });
    await fetched(entry(), { contact: 'mailto:scholar@example.org' });
    expect(here.site?.asked.map((r) => r.path)).toEqual(['/robots.txt', '/law']);
    expect(here.site?.asked[1]?.headers['user-agent']).toMatch(/^lexatlas\/.*mailto:scholar@example\.org/);
  });

  it('is asked on condition the second time, and sends nothing when nothing changed', async () => {
    await open({
      '/law': (request, response, count) => {
        if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
        else page(`${LAW}<!-- ${count} -->`, { etag: '"1"' })(request, response, count);
      },
    });
    await fetched();
    expect(await fetched()).toMatchObject([{ status: 'unchanged' }]);
  });

  it('is asked anew when the file here was edited or lost', async () => {
    await open({ '/law': page(LAW, { etag: '"1"' }) });
    await fetched();
    writeFileSync(join(here.folder, 'xx/export-act.en.html'), 'edited by hand');
    expect(verify(here.folder).map((d) => d.ruleId)).toEqual(['corpus/lock']);
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(here.site?.asked.at(-1)?.headers['if-none-match']).toBeUndefined();
    expect(verify(here.folder)).toEqual([]);
  });

  it('sees one request at a time, with a pause between', async () => {
    const slow: Handler = (request, response, count) => setTimeout(() => page(LAW)(request, response, count), 20);
    const paths = ['/a', '/b', '/c', '/d', '/e'];
    await open(Object.fromEntries(paths.map((p) => [p, slow])));
    const entries = paths.map((p) => entry({ id: `xx/act-${p.slice(1)}` }, p));
    const statuses: string[] = [];
    for await (const outcome of fetchInstruments(entries, options({ limits: { ...QUICK, delayMs: 30 } })))
      statuses.push(outcome.status);
    expect(statuses).toEqual(paths.map(() => 'fetched'));
    expect(here.site?.mostAtOnce()).toBe(1);
    const times = here.site?.asked.map((r) => r.atMs) ?? [];
    const gaps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(28);
  });
});

describe('robots.txt', () => {
  it('keeps us away where it says so', async () => {
    await open({ '/robots.txt': page('User-agent: *\nDisallow: /law\n'), '/law': page(LAW) });
    expect(await fetched()).toMatchObject([{ status: 'failed', diagnostics: [{ ruleId: 'corpus/robots' }] }]);
    expect(here.site?.asked.map((r) => r.path)).toEqual(['/robots.txt']);
  });

  it('keeps us away when the server cannot give it', async () => {
    await open({ '/robots.txt': (_q, response) => response.writeHead(503).end(), '/law': page(LAW) });
    expect(await fetched()).toMatchObject([
      { status: 'failed', diagnostics: [{ ruleId: 'corpus/robots-unreachable' }] },
    ]);
    expect(here.site?.asked.map((r) => r.path)).not.toContain('/law');
  });

  it('that could not be had is not asked for anew for each address', async () => {
    await open({ '/robots.txt': (_q, response) => response.writeHead(503).end(), '/a': page(LAW), '/b': page(LAW) });
    const outcomes = [];
    const entries = ['/a', '/b'].map((path) => entry({ id: `xx/act-${path.slice(1)}` }, path));
    for await (const outcome of fetchInstruments(entries, options({ limits: { ...QUICK, retries: 0 } })))
      outcomes.push(outcome.status);
    expect(outcomes).toEqual(['failed', 'failed']);
    expect(here.site?.asked.map((r) => r.path)).toEqual(['/robots.txt']);
  });

  it('sets a slower pace', async () => {
    await open({ '/robots.txt': page('User-agent: lexatlas\nCrawl-delay: 0.2\n'), '/a': page(LAW), '/b': page(LAW) });
    const two = entry({}, '/a');
    const second = {
      ...two.addresses[0],
      href: `${here.site?.url}/b`,
      file: 'b.en.html',
    } as CatalogueEntry['addresses'][0];
    expect(await fetched({ ...two, addresses: [...two.addresses, second] })).toHaveLength(2);
    const [a, b] = ['/a', '/b'].map((path) => here.site?.asked.find((r) => r.path === path)?.atMs ?? 0);
    expect((b ?? 0) - (a ?? 0)).toBeGreaterThanOrEqual(195);
  });
});

describe('a change upstream', () => {
  const changing: Handler = (request, response, count) =>
    page(count === 0 ? LAW : LAW.replace('spring', 'autumn'))(request, response, count);

  it('is reported and not taken', async () => {
    await open({ '/law': changing });
    const [before] = await fetched();
    const [after] = await fetched();
    expect(after).toMatchObject({
      status: 'changed',
      sha256: before?.sha256,
      diagnostics: [{ ruleId: 'corpus/changed' }],
    });
    expect(readFileSync(join(here.folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
    expect(readFileSync(join(here.folder, 'xx/export-act.en.html.changed'), 'utf8')).toContain('autumn');
  });

  it('is taken when asked for', async () => {
    await open({ '/law': changing });
    await fetched();
    await fetched();
    expect(await fetched(entry(), { acceptChanges: true })).toMatchObject([{ status: 'fetched' }]);
    expect(readFileSync(join(here.folder, 'xx/export-act.en.html'), 'utf8')).toContain('autumn');
    expect(existsSync(join(here.folder, 'xx/export-act.en.html.changed'))).toBe(false);
  });

  it('is seen against the hash that the catalogue knows, too', async () => {
    await open({ '/law': page(LAW) });
    const known = entry();
    const address = { ...known.addresses[0], sha256: '0'.repeat(64) } as CatalogueEntry['addresses'][0];
    expect(await fetched({ ...known, addresses: [address] })).toMatchObject([{ status: 'changed', sha256: null }]);
  });
});

describe('what is in the folder', () => {
  it('is told when the lock is damaged', async () => {
    await open({ '/law': page(LAW) });
    writeFileSync(join(here.folder, 'lock.json'), '{"version": 1, "fil');
    await expect(fetched()).rejects.toThrow(/lock\.json cannot be read/);
  });

  it('is checked by a reader of binary files where there is one', async () => {
    await open({ '/law': page('%PDF-1.7 …\n%%EOF\n') });
    const pdf = entry({}, '/law', 'en.pdf');
    expect(await fetched(pdf)).toMatchObject([{ diagnostics: [{ ruleId: 'corpus/content-not-checked' }] }]);
    expect(await fetched(pdf, { acceptChanges: true, textOf: async () => 'ARTICLE 9.' })).toMatchObject([
      { diagnostics: [] },
    ]);
    expect(await failure(pdf, { textOf: async () => 'no articles' })).toMatchObject({
      ruleId: 'corpus/content-missing',
    });
  });
});
