import { positions } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { table } from '../output.js';
import { many } from '../print.js';
import { isRescored, scoringInput } from '../scoring/input.js';
import { put } from '../scoring/sheet.js';
import { openForReading } from '../study.js';

const COLUMNS = [
  'side',
  'code',
  'stance',
  'modalities',
  'addressees',
  'quantities',
  'provisions',
  'confidence',
] as const;

/** Prints where each side stands on each code, with the provisions behind it; absent, not covered and not in force apart. */
export const positionsCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const [sides, codes] = [many(options.side), many(options.code)];
    const all = isRescored(options) ? positions(scoringInput(study, options)) : study.store.positions();
    const rows = all
      .filter((p) => sides.length === 0 || sides.includes(p.side))
      .filter((p) => codes.length === 0 || codes.some((c) => p.code === c || p.code.startsWith(`${c}.`)))
      .map((p) => ({
        side: p.side,
        code: p.code,
        stance: p.stance,
        modalities: p.modalities.join(' '),
        addressees: p.addressees.join(' '),
        quantities: p.quantities.map((q) => (q.kind === 'duration' ? q.unit : `${q.value} ${q.unit}`)).join('; '),
        provisions: p.provisions.map((r) => `${r.instrument} ${study.citationOf(r)}`).join('; '),
        confidence: Number(p.confidence.toFixed(4)),
      }));
    put({ command: 'positions', columns: COLUMNS, rows, forPerson: () => table(rows, COLUMNS) }, study, options);
  } finally {
    study.close();
  }
};
