import type { Addressee, Modality } from '../../model/index.js';
import type { Act } from './acts/index.js';
import type { Clause } from './clause.js';

/** What a unit says and what introduces it, as far as its modality depends on it. */
export interface Stated {
  readonly code: string;
  readonly own: Clause | null;
  /** The words that introduce the unit as a list item; null for a unit that stands alone. */
  readonly lead: Clause | null;
  readonly leadText: string;
  readonly addressee: Addressee;
  /** A treaty permits its parties; a statute empowers its State. */
  readonly isTreaty: boolean;
}

/** Words that introduce a list of grounds or exceptions, of which each permits. */
const GROUNDS = new RegExp(
  [
    '\\b(?:one|any|either|some) (?:or more )?of the following (?!areas|powers|information|acts)',
    '\\bonly (?:if|where|when|on)\\b',
    '\\bnot\\b[^.:]{0,200}\\b(?:unless|except)\\b',
    '\\bmay\\b[^:]{0,400}\\b(?:if|where|when|by|on condition that|provided that)\\b[^.:]{0,40}[:—–-]*\\s*$',
    '条件之一|之一[：:]?\\s*$|之一的[^应]{0,40}(?:可以|免予|方可)',
    'seguintes (?:casos|hip[óo]teses)|siguientes casos|exceto:\\s*$|salvo:\\s*$',
    '次に掲げる場合を除(?![^。]*次に掲げる事項)|次の各号に掲げる場合(?:は|には)|次の各号のいずれかに該当する(?:場合|とき)',
    '어느 하나에 해당하(?:는 경우|지|면)|(?:각|다음) 호의 경우를 제외',
    'şartlardan\\s?birinin|aşağıdaki\\s?hâllerde|trong (?:các|một trong các) trường hợp sau|ในกรณีดังต่อไปนี้|في (?:أي من )?(?:الأحوال|الحالات) (?:الآتية|التالية)',
    "l['’]une des conditions|l['’]un des cas|eine der folgenden|einer der folgenden",
  ].join('|'),
  'iu',
);
const WITHOUT_CONSENT =
  /\bwithout (?:the )?(?:\w+ or )?consent\b|\bsem (?:o )?consentimento\b|未经[^，。]{0,6}同意(?=[^不]{0,6}可以)|동의 없이|rızası aranmaksızın|không cần sự đồng ý/iu;
const WITHDRAWAL =
  /\bwithdraw|\brevo(?:k|ga|ca)|\bopt[ -]out|\bretir|\bwiderruf|撤回|철회|geri al|rút lại|menarik kembali|ถอนความยินยอม|الرجوع|العدول/iu;
const SUBJECT_TO =
  /\bsubject to\b|\bincorporated\b|\bsujet[oa]s? a\b|\bse incorporan?\b|\bforman parte\b|\bmade part of\b/iu;
const MUTATIS = /\bmutatis mutandis\b|準用|준용/iu;

/** Acts that speak for a code's own matter, so that they decide where a sentence does several things. */
const FITTING: Readonly<Record<string, readonly Act[]>> = {
  'remedies.complaint': ['entitle'],
  'remedies.judicial': ['entitle'],
  'remedies.compensation': ['entitle'],
  'remedies.collective': ['entitle'],
  'remedies.corrective': ['empower', 'allow'],
  'remedies.administrative-penalty': ['empower'],
  'standards.non-discrimination': ['forbid'],
};

/**
 * The modality of a unit under a code: the act of its main clause, else that of the words that introduce it, else what the
 * code's rules mostly are.
 */
export function modalityOf(stated: Stated): Modality {
  const { code, own, lead, leadText } = stated;
  const family = code.slice(0, code.indexOf('.'));
  if (family === 'concepts') return own?.act?.act === 'deem' && own.isMain ? 'statement' : 'definition';
  const ownAct = own === null || own.act === null ? null : fitting(code, own, own.act.act);
  if (ownAct !== null && (own?.isMain === true || lead?.act == null)) return fromAct(ownAct, stated, family, own);
  if (lead !== null && lead.act !== null) return inherited(lead.act.act, stated, family);
  const isGround = lead !== null && /\b(?:if|where|when)\b[:—–-]*\s*$/iu.test(leadText);
  return isGround && (family === 'standards' || family === 'transfer') ? 'permission' : usual(code, family);
}

function fitting(code: string, clause: Clause, first: Act): Act {
  if (first === 'forbid' || first === 'exempt' || first === 'deem' || first === 'define') return first;
  return FITTING[code]?.find((act) => clause.acts.includes(act)) ?? first;
}

function fromAct(act: Act, stated: Stated, family: string, clause: Clause | null): Modality {
  const { code, addressee } = stated;
  const words = clause?.text ?? '';
  switch (act) {
    case 'forbid':
      return 'prohibition';
    case 'restrict':
      if (code === 'jurisdiction.blocking') return 'prohibition';
      if (code === 'transfer.safeguards' || code === 'transfer.derogation') return 'permission';
      return WITHOUT_CONSENT.test(words) ? 'permission' : 'obligation';
    case 'oblige':
      return code === 'transfer.exception' && SUBJECT_TO.test(words) ? 'permission' : 'obligation';
    case 'exempt':
      return family === 'remedies' ? 'statement' : 'permission';
    case 'entitle':
      return addressee === 'authority' || addressee === 'court' ? allowed(stated, family, words) : 'right';
    case 'empower':
      return 'power';
    case 'allow':
      return allowed(stated, family, words);
    case 'define':
      return 'definition';
    case 'disapply':
      return family === 'standards' ? 'permission' : 'statement';
    case 'apply':
      // Two States that put their settlement of disputes over a chapter bind themselves to it.
      if (code === 'remedies.dispute-settlement') return 'obligation';
      if (MUTATIS.test(words) && (family === 'standards' || family === 'transfer')) return 'obligation';
      return code === 'transfer.exception' && SUBJECT_TO.test(words) ? 'permission' : 'statement';
    default:
      return 'statement';
  }
}

/** 'May' is a person's right, an authority's power, and everyone else's permission; authorities that may cooperate are permitted to. */
function allowed({ code, addressee, isTreaty }: Stated, family: string, words: string): Modality {
  if (family === 'cooperation' && code !== 'cooperation.authority') return 'permission';
  if (addressee === 'authority' || addressee === 'court') return 'power';
  if (addressee === 'state') return isTreaty ? 'permission' : 'power';
  if (code === 'standards.consent' && WITHDRAWAL.test(words)) return 'right';
  if (family !== 'remedies') return 'permission';
  return code === 'remedies.corrective' || code.endsWith('penalty') ? 'power' : 'right';
}

/** Listed under 'may', these are ways in which a transfer may be made, whosever permit the chapeau speaks of. */
const TRANSFER_GROUNDS: ReadonlySet<string> = new Set([
  'transfer.safeguards',
  'transfer.consent',
  'transfer.derogation',
]);

/** Points under a chapeau: grounds and exceptions permit, whatever verb introduces them. */
function inherited(act: Act, stated: Stated, family: string): Modality {
  const { leadText, code, lead } = stated;
  const isScope = family === 'jurisdiction' || code.endsWith('.exception') || family === 'remedies';
  if (act === 'disapply') return isScope ? 'statement' : 'permission';
  if (act === 'restrict' || act === 'exempt') return 'permission';
  if (act !== 'forbid' && /\bpowers\b/iu.test(leadText)) return 'power';
  if (act === 'punish' && (code === 'remedies.corrective' || code === 'remedies.administrative-penalty'))
    return 'power';
  if (act === 'allow' && TRANSFER_GROUNDS.has(code)) return 'permission';
  const isGround = GROUNDS.test(leadText) && ['transfer', 'standards', 'localization'].includes(family);
  if (isGround && (act === 'forbid' || act === 'oblige' || act === 'allow')) return 'permission';
  return fromAct(act, stated, family, lead);
}

/** What most rules of a code are, for units whose words show no act in a grammar that we have. Follows the codebook's own examples. */
const USUAL: Readonly<Record<string, Modality>> = {
  'transfer.general': 'obligation',
  'transfer.accountability': 'obligation',
  'transfer.onward': 'obligation',
  'transfer.authorisation': 'obligation',
  'transfer.free-flow': 'obligation',
  transfer: 'permission',
  'jurisdiction.blocking': 'prohibition',
  'jurisdiction.representative': 'obligation',
  jurisdiction: 'statement',
  'localization.ban': 'prohibition',
  'localization.exception': 'permission',
  localization: 'obligation',
  'remedies.corrective': 'power',
  'remedies.administrative-penalty': 'power',
  'remedies.criminal-penalty': 'statement',
  'remedies.dispute-settlement': 'statement',
  remedies: 'right',
  'cooperation.authority': 'statement',
  cooperation: 'obligation',
  standards: 'obligation',
};

function usual(code: string, family: string): Modality {
  return USUAL[code] ?? USUAL[family] ?? 'statement';
}
