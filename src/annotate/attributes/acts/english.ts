import type { ActGrammar } from './act.js';

const MODAL = '(?:shall|must|may|should|can|will)';
/** Up to a few words that may stand between a modal and its verb: 'shall, where possible, endeavour'. */
const ASIDE = '(?:,[^,;.]{1,120},)?\\s+(?:\\w+ly\\s+)?';

/** How English statutes and agreements state rules. */
export const english: ActGrammar = {
  verb: 'first',
  soft: 'endeavou?rs?\\b|\\bshould\\b|\\brecogni[sz](?:e|es|ing)\\b|\\bencourag(?:e|es|ing)\\b|\\b(?:may|can) (?:also )?(?:co-?operat|include)|\\bco-?operative [\\w\\s]{0,40}may\\b|\\baffirms?\\b|\\backnowledges?\\b|\\bpromot(?:e|es|ing)\\b(?=[^.]*\\bself-regulation)|\\bconsider(?:s)?\\b(?= (?:the )?(?:importance|ways))|\\bnote the (?:importance|value)',
  subordinator:
    '\\b(?:that|which|who|whom|whose|where|when|whenever|if|unless|whether|until|before|after|once|while|because|as though|whoever|the extent|insofar|provided that)\\b',
  patterns: [
    [
      'define',
      '["“”‘’\'»«][^"“”‘’\']{2,80}["”’\']\\)?,?(?:[^.;:]{0,80}?)\\s(?:means?|shall mean|includes?|refers? to|has the (?:same )?meaning|is defined)\\b',
    ],
    [
      'define',
      '\\bfollowing (?:definitions?|terms) (?:shall )?(?:apply|have)|\\bdefinitions in this \\w+ apply|\\bterms? [^.;]{0,60}\\bmeans?\\b',
    ],
    [
      'exempt',
      `\\b(?:shall|may|must|does|do|is|are) not (?:be )?(?:required|obliged|necessary|obligatory|compelled|prevent|preclude|construed (?:to|as) (?:require|prevent|preclud|oblig))`,
    ],
    [
      'exempt',
      '\\b(?:need not|shall be exempt|is exempt|are exempt|(?:is|are) not required|shall not restrict a|shall not constitute a (?:violation|breach|contravention)|no (?:specific )?authori[sz]ation (?:shall|is)|without requiring any)\\b',
    ],
    [
      'exempt',
      '\\bnothing (?:contained )?in (?:this|the|paragraph)[^.:;]{0,160}?(?:construed|prevent|preclude|require|oblige|interpreted)',
    ],
    [
      'disapply',
      '\\b(?:shall|does|do|will) not (?:\\w+ )?(?:apply|extend)\\b|\\bshall (?:apply to none|cease to apply)\\b',
    ],
    [
      'apply',
      '\\bnothing [^.:;]{0,80}?shall (?:restrict|affect|derogate|limit)|\\b(?:shall|does|do) not (?:affect|prejudice|reduce)\\b|\\b(?:is|are|be) without prejudice|\\bshall remain (?:in force|valid|unaffected)|\\bshall prevail\\b|\\bsubject to the (?:competence|jurisdiction)|\\btakes? effect\\b|\\b(?:is|are|be) (?:solely )?competent\\b',
    ],
    ['deem', '\\bpart(?:y|ies) (?:\\w+ )?(?:recogni[sz]e|affirm|acknowledge|confirm|reaffirm|note)s?\\b'],
    [
      'deem',
      '\\bshall (?:no longer |not |be no longer )?be (?:deemed|considered|presumed|regarded|treated as|null|void|invalid|of no effect)|\\bis (?:deemed|presumed|only valid|valid)\\b|\\bmay be (?:deemed|considered to be)\\b|\\bcannot be binding\\b',
    ],
    [
      'punish',
      `\\b(?:commits? an? (?:\\w+ )?offence|(?:is|are|be) (?:guilty|liable)\\b|held liable\\b|shall be (?:punish|fined|imprisoned|sentenced)|punishment for|subject to an? (?:injunction|fine|term)\\b)`,
    ],
    [
      'forbid',
      `\\b${MODAL}${ASIDE}not\\b(?! only)|\\bcannot\\b|\\bmay only not\\b|\\bshall (?:be )?neither\\b|\\b${MODAL} (?:[\\w ]{0,40}?)under no circumstances|\\bmay no longer\\b`,
    ],
    ['forbid', `\\b(?:neither|no|none of the) (?:[\\w'’-]+,? ){1,7}?(?:shall|may|can)\\b(?! be required)`],
    [
      'forbid',
      '\\b(?:is|are|be|hereby) (?:prohibited|forbidden|unlawful|barred)\\b|\\bshall prohibit\\b|\\bno [^.;]{1,60}? (?:proceedings|action|suit) lies?\\b|\\bthe (?:only|exclusive) (?:judicial )?remed(?:y|ies)\\b',
    ],
    [
      'restrict',
      `\\bmay\\b[^.;:]{0,160}?\\bonly\\b(?: (?:if|where|when|after|with|on|in|for|to|by|upon|under))?|\\bonly (?:if|where|on condition)\\b|\\bshall (?:be (?:carried out|lawful|processed|permitted|accredited|transferred)|take place|occur)\\b[^.;:]{0,80}?\\bonly\\b|\\bonly [^.;]{2,80}? may\\b|\\bmay not\\b[^.;:]{0,160}?\\bunless\\b`,
    ],
    [
      'entitle',
      '\\b(?:have|has|having|enjoys?|given|retains?) (?:the|a|an)? ?(?:\\w+ ){0,2}?rights?\\b(?: to| of| not|,)|\\b(?:is|are|be) entitled\\b|\\bmay (?:also )?(?:\\w+ly )?(?:lodge|file|bring|complain|appeal|apply to the|apply for|seek|claim|institute|commence|recover|withdraw|move to|request|challenge|in a civil action)\\b|\\bsubject to (?:judicial )?review\\b|\\beither have the right\\b',
    ],
    [
      'empower',
      '\\bshall have (?:all of )?(?:the )?(?:following )?(?:[\\w, ]{0,40})?powers?\\b|\\b(?:has|have) (?:the )?(?:\\w+ )?powers? to\\b|\\b(?:is|are|be) (?:hereby )?empowered\\b|\\bfollowing (?:\\w+ )?powers\\b',
    ],
    [
      'oblige',
      `\\b(?:shall|must)\\b|\\b(?:is|are|be) (?:required|obliged|obligated|bound) to\\b|\\b(?:has|have) (?:a|the) (?:duty|obligation|responsibility)\\b|\\bundertakes? to\\b|\\bagrees? to\\b|\\b(?:is|are) responsible for\\b|\\bshould\\b|\\b(?:is|are) required\\b|\\b(?:is|are) to be\\b`,
    ],
    ['allow', '\\b(?:may|can)\\b|\\b(?:is|are) (?:permitted|authori[sz]ed|allowed|lawful|free) to\\b|\\bability to\\b'],
    [
      'apply',
      '(?<!\\bto )\\b(?:applies|apply|extends? to)\\b|\\b(?:is|are|there is) (?:hereby )?(?:established|created|set up)\\b',
    ],
  ],
};
