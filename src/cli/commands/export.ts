import { writeFileSync } from 'node:fs';
import { exportAs } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { say } from '../output.js';
import { openForReading, wholeStudy } from '../study.js';

/** Prints, or writes to --out, the study's annotations, alignments or divergences as a dataset. */
export const exportCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    const format = (options.format ?? 'csv') as Parameters<typeof exportAs>[1];
    for (const file of exportAs(wholeStudy(study), format)) {
      if (typeof options.out === 'string') {
        writeFileSync(options.out, file.content);
        say(`Wrote ${options.out}`);
      } else process.stdout.write(file.content);
    }
  } finally {
    study.close();
  }
};
