import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, type GoldRow, readGold } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { bold, dim, table } from '../output.js';
import { printData, text } from '../print.js';
import { openForReading, PACKAGE_ROOT } from '../study.js';

const COLUMNS = ['level', 'by', 'subject', 'gold', 'coded', 'both', 'precision', 'recall', 'f1'];
const ERRORS_SHOWN = 10;

/** Prints how well the study's codes match the gold, at article and smallest-unit level, and the worst errors. */
export const evaluateCommand: Action = async (_positional, options) => {
  const gold = readAllGold(text(options.gold) ?? join(PACKAGE_ROOT, 'annotations', 'gold'));
  const study = openForReading(options);
  try {
    const held = new Set(study.catalogue.map((m) => m.id));
    const ids = [...new Set(gold.map((row) => row.instrument))].filter((id) => held.has(id));
    if (ids.length === 0)
      throw new InputError(
        'The study holds none of the instruments that the gold codes.',
        'Run it over their texts first.',
      );
    const { figures, errors, unresolved, missing } = evaluate(gold, ids.map(study.codedInstrument));
    printData(
      figures.map((f) => ({ ...f })),
      COLUMNS,
      options,
      () => {
        const head = figures.filter((f) => f.by !== 'code' || f.level === 'article').map((f) => ({ ...f }));
        const worst = errors
          .slice(0, ERRORS_SHOWN)
          .map((e) => `  ${e.kind.padEnd(6)} ${e.instrument} ${e.provision}  ${e.code}  ${dim(e.instead.join(' '))}`);
        return [
          table(head, COLUMNS),
          bold('Worst errors'),
          ...worst,
          '',
          `${unresolved.length} gold rows cite units that the parser did not find; they count as missed.`,
          ...(missing.length > 0 ? [`Not in the study, left out: ${missing.join(', ')}`] : []),
          'Gold was coded by careful reading with machine assistance; legal scholars have not re-coded it yet.',
          '',
        ].join('\n');
      },
    );
  } finally {
    study.close();
  }
};

/** The rows of a gold file, or of every CSV under a folder that has the columns of gold. */
export function readAllGold(path: string): readonly GoldRow[] {
  if (!existsSync(path))
    throw new InputError(`There is no gold at ${path}.`, 'Name a CSV file or a folder of them with --gold.');
  if (statSync(path).isFile()) return readGold(readFileSync(path, 'utf8'), path);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv') && !name.endsWith('alignments.csv'))
    .sort()
    .flatMap((name) => readGold(readFileSync(join(path, name), 'utf8'), join(path, name)));
}
