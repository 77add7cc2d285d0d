import type { CodedInstrument } from '../../model/index.js';
import { byEId } from '../../text/provisions.js';
import type { Atlas } from '../atlas.js';
import { bodyOf, cut } from '../wording.js';
import type { TextData } from './client/shapes.js';
import { dataFile } from './parts.js';

/** Longer articles are cut here; the instrument's page has them whole. */
const LONGEST = 5000;

/** Returns a data file for each instrument: the words of its printed units, for snippets and for words that unfold. */
export function textFiles(atlas: Atlas): { path: string; content: string }[] {
  return atlas.study.coded.map((coded) => {
    const { id } = coded.instrument.metadata;
    return { path: atlas.textsFile(id), content: dataFile(atlas.textsFile(id), textsOf(atlas, coded)) };
  });
}

function textsOf(atlas: Atlas, coded: CodedInstrument): TextData {
  const map = byEId(coded.instrument);
  return Object.fromEntries(
    atlas.printed(coded).flatMap((eId) => {
      const provision = map.get(eId);
      if (provision === undefined) return [];
      return [[eId, cut(bodyOf(coded.instrument, provision), LONGEST)]];
    }),
  );
}
