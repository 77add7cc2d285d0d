import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { entry, failure, fetched, here, open, QUICK, times } from './harness.js';
import { type Handler, LAW, page } from './publisher.js';

describe('a publisher that misbehaves', () => {
  it('answers 429 with Retry-After, and is left alone that long', async () => {
    await open({
      '/law': (request, response, count) =>
        count === 0 ? response.writeHead(429, { 'retry-after': '1' }).end() : page(LAW)(request, response, count),
    });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    const [first, second] = here.site?.asked.filter((r) => r.path === '/law') ?? [];
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
    expect(readFileSync(join(here.folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
    expect(here.site?.asked.at(-1)?.headers).toMatchObject({ range: 'bytes=100-', 'if-range': '"1"' });
  });

  it('breaks off in one run, and is asked for the rest in the next', async () => {
    await open({ '/law': halves('"1"') });
    expect(await fetched(entry(), { limits: { ...QUICK, retries: 0 } })).toMatchObject([{ status: 'failed' }]);
    expect(statSync(join(here.folder, 'xx/export-act.en.html.part')).size).toBe(100);
    expect(existsSync(join(here.folder, 'xx/export-act.en.html'))).toBe(false);
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(readFileSync(join(here.folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
    expect(readdirSync(join(here.folder, 'xx'))).toEqual(['export-act.en.html']);
  });

  it('changes the text between the two halves, and gets no patchwork out of us', async () => {
    await open({ '/law': halves('"1"', '"2"') });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(readFileSync(join(here.folder, 'xx/export-act.en.html'), 'utf8')).toBe(LAW);
  });

  it('sends half a page and calls it whole', async () => {
    await open({ '/law': page(LAW.slice(0, 160)) });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/truncated' });
    expect(existsSync(join(here.folder, 'xx/export-act.en.html'))).toBe(false);
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
    expect(here.site?.asked.length).toBeLessThan(8);
  });

  it('leads ever further away', async () => {
    const steps = Array.from({ length: 20 }, (_, i): [string, Handler] => [
      i === 0 ? '/law' : `/${i}`,
      (_q, response) => response.writeHead(301, { location: `/${i + 1}` }).end(),
    ]);
    await open(Object.fromEntries(steps));
    expect(await failure()).toMatchObject({ ruleId: 'corpus/redirect-loop' });
    expect(here.site?.asked.length).toBeLessThan(10);
  });

  it.each(['file:///etc/hostname', 'ftp://127.0.0.1/law', 'http://'])('leads to %s', async (location) => {
    await open({ '/law': (_q, response) => response.writeHead(302, { location }).end() });
    expect(await failure()).toMatchObject({ ruleId: 'corpus/bad-redirect' });
  });

  it('leads to where the text is', async () => {
    await open({ '/law': (_q, response) => response.writeHead(303, { location: 'moved' }).end(), '/moved': page(LAW) });
    expect(await fetched()).toMatchObject([{ status: 'fetched' }]);
    expect(
      JSON.parse(readFileSync(join(here.folder, 'lock.json'), 'utf8')).files['xx/export-act.en.html'],
    ).toMatchObject({
      url: `${here.site?.url}/law`,
      finalUrl: `${here.site?.url}/moved`,
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
    expect(existsSync(join(here.folder, 'xx/export-act.en.html.part'))).toBe(false);
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
    await here.site?.close();
    expect(await failure(there)).toMatchObject({ ruleId: 'corpus/robots-unreachable' });
  });
});

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
