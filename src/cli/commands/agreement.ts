import { agreement } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { bold, table } from '../output.js';
import { printData } from '../print.js';
import { readAllGold } from './evaluate.js';

const COLUMNS = ['subject', 'units', 'left', 'right', 'both', 'alpha', 'kappa'];
const DISAGREEMENTS_SHOWN = 20;

/** Prints Krippendorff's alpha and Cohen's kappa of two coders' files, by code, and where they disagree. */
export const agreementCommand: Action = async ([first, second], options) => {
  const { figures, disagreements, unshared } = agreement(readAllGold(String(first)), readAllGold(String(second)));
  printData(
    figures.map((f) => ({ ...f })),
    COLUMNS,
    options,
    () =>
      [
        table(
          figures.map((f) => ({ ...f })),
          COLUMNS,
        ),
        bold(`${disagreements.length} disagreements`),
        ...disagreements
          .slice(0, DISAGREEMENTS_SHOWN)
          .map(
            (d) => `  ${d.instrument} ${d.provision}  ${d.code} only by the ${d.by === 'left' ? 'first' : 'second'}`,
          ),
        ...(unshared.length > 0 ? [`Left out, coded by one of them only: ${unshared.join(', ')}`] : []),
        '',
      ].join('\n'),
  );
};
