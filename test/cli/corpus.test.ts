import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { here, open } from '../corpus/harness.js';
import { LAW, page } from '../corpus/publisher.js';
import { call, temporaryFolder } from './call.js';

/** A catalogue of one law that our publisher keeps. */
function ownCatalogue(path = '/law'): string {
  const file = join(here.folder, 'catalogue.json');
  const address = { href: `${here.site?.url}${path}`, file: 'en.html' };
  const law = {
    id: 'xx/export-act',
    title: 'Data Export Act',
    aliases: ['DEA'],
    kind: 'statute',
    jurisdictions: ['XX'],
  };
  const facts = { ...law, contains: ['Article 9'], addresses: [address] };
  writeFileSync(file, JSON.stringify({ version: 1, instruments: [facts] }));
  return file;
}

const own = (...words: string[]): string[] => [
  ...words,
  '--catalogue',
  ownCatalogue(),
  '--to',
  join(here.folder, 'texts'),
];
const quick = (...words: string[]): string[] => own(...words, '--delay', '5');

describe('lexatlas fetch', () => {
  it('fetches by alias, and a second time finds nothing changed', async () => {
    await open({ '/law': page(LAW, { etag: '"1"' }) });
    const first = await call(...quick('fetch', 'dea', '--format', 'csv'));
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(
      /^instrument,status,file,sha256,url,problem\nxx\/export-act,fetched,xx\/export-act\.en\.html,/,
    );
    expect(readFileSync(join(here.folder, 'texts/xx/export-act.en.html'), 'utf8')).toBe(LAW);
    const verified = await call(...own('corpus', 'verify'));
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.err).toContain('1 of 1 fetched');
    expect((await call(...quick('fetch', '--all'))).err).toContain('1 unchanged');
    expect((await call(...own('corpus', 'list', '--format', 'json'))).out).toContain('"here": "here"');
  });

  it('refuses a page in which no law is found', async () => {
    await open({ '/law': page('<html><body><p>See Article 9 of another page.</p></body></html>') });
    const { code, err } = await call(...quick('fetch', 'xx/export-act'));
    expect(code).toBe(1);
    expect(err).toContain('No article or section was found');
    expect(existsSync(join(here.folder, 'texts/xx/export-act.en.html'))).toBe(false);
  });

  it('ends with 1 and the reason where a text cannot be had, with 2 where nothing was named', async () => {
    await open({});
    const { code, err } = await call(...quick('fetch', 'xx/export-act'));
    expect({ code, err }).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is not there \(status 404\)[\s\S]*1 of 1 texts/),
    });
    expect((await call(...quick('fetch'))).code).toBe(2);
    expect(await call(...quick('fetch', 'xx/other'))).toMatchObject({
      code: 1,
      err: expect.stringContaining("no instrument 'xx/other'"),
    });
  });

  it('says that a file here was edited', async () => {
    await open({ '/law': page(LAW) });
    await call(...quick('fetch', 'dea'));
    writeFileSync(join(here.folder, 'texts/xx/export-act.en.html'), 'edited');
    const { code, err } = await call(...own('corpus', 'verify'));
    expect(code).toBe(1);
    expect(err).toContain('xx/export-act.en.html is not what was fetched on');
  });
});

describe('lexatlas add', () => {
  const add = (from: string, ...more: string[]): ReturnType<typeof call> =>
    call('add', from, '--to', join(here.folder, 'texts'), ...more);

  it('takes a file with its facts, and run reads it under its id', async () => {
    const file = join(here.folder, 'Export Act (2019).html');
    writeFileSync(file, LAW);
    expect(await add(file, '--jurisdiction', 'KE', '--title', 'Export Act')).toMatchObject({ code: 0 });
    expect(readFileSync(join(here.folder, 'texts/ke/export-act-2019.en.html'), 'utf8')).toBe(LAW);
    const study = join(temporaryFolder(), 'study');
    const run = await call('run', '--corpus', join(here.folder, 'texts'), '--study', study, '--no-report');
    expect(run).toMatchObject({ code: 0 });
    expect((await call('outline', 'ke/export-act-2019', '--study', study)).out).toContain('Export Act');
  }, 60_000);

  it('takes an address', async () => {
    await open({ '/acts/act-7.html': page(LAW) });
    const added = await add(`${here.site?.url}/acts/act-7.html`, '--jurisdiction', 'UG');
    expect(added).toMatchObject({ code: 0 });
    expect(existsSync(join(here.folder, 'texts/ug/act-7.en.html'))).toBe(true);
  });

  it('is what ingest does with an address before it reads it like a file', async () => {
    await open({ '/acts/act-9.html': page(LAW) });
    const study = join(temporaryFolder(), 'study');
    const texts = join(here.folder, 'texts');
    const address = `${here.site?.url}/acts/act-9.html`;
    const told = await call('ingest', address, '--jurisdiction', 'UG', '--to', texts, '--study', study);
    expect(told).toMatchObject({ code: 0 });
    expect(existsSync(join(texts, 'ug/act-9.en.html'))).toBe(true);
    expect((await call('outline', 'ug/act-9', '--study', study)).code).toBe(0);
    const missing = await call('ingest', `${address}x`, '--jurisdiction', 'UG', '--to', texts, '--study', study);
    expect(missing.code).toBe(1);
  }, 60_000);

  it('never puts another text under a name that is taken', async () => {
    const file = join(here.folder, 'act.html');
    writeFileSync(file, LAW);
    await add(file, '--id', 'xx/act');
    writeFileSync(file, LAW.replace('spring', 'autumn'));
    expect(await add(file, '--id', 'xx/act')).toMatchObject({ code: 1, err: expect.stringContaining('another text') });
    expect(readFileSync(join(here.folder, 'texts/xx/act.en.html'), 'utf8')).toContain('spring');
    expect(await add(file, '--id', 'xx/act', '--accept-changes')).toMatchObject({ code: 0 });
    expect(readFileSync(join(here.folder, 'texts/xx/act.en.html'), 'utf8')).toContain('autumn');
  });

  it.each([
    ['an empty file', '', ['--id', 'xx/act'], /is empty/],
    ['a page without law', '<html><body><p>Hello.</p></body></html>', ['--id', 'xx/act'], /No article or section/],
    ['an id that climbs out', LAW, ['--id', '../../etc/act'], /is no id/],
    ['a law of nobody', LAW, [], /Whose law is it/],
    ['an unknown kind', LAW, ['--id', 'xx/act', '--kind', 'poem'], /'poem' is no kind/],
  ])('refuses %s', async (_what, text, more, message) => {
    const file = join(here.folder, 'act.html');
    writeFileSync(file, text);
    expect(await add(file, ...more)).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    expect(existsSync(join(here.folder, 'texts'))).toBe(false);
  });

  it.each([
    ['a folder', () => here.folder, /is a folder, not a file/],
    ['a path that leads nowhere', () => join(here.folder, 'nothing.html'), /There is no file/],
    ['an address of another sort', () => 'ftp://127.0.0.1/act.html', /only http and https/],
  ])('refuses %s', async (_what, from, message) => {
    expect(await add(from(), '--id', 'xx/act')).toMatchObject({ code: 1, err: expect.stringMatching(message) });
    expect(existsSync(join(here.folder, 'texts'))).toBe(false);
  });

  it('asks nothing about a law that is not there', async () => {
    const { code, err } = await add(join(here.folder, 'nothing.html'));
    expect(code).toBe(1);
    expect(err).toContain('There is no file');
    expect(err).not.toContain('Whose law');
  });
});

describe('lexatlas corpus', () => {
  it('counts and lists what is catalogued', async () => {
    expect((await call('corpus', 'stats', '--format', 'csv')).out).toMatch(
      /^what,of,instruments\nall,instruments,\d{3}\n/,
    );
    const { out } = await call('corpus', 'list', '--jurisdiction', 'BR', '--format', 'csv');
    expect(out).toContain('br/lgpd-13709-2018');
    expect(out).not.toContain('in/dpdp-act-2023');
    expect(out).toMatch(/^id,.*,address,tried\n/);
    expect(out).toMatch(/,unverified$/m);
  });

  it('ends with 2 where the action is none', async () => {
    expect(await call('corpus', 'burn')).toMatchObject({ code: 2 });
  });
});
