import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnnotateModel, annotate, readModel, unpackModel } from '../../src/annotate/index.js';
import { ranker } from '../../src/annotate/ranker/model.js';
import { packModel } from '../../src/annotate/ranker/weights/packed.js';
import { codebook } from '../../src/codebook/index.js';
import { build } from '../align/build.js';

const LAW = build('xx/imitation', [
  {
    heading: 'Transfers abroad',
    text: 'A controller shall not transfer personal data to a third country unless that country ensures an adequate level of protection.',
  },
  {
    heading: 'Security',
    text: 'The controller shall take appropriate technical measures against unauthorised access.',
  },
]);

describe('a packed model', () => {
  let model: AnnotateModel;
  let bytes: Uint8Array;
  beforeAll(() => {
    model = readModel(readFileSync('src/annotate/coder.model.json', 'utf8'));
    bytes = packModel(model);
  });

  it('states what it was packed of, to the last bit', () => {
    expect(JSON.parse(JSON.stringify(unpackModel(bytes)))).toEqual(JSON.parse(JSON.stringify(model)));
  });

  it('codes as the model does that it was packed of', () => {
    const book = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'codebook.json');
    const coded = annotate(LAW.instrument, book, model, 0.01);
    expect(coded.length).toBeGreaterThan(1);
    expect(annotate(LAW.instrument, book, unpackModel(bytes), 0.01)).toEqual(coded);
    expect(annotate(LAW.instrument, book, unpackModel(packModel(unpackModel(bytes))), 0.01)).toEqual(coded);
  });

  it('weighs as a sum over names does', () => {
    const { ofUnit, weight, codes } = ranker(unpackModel(bytes));
    const features = new Map(
      [...Object.keys(model.codes[codes[0] ?? '']?.weights ?? {}).slice(0, 50), 'unheard of'].map((f, i) => [
        f,
        1 / (i + 2),
      ]),
    );
    const slow = codes.map((code) =>
      [...features].reduce((sum, [f, value]) => sum + (model.codes[code]?.weights[f] ?? 0) * value, 0),
    );
    for (const [i, odds] of [...ofUnit(features)].entries()) expect(odds).toBeCloseTo(slow[i] ?? Number.NaN, 12);
    for (const code of codes)
      for (const f of features.keys()) expect(weight(code, f)).toBe(model.codes[code]?.weights[f] ?? 0);
    expect(weight('no.code', 'unheard of')).toBe(0);
  });

  it('is refused where it is cut, and is found wherever in a buffer it lies', () => {
    expect(() => unpackModel(bytes.subarray(0, bytes.length - 1))).toThrow('npm run build');
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    expect(unpackModel(moved.subarray(3)).shared).toEqual(model.shared);
  });
});
