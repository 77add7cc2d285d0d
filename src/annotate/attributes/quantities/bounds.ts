import type { Quantity } from '../../../model/index.js';

/** How far a bound's words may stand from the number. */
const BEFORE = 46;
const AFTER = 18;
const MOST_BEFORE =
  /(?:up to|extend to|not exceed(?:ing)?|not to exceed|(?:not|no) (?:more|greater|higher|later|longer) than|(?:a |the )?maximum (?:of|fine of|penalty of|period of)?|at most|within|less than|fewer than|under|below|hasta|no (?:m[áa]s|mayor|superior)[^.;]{0,12}|no exced[^.;]{0,8}|dentro de(?:l plazo de| los| las)?|a más tardar(?: a los)?|que no exceda de|at[ée]|não (?:superior|exced|inferior a zero)[^.;]{0,8}|limitada[^.;]{0,30}|no prazo de|inferior(?:es)? a|menos de|menor(?:es)? de|plazo máximo de|pr?(?:azo|eríodo) máximo de|período máximo de|paling (?:banyak|lama|lambat|tinggi)|maksimal|en (?:fazla|geç)|tối đa|chậm nhất(?: là)?|không quá|ไม่เกิน|ภายใน|لا (?:تزيد|يزيد) (?:على|عن)|لا (?:تتجاوز|يتجاوز)|خلال|jusqu['’]à|au plus|n['’]excédant pas|moins de|dans (?:un délai de|les)|bis zu|höchstens|nicht mehr als|innerhalb von|binnen|unter|不超过|超过不|不满|不足|最高|不到|만)\s*(?:an? |the |of |de |von |R\$|US\$|\$|€|£|Rs\.?|EUR|USD)?\s*$/iu;
const LEAST_BEFORE =
  /(?:at least|(?:not|no) (?:less|fewer|lower|earlier) than|(?:a |the )?minimum (?:of|fine of)?|more than|over|exceed(?:s|ing)|above|plazo mínimo de|al menos|por lo menos|no (?:menos|menor|inferior)[^.;]{0,8}|m[áa]s de|mayor(?:es)? de|maior(?:es)? de|between|entre|zwischen|paling sedikit|ít nhất|tối thiểu|en az|ไม่น้อยกว่า|อย่างน้อย|لا (?:تقل|يقل) عن|pelo menos|no mínimo|não inferior[^.;]{0,4}|mais de|au moins|plus de|mindestens|mehr als|über|不少于|至少|超过|满)\s*(?:an? |the |of |de |von |R\$|US\$|\$|€|£|Rs\.?|EUR|USD)?\s*$/iu;
const NOT_MORE = /(?:not?|nicht|no|não|ne|不)\s*$/iu;
const MOST_AFTER =
  /^\s*(?:or (?:less|fewer)|au plus|como máximo|no máximo|höchstens|以下|以内|内|之内|未満|を超えない|を限度|içinde|kadar|이하|이내|미만|(?:을|를)?\s?초과하지|이내에|or under|oder weniger)/u;
const LEAST_AFTER =
  /^\s*(?:or (?:more|older|above|over)|及以上|以上|を超え(?!ない)|이상|을? ?초과하는|and (?:over|above)|o m[áa]s|ou mais|oder mehr)/u;

/** Whether the words around a number make it an upper or a lower bound; undefined where they say neither. */
export function boundOf(text: string, start: number, end: number): Quantity['bound'] {
  const after = text.slice(end, end + AFTER);
  if (MOST_AFTER.test(after)) return 'most';
  if (LEAST_AFTER.test(after)) return 'least';
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const most = MOST_BEFORE.exec(before);
  const least = LEAST_BEFORE.exec(before);
  if (most !== null && (least === null || most.index <= least.index)) return 'most';
  if (least === null) return undefined;
  return NOT_MORE.test(before.slice(0, least.index)) ? 'most' : 'least';
}
