import { expect, it } from 'vitest';
import type { Codebook } from '../../src/model/index.js';
import { adopt, datasetOf, drawTasks, opened, type Task, taskPackage } from '../../src/publish/index.js';
import { readWorkbook } from '../../src/text/workbook/read.js';
import { code, coded, instrument } from './build.js';

const law = instrument('xx/a', [
  ['1', 'A carrier 𝒳 keeps records. It tells the office.'],
  ['2', 'Data may leave.'],
  ['3', 'A carrier 𝒳 pays. Fines follow.'],
]);
const codebook: Codebook = { version: '1', families: [], codes: [] };
const dataset = datasetOf({
  ...{ codebook, alignments: [], divergences: [] },
  coded: [coded(law, [code(law, '1(1)', 'standards.security', 0.9), code(law, '3(2)', 'remedies.fine', 0.55)])],
});
const cited = (tasks: readonly Task[]) => tasks.map((t) => t.provision.citation);

it('draws without replacement, the same for the same seed', () => {
  const first = drawTasks(dataset, { n: 9, strategy: 'random', seed: 1 });
  expect([...cited(first)].sort()).toEqual(['1', '2', '3']);
  expect(cited(drawTasks(dataset, { n: 9, strategy: 'random', seed: 1 }))).toEqual(cited(first));
});

it('puts first what the machine is least sure of, or one of each stratum', () => {
  expect(cited(drawTasks(dataset, { n: 2, strategy: 'uncertain', seed: 1 }))).toEqual(['3', '1']);
  const strata = drawTasks(dataset, { n: 3, strategy: 'stratified', seed: 1 }).map((t) => t.because);
  expect(strata).toEqual(['en none', 'en remedies', 'en standards']);
});

const tasks = drawTasks(dataset, { n: 3, strategy: 'random', seed: 1 });
async function packed(): Promise<ReadonlyMap<string, Buffer>> {
  const out = new Map<string, Buffer>();
  for await (const { path, content } of taskPackage(tasks, { codebook, guidelines: '# How', drawn: 'random, seed 1' }))
    out.set(path, Buffer.concat([out.get(path) ?? Buffer.alloc(0), Buffer.from(content as string)]));
  return out;
}
const third = tasks.findIndex((t) => t.provision.citation === '3');
const words = 'A carrier 𝒳 pays.';
const place = { start: law.text.indexOf(words), end: law.text.indexOf(words) + words.length };

it('is blind: no package tells what the machine found', async () => {
  for (const [path, bytes] of await packed())
    if (!path.endsWith('tasks.csv')) expect(bytes.toString()).not.toMatch(/standards\.security|remedies\.fine/);
});

it('comes back from Label Studio, doccano and INCEpTION at its place in the law', async () => {
  const files = await packed();
  const studio = JSON.parse(String(files.get('label-studio/tasks.json'))) as { data: { text: string } }[];
  const text = studio[third]?.data.text ?? '';
  const [start, end] = [text.indexOf(words), text.indexOf(words) + words.length];
  const done = studio.map((t, i) =>
    i === third
      ? { ...t, annotations: [{ result: [{ value: { start, end, text: words, labels: ['remedies.fine'] } }] }] }
      : { ...t, annotations: [{ result: [] }] },
  );
  const lines = String(files.get('doccano/tasks.jsonl')).trimEnd().split('\n');
  const points = (at: number): number => [...text.slice(0, at)].length;
  const line = JSON.stringify({
    ...JSON.parse(lines[third] ?? '{}'),
    label: [[points(start), points(end), 'remedies.fine']],
  });
  const [, xmi = ''] =
    [...files].find(([path]) => path.startsWith(`inception/${String(third + 1).padStart(4, '0')}`)) ?? [];
  const marked = String(xmi).replace(
    '  <cas:Sofa',
    `  <custom:Coding xmi:id="9" sofa="1" begin="${start}" end="${end}" code="remedies.fine"/>\n  <cas:Sofa`,
  );
  for (const [format, content] of [
    ['labelstudio', JSON.stringify(done)],
    ['doccano', line],
    ['xmi', marked],
  ] as const) {
    const { annotations, moved } = adopt({ name: 'back', text: content }, format, [law], 'human:ada');
    expect(annotations.map((a) => [a.code, a.span, a.provision.eId])).toEqual([
      ['remedies.fine', place, 'art_3__para_1'],
    ]);
    expect(moved).toEqual([]);
  }
});

it('comes back from a spreadsheet: filled rows are codings, open ones are not', async () => {
  const bytes = (await packed()).get('spreadsheet/tasks.xlsx') ?? Buffer.alloc(0);
  const [head = [], ...rows] = await readWorkbook(bytes);
  expect(rows.map((r) => r[head.indexOf('provision')]).sort()).toEqual(['1(1)', '1(2)', '2(1)', '3(1)', '3(2)']);
  const csv = [
    head,
    ...rows.map((r) =>
      r.map((c, i) => (i === head.indexOf('code') && r[2] === '3(1)' ? 'remedies.fine' : c.replace(',', ' '))),
    ),
  ];
  const { file, format } = await opened(
    { name: 'tasks.csv', bytes: Buffer.from(csv.map((r) => r.join(',')).join('\n')) },
    'csv',
  );
  const { found } = adopt(file, format, [law], 'human:ada');
  expect(found.map((f) => [f.provision, f.code])).toEqual([['3(1)', 'remedies.fine']]);
});
