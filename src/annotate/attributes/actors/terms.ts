import type { Addressee, Instrument } from '../../../model/index.js';
import { ownText } from '../../../text/provisions.js';

/** A term that the law itself defines as an actor. */
export interface DefinedActor {
  readonly term: string;
  readonly addressee: Addressee;
}

/** How definitions of actors begin and go on: the term in quotes or before a colon, then its meaning. */
const QUOTED =
  /["“„«‘'「『]\s?(?:the )?([^"”“»’'」』]{2,60})["”»’'」』](?:[^.;:]{0,60}?)(?:\bmeans\b|\bshall mean\b|\bincludes\b|\bhas the meaning|désigne|significa|是指|とは|란|이란|\s(?:ist|bezeichnet)\b)\s*(.{10,700})/isu;
const COLON = /^\s*(?:[\divxl]+[.)°]|\([\p{L}\d]+\))?\s*([\p{L}][\p{L} \-–'’]{2,50}):\s(.{10,700})/isu;
/** Chinese laws name their terms after 所称 or before 是指, without quotes. */
const BARE_CHINESE = /(?:^|[。；\n(（)）\d]|所称)\s*([\p{Script=Han}]{2,14})[，,]?是指(.{6,300})/su;

/** What makes an actor a controller, a processor and so on, whatever it is called; the first row that fits decides. */
const ROLES: readonly (readonly [Addressee, RegExp])[] = [
  [
    'individual',
    /\b(?:individual|natural person|person)s? (?:to whom|who is the subject|whose|about whom)|titular\b|persona física a quien|pessoa natural a quem|personne (?:physique )?(?:dont|à laquelle|concernée)|natural person who is a \w+ resident|betroffene Person|식별되는 사람|よって識別される特定の個人/iu,
  ],
  [
    'processor',
    /\bon behalf of (?:an?other|the|a|an)\b|\ben nombre (?:del|de)\b|\bpor cuenta (?:del|de)\b|\bem nome d[oa]\b|\bpour le compte\b|\bim Auftrag\b|接受[^，。]{0,20}委托|委託を受け|위탁받/iu,
  ],
  [
    'controller',
    /\bdetermin\w+ (?:the )?(?:\w+ )?(?:purposes?|means)|\bpurposes? and (?:the )?means\b|\bcompete[m]? as decisões|\bdecid\w+ sobre\b|\bdétermine\w*\b|\bentscheidet\b|自主决定|事業の用に供し|처리하는 (?:공공기관|자)|업무를 목적으로|\bobtains or controls personal|controls? the (?:collection|processing)/iu,
  ],
  ['court', /\b(?:court|tribunal)\b(?! or)|法院|裁判所|법원/iu],
  [
    'authority',
    /\b(?:authority|board|commission|commissioner|agency|ministry|minister|regulator|body|office) (?:established|designated|appointed|responsible|charged|in charge|referred)|\bindependent public authority|\bautoridad(?:e)? |órgão da administração|\bautorité\b|主管部门|委员会|委員会|위원회/iu,
  ],
  [
    'provider',
    /\b(?:provides?|supplies|offers?|supplying|providing)\b[^.;]{0,60}\bservices?\b|服务的(?:组织|企业)|を提供する者/iu,
  ],
  ['state', /\b(?:State|country|Party) (?:for|in|that|which) /u],
];

const MOST_DEFINITION = 800;
/** Terms of ordinary language that a definition only narrows name no actor of one kind. */
const TOO_WIDE =
  /^(?:person|user|third party|recipient|data|personal data|information|processing|law|state|court|act)$/iu;

const kept = new WeakMap<Instrument, readonly DefinedActor[]>();

/** The actors that the instrument defines, longest term first; empty where it defines none in a way that we read. */
export function definedActors(instrument: Instrument): readonly DefinedActor[] {
  const known = kept.get(instrument);
  if (known !== undefined) return known;
  const out = new Map<string, Addressee>();
  for (const provision of instrument.provisions) {
    if (provision.ownSpans.length === 0 || provision.status !== 'in-force') continue;
    const text = ownText(instrument, provision).slice(0, MOST_DEFINITION);
    const match = QUOTED.exec(text) ?? BARE_CHINESE.exec(text) ?? (isListed(provision.kind) ? COLON.exec(text) : null);
    const term = match?.[1]?.trim().toLowerCase();
    const role = match === null ? undefined : ROLES.find(([, words]) => words.test(match[2] ?? ''))?.[0];
    if (term !== undefined && role !== undefined && !TOO_WIDE.test(term) && isActorName(term) && !out.has(term))
      out.set(term, role);
  }
  const actors = [...out]
    .map(([term, addressee]) => ({ term, addressee }))
    .sort((a, b) => b.term.length - a.term.length || (a.term < b.term ? -1 : 1));
  kept.set(instrument, actors);
  return actors;
}

const isListed = (kind: string): boolean =>
  ['point', 'paragraph', 'subparagraph', 'item', 'definition', 'clause', 'indent'].includes(kind);

/** Definitions of things (data, consent, transfer) name people in their words too; the term itself must sound like someone. */
function isActorName(term: string): boolean {
  return (
    /(?:er|or|ers|ors|ary|aries|ant|person|persons|subject|principal|organi[sz]ation|business|authority|board|commission|commissioner|agency|body|entity|court|party|minister|individual|consumer|child|holder|intermediary|company|titular|encarregado|operador|controlador|responsable|autoridad|autoridade|anpd|behörde|verantwortliche\w*|betroffene\w*)$/iu.test(
      term,
    ) ||
    /(?:者|人|主体|方|部门|机构|机关|委员会|委員会|事業者|機関|本人|처리자|주체|기관|위원회|수탁자|위탁자)$/u.test(term)
  );
}
