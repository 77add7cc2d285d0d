import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CatalogueEntry,
  type FetchOptions,
  fetchInstrument,
  fetchInstruments,
  verify,
} from '../../src/corpus/index.js';
import { type Handler, LAW, type Publisher, page, publisher } from './publisher.js';

const QUICK = {
  delayMs: 5,
  backoffMs: 5,
  maxWaitMs: 3_000,
  retries: 3,
  idleTimeoutMs: 400,
  totalTimeoutMs: 1_500,
  maxBytes: 1_000_000,
};

let folder: string;
let site: Publisher | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lexatlas-fetch-'));
});
afterEach(async () => {
  await site?.close();
  site = null;
  rmSync(folder, { recursive: true, force: true });
});

describe('a publisher that behaves', () => {
  it('gives a file, a lock and metadata', async () => {
    await open({ '/law': page(LAW, { etag: '"1"' }) });
    const [outcome] = await fetched();
    expect(outcome).toMatchObject({ status: 'fetched', file: 'xx/export-act.en.html', diagnostics: [] });
    expect(readFileSync(join(folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
    const lock = JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'));
    expect(lock.files['xx/export-act.en.html']).toMatchObject({
      sha256: outcome?.sha256,
      etag: '"1"',
      bytes: LAW.length,
    });
    expect(JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8'))).toMatchObject([
      { path: 'xx/export-act.en.html', title: 'Data Export Act', jurisdictions: ['XX'], language: 'en' },
    ]);
    expect(verify(folder)).toEqual([]);
  });

  it('is told who asks and asked for robots.txt first', async () => {
    await open({ '/law': page(LAW) });
    await fetched(entry(), { contact: 'mailto:scholar@example.org' });
    expect(site?.asked.map((r) => r.path)).toEqual(['/robots.txt', '/law']);
    expect(site?.asked[1]?.headers['user-agent']).toMatch(/^lexatlas\/.*mailto:scholar@example\.org/);
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
    writeFileSync(join(folder, 'xx/export-act.en.html'), 'edited by hand');
    expect(verify(folder).map((d) => d.ruleId)).toEqual(['corpus/lock']);
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(site?.asked.at(-1)?.headers['if-none-match']).toBeUndefined();
    expect(verify(folder)).toEqual([]);
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
    expect(site?.mostAtOnce()).toBe(1);
    const times = site?.asked.map((r) => r.atMs) ?? [];
    const gaps = times.slice(1).map((t, i) => t - (times[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(28);
  });
});

describe('robots.txt', () => {
  it('keeps us away where it says so', async () => {
    await open({ '/robots.txt': page('User-agent: *\nDisallow: /law\n'), '/law': page(LAW) });
    expect(await fetched()).toMatchObject([{ status: 'failed', diagnostics: [{ ruleId: 'corpus/robots' }] }]);
    expect(site?.asked.map((r) => r.path)).toEqual(['/robots.txt']);
  });

  it('keeps us away when the server cannot give it', async () => {
    await open({ '/robots.txt': (_q, response) => response.writeHead(503).end(), '/law': page(LAW) });
    expect(await fetched()).toMatchObject([
      { status: 'failed', diagnostics: [{ ruleId: 'corpus/robots-unreachable' }] },
    ]);
    expect(site?.asked.map((r) => r.path)).not.toContain('/law');
  });

  it('sets a slower pace', async () => {
    await open({ '/robots.txt': page('User-agent: lexatlas\nCrawl-delay: 0.2\n'), '/a': page(LAW), '/b': page(LAW) });
    const two = entry({}, '/a');
    const second = { ...two.addresses[0], url: `${site?.url}/b`, file: 'b.en.html' } as CatalogueEntry['addresses'][0];
    expect(await fetched({ ...two, addresses: [...two.addresses, second] })).toHaveLength(2);
    const [a, b] = ['/a', '/b'].map((path) => site?.asked.find((r) => r.path === path)?.atMs ?? 0);
    expect((b ?? 0) - (a ?? 0)).toBeGreaterThanOrEqual(195);
  });
});

describe('a publisher that misbehaves', () => {
  it('answers 429 with Retry-After, and is left alone that long', async () => {
    await open({
      '/law': (request, response, count) =>
        count === 0 ? response.writeHead(429, { 'retry-after': '1' }).end() : page(LAW)(request, response, count),
    });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    const [first, second] = site?.asked.filter((r) => r.path === '/law') ?? [];
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('wants us back tomorrow, and we do not wait', async () => {
    await open({ '/law': (_q, response) => response.writeHead(429, { 'retry-after': '86400' }).end() });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/too-many-requests', mend: 'Try again later.' });
    expect(times('/law')).toBe(1);
  });

  it('fails twice with 500 and then works', async () => {
    await open({
      '/law': (request, response, count) =>
        count < 2 ? response.writeHead(500).end('oops') : page(LAW)(request, response, count),
    });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(times('/law')).toBe(3);
  });

  it('fails for good with 500, and is not asked for ever', async () => {
    await open({ '/law': (_q, response) => response.writeHead(500).end() });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/server-error' });
    expect(times('/law')).toBe(QUICK.retries + 1);
  });

  it('breaks off in the middle, and is asked for the rest', async () => {
    await open({ '/law': halves('"1"') });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(readFileSync(join(folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
    expect(site?.asked.at(-1)?.headers).toMatchObject({ range: 'bytes=100-', 'if-range': '"1"' });
  });

  it('breaks off in one run, and is asked for the rest in the next', async () => {
    await open({ '/law': halves('"1"') });
    expect(await fetched(entry(), { limits: { ...QUICK, retries: 0 } })).toMatchObject([{ status: 'failed' }]);
    expect(statSync(join(folder, 'xx/export-act.en.html.part')).size).toBe(100);
    expect(existsSync(join(folder, 'xx/export-act.en.html'))).toBe(false);
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(readFileSync(join(folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
    expect(readdirSync(join(folder, 'xx'))).toEqual(['export-act.en.html']);
  });

  it('changes the text between the two halves, and gets no patchwork out of us', async () => {
    await open({ '/law': halves('"1"', '"2"') });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(readFileSync(join(folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
  });

  it('sends half a page and calls it whole', async () => {
    await open({ '/law': page(LAW.slice(0, 160)) });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/truncated' });
    expect(existsSync(join(folder, 'xx/export-act.en.html'))).toBe(false);
  });

  it('sends another law', async () => {
    await open({ '/law': page('<html><body>Article 1 Dogs shall be kept on a lead.</body></html>') });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/content-missing' });
  });

  it.each([
    ['a page for a PDF', 'en.pdf', page(LAW)],
    ['a PDF for a page', 'en.html', page('%PDF-1.7\n1 0 obj')],
    ['nothing', 'en.html', page('')],
  ])('sends %s', async (_what, file, handler) => {
    await open({ '/law': handler });
    expect(await failure(entry({}, '/law', file))).toMatchObject({ ruleId: 'corpus/wrong-type' });
  });

  it('leads in circles', async () => {
    const to =
      (path: string): Handler =>
      (_q, response) =>
        response.writeHead(302, { location: path }).end();
    await open({ '/law': to('/b'), '/b': to('/c'), '/c': to('/law') });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/redirect-loop' });
    expect(site?.asked.length).toBeLessThan(8);
  });

  it('leads ever further away', async () => {
    const steps = Array.from({ length: 20 }, (_, i): [string, Handler] => [
      i === 0 ? '/law' : `/${i}`,
      (_q, response) => response.writeHead(301, { location: `/${i + 1}` }).end(),
    ]);
    await open(Object.fromEntries(steps));
    expect(await failure()).toMatchObject({ ruleId: 'corpus/redirect-loop' });
    expect(site?.asked.length).toBeLessThan(10);
  });

  it.each(['file:///etc/hostname', 'ftp://127.0.0.1/law', 'http://'])('leads to %s', async (location) => {
    await open({ '/law': (_q, response) => response.writeHead(302, { location }).end() });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/bad-redirect' });
  });

  it('leads to where the text is', async () => {
    await open({ '/law': (_q, response) => response.writeHead(303, { location: 'moved' }).end(), '/moved': page(LAW) });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8')).files['xx/export-act.en.html']).toMatchObject({
      url: `${site?.url}/law`,
      finalUrl: `${site?.url}/moved`,
    });
  });

  it('announces 300 MB, and we hang up', async () => {
    await open({
      '/law': (_q, response) => {
        response.writeHead(200, { 'content-length': String(300 * 1024 * 1024) });
        response.write('<html>');
      },
    });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/too-large' });
    expect(times('/law')).toBe(1);
  });

  it('sends without end, and we hang up', async () => {
    await open({
      '/law': (_q, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
    });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/too-large' });
    expect(existsSync(join(folder, 'xx/export-act.en.html.part'))).toBe(false);
  });

  it('sends little that unpacks to much', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, 0x20));
    await open({ '/law': (_q, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb) });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/bad-encoding' });
  });

  it('packs the page although we asked it not to', async () => {
    await open({
      '/law': (_q, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(LAW)),
    });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
  });

  it('says nothing at all', async () => {
    await open({ '/law': () => undefined });
    expect(await failure(entry(), { limits: { ...QUICK, retries: 1 } })).toMatchObject({ ruleId: 'corpus/too-slow' });
  });

  it('drips a byte now and then for ever', async () => {
    await open({
      '/law': (_q, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('<'), 50);
        response.on('close', () => clearInterval(drip));
      },
    });
    const limits = { ...QUICK, retries: 0, totalTimeoutMs: 600 };
    expect(await failure(entry(), { limits })).toMatchObject({ ruleId: 'corpus/too-slow' });
  });

  it.each([
    [404, 'corpus/gone'],
    [410, 'corpus/gone'],
    [403, 'corpus/refused'],
  ])('answers %i, which no second try mends', async (status, ruleId) => {
    await open({ '/law': (_q, response) => response.writeHead(status).end() });
    expect(await failure()).toMatchObject({ ruleId });
    expect(times('/law')).toBe(1);
  });

  it('is not there', async () => {
    await open({});
    const there = entry();
    await site?.close();
    expect(await failure(there)).toMatchObject({ ruleId: 'corpus/robots-unreachable' });
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
    expect(readFileSync(join(folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
    expect(readFileSync(join(folder, 'xx/export-act.en.html.changed'), 'utf8')).toContain('autumn');
  });

  it('is taken when asked for', async () => {
    await open({ '/law': changing });
    await fetched();
    await fetched();
    expect(await fetched(entry(), { acceptChanges: true })).toMatchObject([{ status: 'fetched' }]);
    expect(readFileSync(join(folder, 'xx/export-act.en.html'), 'utf8')).toContain('autumn');
    expect(existsSync(join(folder, 'xx/export-act.en.html.changed'))).toBe(false);
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
    writeFileSync(join(folder, 'lock.json'), '{"version": 1, "fil');
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

async function open(handlers: Readonly<Record<string, Handler>>): Promise<void> {
  site = await publisher(handlers);
}

function entry(facts: Partial<CatalogueEntry> = {}, path = '/law', file = 'en.html'): CatalogueEntry {
  return {
    ...{ id: 'xx/export-act', title: 'Data Export Act', aliases: [], kind: 'statute', jurisdictions: ['XX'] },
    ...{ languages: ['en'], made: null, inForce: null, repealed: null, identifiers: {}, core: false },
    ...{ contains: ['Article 9'], licence: 'ours', held: [] },
    addresses: [{ url: `${site?.url}${path}`, file, language: 'en', reader: null, state: 'unverified', sha256: null }],
    ...facts,
  } as CatalogueEntry;
}

function options(more: Partial<FetchOptions> = {}): FetchOptions {
  return { folder, limits: QUICK, ...more };
}

async function fetched(what = entry(), more: Partial<FetchOptions> = {}): ReturnType<typeof fetchInstrument> {
  return fetchInstrument(what, options(more));
}

async function failure(what = entry(), more: Partial<FetchOptions> = {}): Promise<unknown> {
  const [outcome] = await fetched(what, more);
  expect(outcome?.status).toBe('failed');
  return outcome?.diagnostics[0];
}

function times(path: string): number {
  return site?.asked.filter((r) => r.path === path).length ?? 0;
}

/** The first 100 bytes and then silence of the grave; the rest for those who ask, if the text is still the same. */
function halves(first: string, then = first): Handler {
  return (request, response, count) => {
    if (count === 0) {
      response.writeHead(200, { etag: first, 'content-length': String(LAW.length) });
      response.write(LAW.slice(0, 100), () => setTimeout(() => response.destroy(), 20));
    } else if (request.headers['if-range'] === then) {
      response
        .writeHead(206, { etag: then, 'content-range': `bytes 100-${LAW.length - 1}/${LAW.length}` })
        .end(LAW.slice(100));
    } else page(LAW, { etag: then })(request, response, count);
  };
}
