import type { CodedInstrument } from '../../model/index.js';
import { byEId } from '../../text/provisions.js';
import type { Atlas } from '../atlas.js';
import { bodyOf, cut } from '../wording.js';
import type { TextData } from './client/shapes.js';
import type { Sheet } from './kept.js';
import type { LawKeys } from './pages/law/instrument.js';
import { dataFile } from './parts.js';

/** Longer articles are cut here; the instrument's page has them whole. */
const LONGEST = 5000;

/** Returns a data file for each instrument: the words of its printed units, for snippets and for words that unfold. */
export function textFiles(atlas: Atlas, law: LawKeys): readonly Sheet[] {
  return atlas.study.coded.map((coded) => {
    const { metadata } = coded.instrument;
    const path = atlas.textsFile(metadata.id);
    return { path, make: () => dataFile(path, textsOf(atlas, coded)), from: law(metadata) };
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
