import { carry } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { table } from '../output.js';
import { printData } from '../print.js';
import { openForReading } from '../study.js';

const COLUMNS = ['from', 'fate', 'to', 'likeness', 'among', 'annotations', 'alignments'];

/** Prints where the coded provisions of an instrument stand in its new version; with jsonl, the annotations at their new places. */
export const carryCommand: Action = async ([old, now], options) => {
  const study = openForReading(options);
  try {
    const before = study.codedInstrument(study.resolve(String(old)));
    const after = study.codedInstrument(study.resolve(String(now)));
    const { id } = before.instrument.metadata;
    const alignments = study.store.alignments().filter((a) => a.left.instrument === id || a.right?.instrument === id);
    const carried = carry(before.instrument, after.instrument, before.annotations, alignments);
    if (options.format === 'jsonl') {
      for (const a of carried.annotations) process.stdout.write(`${JSON.stringify(a)}\n`);
      return;
    }
    const rows = carried.report.map((r) => ({ ...r, among: r.among.join('; ') }));
    const counts = new Map<string, number>();
    for (const r of rows) counts.set(r.fate, (counts.get(r.fate) ?? 0) + 1);
    printData(rows, COLUMNS, options, () => {
      const told = [...counts].map(([fate, n]) => `${n} ${fate}`).join(', ');
      const open = rows.filter((r) => r.fate !== 'kept');
      return `${id} → ${after.instrument.metadata.id}: ${told === '' ? 'no coded provisions' : told}; ${carried.annotations.length} of ${before.annotations.length} annotations and ${carried.alignments.length} of ${alignments.length} alignments carried over.\n${open.length === 0 ? '' : table(open, ['from', 'fate', 'to', 'likeness', 'among'])}`;
    });
  } finally {
    study.close();
  }
};
