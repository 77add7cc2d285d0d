import { expect, it } from 'vitest';
import { report } from '../../src/report/index.js';
import { study } from './build.js';

it('escapes law text, links each law, and says where nothing could be compared', () => {
  const files = report(study(), { format: 'html' });
  const all = files.map((f) => String(f.content)).join('');
  const law = String(files.find((f) => f.path === 'instruments/xx_model.html')?.content);
  expect(all).toContain('href="instruments/xx_model.html"');
  expect(all).not.toMatch(/<script>|<b /);
  expect(law).toContain('id="art_1"');
  expect(law).toContain('&lt;b onmouseover');
});
