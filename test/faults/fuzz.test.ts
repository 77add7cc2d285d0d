import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf } from '../../bench/fuzz/cases.js';
import { honest } from '../../bench/fuzz/honest.js';
import { probeImporter, probeReader } from '../../bench/fuzz/probe.js';
import { seedsIn } from '../../bench/fuzz/seeds.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** `npm run fuzz` does a hundred thousand; these are the first of the same run. */
const CASES = 150;
const SEED = 7;
/** Names that objects inherit, marks, and the words that laws are made of. */
const PIECES = [
  '__proto__',
  'constructor',
  'toString',
  '<',
  '</',
  '>',
  '&',
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '\n\n',
  '(a)',
  '(i)',
  '(1)',
  '1.',
  'Article 1',
  'Section 2',
  'CHAPTER III',
  'ANNEX',
  '第三条',
  '§ 4',
  '\0',
  '\ufffd',
];
const drafting = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 60 });

describe('hostile input', () => {
  it(`leaves every reader standing: mutants of the archetypes, seed ${SEED}`, async () => {
    const seeds = seedsIn([join(ROOT, 'corpus', 'archetypes')]);
    const files = await honest(ROOT);
    for (let index = 0; index < CASES; index += 1) {
      const { name, done, run } = caseOf(seeds, files, SEED, index);
      expect({ index, name, done, verdict: await run() }).toMatchObject({ verdict: null });
    }
  }, 120_000);

  it.each(['txt', 'md', 'html', 'xml', 'json'])(
    'in .%s, drafted at random, breaks no promise of the model',
    async (extension) => {
      await fc.assert(
        fc.asyncProperty(drafting, async (pieces) => {
          expect(await probeReader(`xx/act.${extension}`, Buffer.from(pieces.join(' ')))).toBeNull();
        }),
        { seed: SEED, numRuns: 40 },
      );
    },
    120_000,
  );

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'names an element, a kind and a field %s',
    async (name) => {
      const xml = `<?xml version="1.0"?><akomaNtoso><act><body><${name}><num>1</num><p>Words.</p></${name}><article><num>1</num><p>Words.</p></article></body></act></akomaNtoso>`;
      expect(await probeReader('xx/act.xml', Buffer.from(xml))).toBeNull();
      const json = `{"${name}": {"polluted": 1}, "articles": [{"number": "1", "${name}": {"polluted": 1}, "text": "Words."}]}`;
      expect(await probeReader('xx/act.json', Buffer.from(json))).toBeNull();
      const line = `{"${name}":{"polluted":1},"instrument":"${name}","provision":"1","code":"${name}"}\n`;
      const { law } = await honest(ROOT);
      for (const format of ['coding.jsonl', 'doccano', 'labelstudio', 'webannotation'])
        expect(await probeImporter(format, Buffer.from(line), law)).toBeNull();
    },
  );
});
