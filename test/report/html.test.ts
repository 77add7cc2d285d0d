import { expect, it } from 'vitest';
import type { Study } from '../../src/model/index.js';
import { report } from '../../src/report/index.js';

const span = { start: 0, end: 33 };
const study = {
  coded: [
    {
      instrument: {
        metadata: { id: 'xx/model', title: 'Model <script>alert(1)</script>' },
        text: 'No data shall <b>leave</b> Xland.',
        provisions: [{ eId: 'art_1', parent: null, tier: 'basic', citation: '1', heading: null, span }],
      },
      annotations: [
        {
          provision: { instrument: 'xx/model', eId: 'art_1' },
          code: 'transfer.general',
          modality: 'prohibition',
          force: 'hard',
          confidence: 0.9,
          span,
        },
      ],
    },
  ],
  divergences: [{ left: 'EU', right: 'XX', scope: 'all', total: null, low: null, high: null, coverage: 0.5 }],
  summary: { files: 1 },
} as unknown as Study;

it('escapes law text, links each law, and says where nothing could be compared', () => {
  const files = report(study, { format: 'html' });
  const [index, law] = files.map((f) => String(f.content));
  expect(index).toContain('href="instruments/xx_model.html"');
  expect(index).toContain('not comparable');
  expect(`${index}${law}`).not.toMatch(/<script|<b>/);
  expect(law).toContain('id="art_1"');
  expect(law).toContain('&lt;b&gt;leave');
});
