import type { ProvisionStatus } from '../model/index.js';

/** Words that stand in the place of a repealed unit, in brackets or alone, with at most a note of the repealing law after them. */
const NOTE = String.raw`(?:\s*[[(（<][^\])）>]{0,160}[\])）>]|[^.;]{0,80})[\s\])）>.]*`;
const GONE = new RegExp(
  String.raw`^[\s[(（<]*(?:repealed|deleted|revoked|revogad[oa]s?|derogad[oa]s?|abrogée?s?|aufgehoben|mülga|삭제|削除|删除|刪除|ยกเลิก)(?![\p{L}\p{N}])${NOTE}$`,
  'iu',
);
const OMITTED = new RegExp(String.raw`^[\s[(（]*(?:omitted|vetad[oa]s?|reserved)(?![\p{L}\p{N}])${NOTE}$`, 'iu');

/**
 * The status that a unit's own words give it: `repealed` for '삭제 <2020.1.1>' or '[Repealed, 2015, c. 3]', `omitted` for
 * '(VETADO)'; null where the words are law. A unit with children is never judged by its words.
 */
export function statusOfWords(words: string): ProvisionStatus | null {
  if (GONE.test(words)) return 'repealed';
  return OMITTED.test(words) ? 'omitted' : null;
}
