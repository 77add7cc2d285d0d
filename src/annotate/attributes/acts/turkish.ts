import type { ActGrammar } from './act.js';

/** No letter may follow, or the ending is another one; a blank may be lost where the page broke its line. */
const END = '(?![\\p{L}])';

/** How Turkish statutes state rules: the ending of the last verb decides, and the aorist commands. */
export const turkish: ActGrammar = {
  verb: 'last',
  soft: 'teşvik ed|özendir|gayret göster|çaba göster|iş\\s?birliği yapabilir',
  subordinator: null,
  patterns: [
    ['deem', `(?:sayılır|kabul\\s?edilir|nitelikli\\s?kişisel\\s?veridir|bağlıdır)${END}`],
    ['disapply', `uygulanmaz(?:lar)?${END}`],
    ['restrict', '(?:ancak|yalnızca|sadece)[^.;]{0,300}[ae]bilir'],
    [
      'exempt',
      `(?:aranmaksızın|aranmadan|gerek\\s?olmaksızın)[^.;]{0,120}(?:mümkündür|[ae]bilir)|(?:gerekmez|aranmaz|zorunlu\\s?değildir|muaftır)${END}|istisna\\s?getir`,
    ],
    [
      'punish',
      '(?:cezalandırılır|hapis cezası|para\\s?cezası\\s?(?:uygulanır|verilir))|suçlar\\s?bakımından[^.;]{0,160}uygulanır',
    ],
    [
      'entitle',
      `hak(?:kı|kına|ları|larına)\\s?(?:saklıdır|vardır|sahiptir)|dava\\s?açıl?abilir|(?:şik[âa]yette\\s?bulun|başvur|talep\\s?ed|isteme[^.;]{0,20}sahip)(?:abilir|ebilir)?${END}`,
    ],
    [
      'empower',
      `karar\\s?ver(?:ebilir|erek)|yetkili(?:dir)?${END}|(?<![\\p{L}])(?:Kurul|Kurum|Kurulca)(?![\\p{L}])[^.;]{0,240}[ae]bilir`,
    ],
    ['forbid', `(?:\\p{L}{2,}[ae]m[ae]z(?:l[ae]r)?|yasaktır|yasaklanmıştır)${END}`],
    ['allow', `(?:\\p{L}{2,}[ae]bilir(?:l[ae]r)?|mümkündür|serbesttir)${END}`],
    ['oblige', `(?:zorundadır(?:lar)?|zorunludur|yükümlüdür(?:ler)?|şarttır|gerekir|mecburdur|sorumludur)${END}`],
    [
      'apply',
      `(?:uygulanır|kurulmuştur|oluşur|saklıdır|düzenlenir|yürütür|tutulur|şunlardır|yürürlüğe\\s?girer)${END}`,
    ],
    ['oblige', '\\p{L}{2,}(?:[ıiuü]r|[ae]r)(?:l[ae]r)?(?=\\s*[.;])'],
  ],
};
