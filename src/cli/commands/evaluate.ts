import { join } from 'node:path';
import {
  type Comparison,
  compareRuns,
  type Evaluation,
  type EvaluationError,
  evaluate,
  type GoldRow,
} from '../../pipeline/index.js';
import { readAllGold } from '../codings/gold.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { bold, dim, table } from '../output.js';
import { printData, text } from '../print.js';
import { type OpenStudy, openForReading, PACKAGE_ROOT } from '../study.js';
import { bootstrapOf } from './agreement.js';

const COLUMNS = [
  ...['level', 'by', 'subject', 'gold', 'coded', 'both', 'precision', 'recall', 'f1', 'low', 'high', 'over'],
];
const COMPARED = ['level', 'by', 'subject', 'before', 'after', 'change', 'low', 'high'];
const LISTS = {
  errors: ['kind', 'instrument', 'provision', 'code', 'confidence', 'instead'],
  confusions: ['gold', 'given', 'articles'],
} as const;
const SHOWN = 10;
const GOLD_NOTE = 'Gold was coded by careful reading with machine assistance; legal scholars have not re-coded it yet.';
const TRAINED_NOTE =
  'The built-in coder has learnt from the gold of this package: on that gold these figures flatter it. Figures that leave out the instrument they are measured on are in docs/method-coding.md.';

/** Prints how well the study's codes match the gold, at article and smallest-unit level, and the worst errors; or compares two studies. */
export const evaluateCommand: Action = async (_positional, options) => {
  const gold = readAllGold(text(options.gold) ?? join(PACKAGE_ROOT, 'annotations', 'gold'));
  const study = openForReading(options);
  const other = text(options.compare);
  try {
    if (other !== null) return compare(gold, study, other, options);
    const found = evaluate(gold, codedFor(gold, study), bootstrapOf(options));
    const list = text(options.list);
    if (list === null)
      printData(
        found.figures.map((f) => ({ ...f })),
        COLUMNS,
        options,
        () => forPerson(found),
      );
    else if (list === 'errors' || list === 'confusions') {
      const rows = found[list].map((e) => ({ ...e }));
      printData(rows, LISTS[list], options, () => table(rows, LISTS[list]) + noted());
    } else throw new InputError(`--list ${list} means nothing.`, 'Say errors or confusions.');
  } finally {
    study.close();
  }
};

/** The study whose codes stood before is named by --compare; the study of --study is the one after. */
function compare(
  gold: readonly GoldRow[],
  after: OpenStudy,
  folder: string,
  options: Readonly<Record<string, unknown>>,
) {
  const before = openForReading({ study: folder });
  try {
    const found = compareRuns(gold, codedFor(gold, before), codedFor(gold, after), bootstrapOf(options));
    printData(
      found.figures.map((f) => ({ ...f })),
      COMPARED,
      options,
      () => comparedForPerson(found),
    );
  } finally {
    before.close();
  }
}

function codedFor(gold: readonly GoldRow[], study: OpenStudy) {
  const held = new Set(study.catalogue.map((m) => m.id));
  const ids = [...new Set(gold.map((row) => row.instrument))].filter((id) => held.has(id));
  if (ids.length === 0)
    throw new InputError(
      'The study holds none of the instruments that the gold codes.',
      'Run it over their texts first.',
    );
  return ids.map(study.codedInstrument);
}

function forPerson({ figures, errors, confusions, unresolved, missing }: Evaluation): string {
  const head = figures.filter((f) => f.by !== 'code' || f.level === 'article').map((f) => ({ ...f }));
  return [
    table(head, COLUMNS),
    'low and high: 95 % bootstrap interval of F1, over what the last column names.',
    '',
    bold('Worst errors'),
    ...errors.slice(0, SHOWN).map(told),
    '',
    bold('Taken for each other (in the gold, given instead)'),
    ...confusions.slice(0, SHOWN).map((c) => `  ${c.articles}  ${c.gold} → ${c.given}`),
    '',
    `${unresolved.length} gold rows cite units that the parser did not find; they count as missed.`,
    ...(missing.length > 0 ? [`Not in the study, left out: ${missing.join(', ')}`] : []),
    noted(),
  ].join('\n');
}

function comparedForPerson({ figures, mended, fresh, missing }: Comparison): string {
  const head = figures.filter((f) => f.level === 'article').map((f) => ({ ...f }));
  return [
    table(head, COMPARED),
    'low and high: paired 95 % bootstrap interval of the change over articles; a change is sure where it leaves 0 out.',
    '',
    bold(`${mended.length} errors mended`),
    ...mended.slice(0, SHOWN).map(told),
    bold(`${fresh.length} new errors`),
    ...fresh.slice(0, SHOWN).map(told),
    ...(missing.length > 0 ? [`Not in both studies, left out: ${missing.join(', ')}`] : []),
    noted(),
  ].join('\n');
}

const told = (e: EvaluationError): string => {
  const sure = e.confidence === null ? '' : ` (${e.confidence.toFixed(2)})`;
  return `  ${e.kind.padEnd(6)} ${e.instrument} ${e.provision}  ${e.code}${sure}  ${dim(e.instead.length > 0 ? `instead of ${e.instead.join(', ')}` : '')}`.trimEnd();
};

const noted = (): string => `${GOLD_NOTE}\n${TRAINED_NOTE}\n`;
