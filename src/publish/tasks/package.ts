import type { Codebook, Provision } from '../../model/index.js';
import { workbookOf } from '../../text/workbook/write.js';
import { interfaceOf } from '../annotations/labelstudio.js';
import { fileStem, sha256 } from '../annotations/record.js';
import { casOf, typeSystem } from '../annotations/xmi.js';
import { toCsv } from '../csv.js';
import type { Piece } from '../dataset.js';
import { toCodePoints } from '../offsets.js';
import type { Task } from './draw.js';

export interface PackageOptions {
  readonly codebook: Codebook;
  /** How to code, in Markdown. */
  readonly guidelines: string;
  /** `random, seed 7`. */
  readonly drawn: string;
}

/**
 * The files of a task package: the same articles for INCEpTION, Label Studio, doccano and a spreadsheet, without any machine's codes, which
 * would sway a coder, and the guidelines. What comes back from any of them can be imported: each task knows where it stands in its law.
 */
export async function* taskPackage(tasks: readonly Task[], options: PackageOptions): AsyncIterable<Piece> {
  const { codebook, guidelines } = options;
  yield { path: 'GUIDELINES.md', content: `${guidelines.trimEnd()}\n\n${codesOf(codebook)}` };
  yield { path: 'README.md', content: readme(tasks, options) };
  yield {
    path: 'tasks.csv',
    content: toCsv(['task', 'instrument', 'provision', 'eId', 'heading', 'because'], tasks.map(rowOf)),
  };
  yield { path: 'spreadsheet/tasks.xlsx', content: await sheets(tasks, codebook) };
  yield { path: 'label-studio/label-studio.xml', content: interfaceOf(codebook) };
  yield {
    path: 'label-studio/tasks.json',
    content: `${JSON.stringify(
      tasks.map((t) => ({ data: dataOf(t) })),
      null,
      1,
    )}\n`,
  };
  yield { path: 'inception/TypeSystem.xml', content: typeSystem() };
  for (const task of tasks) {
    const { instrument, provision, number } = task;
    const name = `${String(number).padStart(4, '0')}__${fileStem(instrument.metadata.id)}__${provision.eId}`;
    const excerpt = { ...instrument, text: wordsOf(task) };
    yield { path: `inception/${name}.xmi`, content: casOf(excerpt, [], provision.span.start) };
  }
  yield {
    path: 'doccano/labels.json',
    content: `${JSON.stringify(
      codebook.codes.map((c) => ({ text: c.id })),
      null,
      1,
    )}\n`,
  };
  for (const task of tasks) {
    const from = toCodePoints(task.instrument.text)(task.provision.span.start);
    yield { path: 'doccano/tasks.jsonl', content: `${JSON.stringify({ ...dataOf(task), from, label: [] })}\n` };
  }
}

const wordsOf = ({ instrument, provision }: Task): string =>
  instrument.text.slice(provision.span.start, provision.span.end);

const rowOf = ({ number, instrument, provision, because }: Task): (string | number | null)[] => [
  ...[number, instrument.metadata.id, provision.citation ?? provision.eId],
  ...[provision.eId, provision.heading, because],
];

/** `from` is where the excerpt begins in the text of the law, in UTF-16 units. */
function dataOf(task: Task) {
  const { instrument, provision, number } = task;
  return {
    task: number,
    instrument: instrument.metadata.id,
    provision: provision.citation ?? provision.eId,
    title: `${instrument.metadata.title}, ${provision.citation ?? provision.eId}`,
    textSha256: sha256(instrument.text),
    from: provision.span.start,
    text: wordsOf(task),
  };
}

/** A row for each unit that can carry a code, with its own words and empty cells to fill in; a second sheet lists the codes. */
function sheets(tasks: readonly Task[], codebook: Codebook): Promise<Uint8Array> {
  const columns = ['task', 'instrument', 'provision', 'words', 'code', 'modality', 'force', 'note', 'verdict'];
  const rows = tasks.flatMap(({ number, instrument, provision }) =>
    unitsOf(instrument.provisions, provision).map((p) => [
      ...[number, instrument.metadata.id, p.citation],
      ...[
        p.ownSpans.map((s) => instrument.text.slice(s.start, s.end).trim()).join(' … '),
        null,
        null,
        null,
        null,
        null,
      ],
    ]),
  );
  const codes = codebook.codes.map((c) => [c.id, c.definition, c.include, c.exclude]);
  return workbookOf([
    { name: 'tasks', columns, wide: ['words'], rows },
    { name: 'codes', columns: ['code', 'means', 'include', 'not'], wide: ['means', 'include', 'not'], rows: codes },
  ]);
}

function unitsOf(all: readonly Provision[], outer: Provision): Provision[] {
  return all.filter(
    (p) =>
      p.citation !== null && p.ownSpans.length > 0 && outer.span.start <= p.span.start && p.span.end <= outer.span.end,
  );
}

function readme(tasks: readonly Task[], { drawn, codebook }: PackageOptions): string {
  const laws = new Set(tasks.map((t) => t.instrument.metadata.id)).size;
  return [
    '# Coding tasks',
    '',
    `${tasks.length} articles of ${laws} instruments (${drawn}; codebook ${codebook.version}). Read \`GUIDELINES.md\` first; use one tool.`,
    '',
    '- **INCEpTION**: new project, import `inception/TypeSystem.xml` as layers, then the `.xmi` files as UIMA CAS XMI. Back: export as UIMA CAS XMI.',
    '- **Label Studio**: new project, `label-studio/label-studio.xml` as labelling interface, import `label-studio/tasks.json`. Back: export as JSON.',
    '- **doccano**: sequence labelling, import `doccano/labels.json` as labels and `doccano/tasks.jsonl` as JSONL. Back: export as JSONL with all fields.',
    '- **Spreadsheet**: fill in `spreadsheet/tasks.xlsx`; a unit with two codes needs a second row (copy instrument and provision). An empty code is no coding; `verdict` no rules a code out.',
    '',
    'Back into the study: `lexatlas import FILE --annotator human:your-name` (folders too, with `--format`). Compare coders: `lexatlas agreement A B`,',
    'then `lexatlas adjudicate A B --out gold.csv --adjudicator human:your-name`.',
    '',
  ].join('\n');
}

function codesOf(codebook: Codebook): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [
    `## The codes (codebook ${codebook.version})`,
    '',
    '| code | means | include | not |',
    '|---|---|---|---|',
    ...codebook.codes.map((c) => `| \`${c.id}\` | ${[c.definition, c.include, c.exclude].map(cell).join(' | ')} |`),
    '',
  ].join('\n');
}
