import { join } from 'node:path';
import type { ReportFormat } from '../../pipeline/index.js';
import { text } from '../print.js';
import { type OpenStudy, openForReading, studyFolder } from '../study.js';
import { filesAsWritten, type Written } from './kept.js';
import { rememberedIndex } from './portable.js';

type Options = Readonly<Record<string, unknown>>;

export const DEFAULT_FOLDER = join('reports', 'latest');
export const formatOf = (options: Options): ReportFormat => (text(options.format) ?? 'html') as ReportFormat;
export const folderOf = (options: Options): string => text(options.out) ?? DEFAULT_FOLDER;

/** Results that the study holds, and the key of their comparison. */
export type Held = ReturnType<OpenStudy['store']['heldResults']>;

/** What a report needs of the run before, read while this one reads and codes what changed: a processor idles then. */
export interface ReadEarly {
  /** Of the new results no more is sent than what differs; null where there are none before. */
  readonly held: Held | null;
  readonly files: Written;
  readonly index: ReturnType<typeof rememberedIndex>;
}

/** Reads ahead of a run's report; null where it is a format of one file, which takes nothing over. */
export function readEarly(options: Options): ReadEarly | null {
  if (formatOf(options) !== 'html') return null;
  return {
    held: heldBefore(options),
    files: filesAsWritten(folderOf(options)),
    index: rememberedIndex(studyFolder(options)),
  };
}

/** Of the study itself: the draft beside it is being copied from it at this time. */
function heldBefore(options: Options): Held | null {
  try {
    const study = openForReading(options);
    try {
      return study.store.heldResults();
    } finally {
      study.close();
    }
  } catch {
    return null; // There is no study yet, or it is damaged, which is told where they are read again.
  }
}
