import { expect, it } from 'vitest';
import { report } from '../../src/report/index.js';
import { narrow } from '../../src/report/narrow.js';
import { study } from './build.js';

const base = study();
const [concordance] = base.concordances;
const [row] = concordance?.rows ?? [];
if (concordance === undefined || row === undefined) throw new Error('the example has no rule');
/** The rule is named after the law of EU; XX has it too. */
const both = {
  ...base,
  concordances: [
    {
      ...concordance,
      rows: [
        {
          ...row,
          cells: row.cells.map((c) =>
            c.jurisdiction === 'XX'
              ? {
                  ...c,
                  status: 'found' as const,
                  force: 'soft' as const,
                  provisions: [{ instrument: 'xx/model', eId: 'art_2' }],
                }
              : c,
          ),
        },
      ],
    },
  ],
};

it('names a rule after a law that the report holds', () => {
  const [own] = narrow(both, { jurisdictions: ['XX'] }).concordances[0]?.rows ?? [];
  expect(own?.medoid.instrument).toBe('xx/model');
  expect(own?.label).toBe('Heading 2');
  expect(narrow(both, { jurisdictions: ['EU', 'XX'] }).concordances[0]?.rows[0]?.label).toBe('Data leaving');
});

it('keeps the tensions among the jurisdictions asked for, and on the codes asked for', () => {
  const count = (asked: Parameters<typeof narrow>[1]): number => narrow(base, asked).tensions.length;
  expect(count({ jurisdictions: ['EU'] })).toBe(1);
  expect(count({ jurisdictions: ['EU', 'XX'] })).toBe(1);
  expect(count({ jurisdictions: ['EU', 'YY'] })).toBe(0);
  expect(count({ codes: ['transfer.general'] })).toBe(1);
  expect(count({ codes: ['transfer.onward'] })).toBe(0);
});

it('cites a law that the narrowed report has no page of by its name, without a link that leads nowhere', () => {
  const files = report(base, { format: 'html', jurisdictions: ['EU'] });
  const page = String(files.find((f) => f.path === 'tensions.html')?.content);
  expect(page).toContain('Model &lt;script&gt;alert(3)&lt;/script&gt; 1(1)');
  const paths = new Set(files.map((f) => f.path));
  const led = files
    .filter((f) => f.path.endsWith('.html') && !f.path.includes('/'))
    .flatMap((f) =>
      [...String(f.content).matchAll(/href="((?:instruments|jurisdictions|codes)\/[^"#]+)/g)].map((m) => m[1]),
    );
  expect(led.filter((path) => !paths.has(path ?? ''))).toEqual([]);
});

it('is called after what was asked for, and lists its sources', () => {
  const [file] = report(base, { format: 'md', jurisdictions: ['EU', 'XX'], codes: ['transfer'] });
  const text = String(file?.content);
  expect(text).toMatch(/^# Divergence on transfer: European Union, XX\n/);
  expect(text).toContain('## Sources');
  expect(text).toContain('The law of eu/model');
});
