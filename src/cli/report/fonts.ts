import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FontFile } from '../../pipeline/index.js';
import { InputError } from '../failure.js';
import { say } from '../output.js';

/** Where systems keep the Noto fonts. */
const FOLDERS = [
  '/usr/share/fonts/truetype/noto',
  '/usr/share/fonts/opentype/noto',
  '/usr/share/fonts/noto',
  '/usr/share/fonts/noto-cjk',
  '/usr/share/fonts/google-noto',
  '/Library/Fonts',
];
/** Running text, bold, then other scripts; the face named where the file is a collection. */
const WANTED: readonly (readonly [string, string | null])[] = [
  ['NotoSerif-Regular.ttf', null],
  ['NotoSerif-Bold.ttf', null],
  ['NotoSerifCJK-Regular.ttc', 'NotoSerifCJKsc-Regular'],
  ['NotoNaskhArabic-Regular.ttf', null],
  ['NotoSansThai-Regular.ttf', null],
  ['NotoSansHebrew-Regular.ttf', null],
  ['NotoSansDevanagari-Regular.ttf', null],
  ['NotoSansMath-Regular.ttf', null],
  ['NotoSansSymbols2-Regular.ttf', null],
];

/** The fonts a PDF is set in: those named, else the Noto fonts of the machine. Says so where there are none. */
export function fontFiles(named: readonly string[]): readonly FontFile[] {
  if (named.length > 0)
    return named.map((path) => {
      if (!existsSync(path))
        throw new InputError(`There is no font ${path}.`, 'Check the path; .ttf, .otf and .ttc are read.');
      return { bytes: readFileSync(path), family: null };
    });
  const found = WANTED.flatMap(([file, family]): FontFile[] => {
    const path = FOLDERS.map((folder) => join(folder, file)).find(existsSync);
    return path === undefined ? [] : [{ bytes: readFileSync(path), family }];
  });
  if (found.length === 0)
    say('fonts     no Noto font here: signs beyond Western European letters are shown as □ (mend: --font FILE)');
  return found;
}
