import type { ProvisionStatus } from '../model/index.js';

const GONE_WORDS =
  'repealed|deleted|revoked|revogad[oa]s?|derogad[oa]s?|abrogée?s?|aufgehoben|mülga|삭제|削除|删除|刪除|ยกเลิก';
const OMITTED_WORDS = 'omitted|vetad[oa]s?|reserved';
/** Words that stand in the place of a repealed unit, in brackets or alone, with at most a note of the repealing law after them. */
const NOTE = String.raw`(?:[\])）]\.(?=\s))?(?:\s*[[(（<][^\])）>]{0,160}[\])）>]|[^.;]{0,80})[\s\])）>.]*`;
/** The same in one pair of brackets, which may hold full stops: [Repealed, 2015, c. 3, s. 1]. */
const ENCLOSED = String.raw`[^\])）>]{0,160}[\])）>][\s.]*`;
const GONE = placeOf(GONE_WORDS);
const OMITTED = placeOf(OMITTED_WORDS);

function placeOf(words: string): RegExp {
  return new RegExp(
    String.raw`^(?:[\s[(（<]*(?:${words})(?![\p{L}\p{N}])${NOTE}|\s*[[(（<]\s*(?:${words})(?![\p{L}\p{N}])${ENCLOSED})$`,
    'iu',
  );
}

/**
 * The status that a unit's own words give it: `repealed` for '삭제 <2020.1.1>' or '[Repealed, 2015, c. 3]', `omitted` for
 * '(VETADO)'; null where the words are law. A unit with children is never judged by its words.
 */
export function statusOfWords(words: string): ProvisionStatus | null {
  if (GONE.test(words)) return 'repealed';
  return OMITTED.test(words) ? 'omitted' : null;
}
