import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { ClauseAnnotation } from '../../model/index.js';
import { openDatabase } from '../driver.js';
import { unsealed } from '../seal.js';
import { draftOf, dropDraft } from './draft.js';
import { takeLock } from './lock.js';
import { openStudy } from './open.js';

/** What could be saved of a damaged study. */
export interface Rescue {
  /** Where the damaged database lies now. */
  readonly aside: string;
  readonly annotations: readonly ClauseAnnotation[];
  /** Codings by hand that could not be read; null where not even their number could. */
  readonly lost: number | null;
}

/**
 * Moves a damaged database aside, so that the next opening makes a new one, and reads what people coded out of it. Null where only
 * the draft of a stopped run was damaged: that is dropped, and the study stands.
 */
export function setAside(folder: string): Rescue | null {
  const file = join(folder, 'study.sqlite');
  if (existsSync(draftOf(file)) && isWhole(folder)) {
    dropDraft(file);
    return null;
  }
  const release = takeLock(folder);
  try {
    dropDraft(file);
    let aside = '';
    for (let n = 1; aside === '' || existsSync(aside); n += 1) aside = `${file}.damaged-${n}`;
    for (const tail of ['-wal', '-shm', '-journal', ''])
      if (existsSync(file + tail)) renameSync(file + tail, aside + tail);
    return { aside, ...codedByHand(aside) };
  } finally {
    release();
  }
}

function isWhole(folder: string): boolean {
  try {
    const study = openStudy(folder, 'read');
    try {
      study.check();
    } finally {
      study.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** Rows are read one by one: a damaged page takes only its own with it. */
function codedByHand(file: string): Pick<Rescue, 'annotations' | 'lost'> {
  const annotations: ClauseAnnotation[] = [];
  let lost = 0;
  try {
    const db = openDatabase(file, true);
    const keys = db.all('SELECT instrument, ordinal FROM annotation WHERE human = 1 ORDER BY instrument, ordinal');
    for (const { instrument = '', ordinal = 0 } of keys) {
      try {
        const row = db.get('SELECT json FROM annotation WHERE instrument = ? AND human = 1 AND ordinal = ?', [
          instrument,
          ordinal,
        ]);
        annotations.push(unsealed<ClauseAnnotation>(String(instrument), row?.json));
      } catch {
        lost += 1;
      }
    }
    db.close();
  } catch {
    return { annotations, lost: null };
  }
  return { annotations, lost };
}
