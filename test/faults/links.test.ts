import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusGroups, openStudy, readRemembered, writeRemembered } from '../../src/store/index.js';
import { temporaryFolder, writeLaws } from './seed.js';

describe('links that somebody planted', () => {
  const folder = temporaryFolder();
  const corpus = join(folder, 'laws');
  writeLaws(corpus, 2);
  const outside = join(folder, 'secret.md');
  writeFileSync(outside, '# Secret\n\n## Article 1 Keys\n\nNobody shall read this.\n');

  it('in a corpus lead to no file outside it, and a folder that holds itself ends the listing no later', () => {
    symlinkSync(outside, join(corpus, 'xa', 'law-9.en.md'));
    symlinkSync(corpus, join(corpus, 'xa', 'again'));
    const paths = corpusGroups([corpus]).flatMap((g) => g.files.map((f) => f.path.slice(corpus.length + 1)));
    expect(paths).toEqual(['xa/act-0.en.md', 'xb/act-1.en.md']);
  });

  it('in a study are not written through', () => {
    const study = join(folder, 'study');
    openStudy(study, 'write').close();
    symlinkSync(outside, join(study, 'index.memory.tmp'));
    symlinkSync(outside, join(study, 'index.memory'));
    const before = readFileSync(outside, 'utf8');
    const bytes = Buffer.from('what stood in the index');
    writeRemembered(study, 'index', bytes);
    expect(readFileSync(outside, 'utf8')).toBe(before);
    expect(readRemembered(study, 'index')).toEqual({ bytes, isDamaged: false });
  });

  it('in the place of a draft are replaced, not followed', () => {
    const study = join(folder, 'drafted');
    openStudy(study, 'write').close();
    const target = join(folder, 'elsewhere.sqlite');
    writeFileSync(target, 'somebody’s work');
    symlinkSync(target, join(study, 'study.draft.sqlite.tmp'));
    const store = openStudy(study, 'draft');
    store.setMeta('told', 'once');
    store.publish();
    store.close();
    expect(readFileSync(target, 'utf8')).toBe('somebody’s work');
    expect(existsSync(join(study, 'study.sqlite'))).toBe(true);
  });

  it('with names that objects have are files like others', () => {
    const odd = join(folder, 'odd');
    for (const name of ['__proto__', 'constructor', 'toString']) {
      mkdirSync(join(odd, name), { recursive: true });
      writeFileSync(join(odd, name, `${name}.md`), '# Act\n\n## Article 1 Scope\n\nThis Act applies.\n');
    }
    writeFileSync(join(odd, 'corpus.json'), '[{"path":"__proto__/__proto__.md","__proto__":{"polluted":true}}]');
    expect(corpusGroups([odd]).map((g) => g.key)).toEqual([
      '__proto__/__proto__',
      'constructor/constructor',
      'toString/toString',
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
