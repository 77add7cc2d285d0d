import type { ActGrammar } from './act.js';

/** Unicode-aware word edges: `\b` knows no accents. */
const B = '(?<![\\p{L}])';
const E = '(?![\\p{L}])';
const w = (words: string): string => `${B}(?:${words})${E}`;

/** How Portuguese statutes state rules; their future tense commands. */
export const portuguese: ActGrammar = {
  verb: 'first',
  soft: `${w('envidar[ãa]o esforços|procurar[áã]o?|buscar[áã]o?|dever(?:ia|iam)|reconhecem|reconhece|incentivar[áã]o?|promover[ãa]o|estimular[áã]o?|estimulará|encorajar[áã]o?|afirmam')}`,
  subordinator: w('que|quando|onde|se|caso|cujo|cuja|cujos|cujas|quem|enquanto|desde que|salvo'),
  patterns: [
    ['define', `${w('considera-se|consideram-se|entende-se por|significa')}(?!\\s+(?:nul|inválid))`],
    [
      'deem',
      w(
        '(?:será|serão|é|são|poderão ser|poderá ser)(?: igualmente| também)?(?: não)? (?:considerad[oa]s?|nul[oa]s?|presumid[oa]s?)|não serão considerad[oa]s|serão nulas|será nulo|(?:só )?não serão responsabilizados|respondem?',
      ),
    ],
    ['deem', w('partes? (?:reconhecem?|afirmam?|confirmam?)')],
    [
      'exempt',
      w(
        'fica(?:m)? dispensad[oa]s?|é dispensad[ao]|não (?:é|será) (?:necessári[oa]|exigid[oa])|não depende|independe(?:rá)?|sem fornecimento de consentimento',
      ),
    ],
    ['disapply', w('não se aplicam?|não se aplicará|não se aplicarão')],
    [
      'forbid',
      w(
        'é vedad[oa]|são vedad[oa]s|fica(?:m)? vedad[oa]s?|não (?:poderá|poderão|pode|podem|deverá|deverão|deve|devem)|é proibid[oa]|ficam? proibid[oa]s?|nenhum[a]? \\p{L}+ poderá',
      ),
    ],
    [
      'restrict',
      w(
        '(?:somente|apenas|só) (?:é|são|será|serão|poderá|poderão|pode|podem)|(?:é|são) permitid[oa]s? (?:somente|apenas)|(?:poderá|poderão)[^.;:]{0,60}(?:somente|apenas)|dependerá de',
      ),
    ],
    [
      'entitle',
      w(
        't[eê]m direito|terá direito|terão direito|o direito (?:de|a|à)|direitos? a que se refere|(?:pode|poderá|podem)(?: ser)? (?:revogad[oa]|exercid[oa]s?|pleitear|peticionar|requerer)|direito a obter',
      ),
    ],
    ['empower', w('compete (?:à|ao)')],
    ['punish', w('fica(?:m)? sujeit[oa]s?')],
    [
      'oblige',
      w(
        'dever[áã]o?|devem?|obriga-se|obrigam-se|é obrigad[oa]|são obrigad[oa]s|cabe (?:ao|à)|incumbe|é responsável por|fica criad[oa]',
      ),
    ],
    ['allow', w('poder[áã]o?|podem?|é facultad[oa]|é permitid[oa]|são permitid[oa]s|fica(?:m)? autorizad[oa]s?')],
    ['apply', w('aplica-se|aplicam-se|aplicar-se-á|é assegurad[oa]')],
    ['oblige', `${B}(?!segundo)\\p{L}{2,}(?:ará|erá|irá|arão|erão|irão|orá|orão)${E}|${w('será|serão')}`],
  ],
};

/** How Spanish statutes and agreements state rules; their future tense commands. */
export const spanish: ActGrammar = {
  verb: 'first',
  soft: w(
    'procurar[áa]n?|se esforzar[áa]n?|har[áa]n? (?:todo )?lo posible|har[áa]n? esfuerzos|deber[íi]an?|reconocen|reconoce|reconociendo|alentar[áa]n?|fomentar[áa]n?|promover[áa]n?|estimular[áa]n?|afirman|podr[áa]n? cooperar|tratar[áa]n? de',
  ),
  subordinator: w('que|cuando|donde|si|cuyo|cuya|cuyos|cuyas|quien|quienes|mientras|siempre que|salvo'),
  patterns: [
    ['define', w('se entender[áa]n? por|se entiende por|significa|se define')],
    ['deem', w('partes? (?:reconocen?|afirman?|confirman?|toman nota)')],
    [
      'exempt',
      w(
        'no (?:estar[áa]n?|est[áa]n?) obligad[oa]s?|no (?:ser[áa]|es) necesari[oa]|no se requerir[áa]|ninguna disposici[óo]n de[^.:;]{0,80}se interpretar[áa]|nada (?:de lo dispuesto )?en [^.:;]{0,80}(?:impedir[áa]|se interpretar[áa])',
      ),
    ],
    ['disapply', w('no (?:ser[áa]n? aplicables?|se aplicar[áa]n?|se aplican?|estar[áa]n? sujet[oa]s?)')],
    ['apply', w('no (?:afectar[áa]n?|menoscabar[áa]n?|prejuzgar[áa]n?|limitar[áa]n?)')],
    ['deem', w('se considerar[áa]n?|se presumir[áa]n?|ser[áa]n? nul[oa]s?|ser[áa]n? responsables de')],
    [
      'forbid',
      w(
        'ninguna? (?:de las )?partes?[^.;:]{0,20}|no (?:se )?\\p{L}{3,}(?:ará|erá|irá|arán|erán|irán)|no (?:podr[áa]n?|puede[n]?|deber[áa]n?|debe[n]?|adoptar[áa]n?|exigir[áa]n?|restringir[áa]n?|impedir[áa]n?)|queda(?:n)? prohibid[oa]s?|se prohíbe[n]?|está prohibid[oa]|ni [^.;:]{1,40} podr[áa]',
      ),
    ],
    [
      'restrict',
      w(
        '(?:s[óo]lo|solamente|[úu]nicamente) (?:podr[áa]n?|puede[n]?|ser[áa]n?|se)|(?:podr[áa]n?|puede[n]?)[^.;:]{0,60}(?:s[óo]lo|solamente|[úu]nicamente)',
      ),
    ],
    [
      'entitle',
      w(
        '(?:tendr[áa]n?|tiene[n]?|gozar[áa]n? del?) (?:el )?derecho|podr[áa]n? (?:presentar|reclamar|interponer|solicitar|revocar)',
      ),
    ],
    ['empower', w('tendr[áa]n? (?:la )?(?:facultad|atribuci[óo]n|potestad)(?:es)?|estar[áa]n? facultad[oa]s?')],
    ['oblige', w('deber(?:[áa]n?|[íi]an?)|debe[n]?|est[áa]n? obligad[oa]s?|se obligan?|se comprometen?|corresponde')],
    ['allow', w('podr[áa]n?|puede[n]?|est[áa]n? autorizad[oa]s?')],
    ['apply', w('se aplica[n]?|se aplicar[áa]n?|es aplicable|son aplicables|se crea|se establece')],
    ['oblige', `${B}\\p{L}{2,}(?:ará|erá|irá|arán|erán|irán)${E}`],
  ],
};

/** How French statutes state rules; their present tense commands, so that only the marked forms are told apart. */
export const french: ActGrammar = {
  verb: 'first',
  soft: w(
    "s['’]efforce(?:nt)?|veillent à encourager|devrai(?:t|ent)|reconnaiss(?:ent|ant)|reconnaît|encouragent?|encourage|peuvent coopérer|affirment",
  ),
  subordinator: w('qui|que|dont|lorsque|lorsqu|où|si|quand|sauf|lequel|laquelle|lesquels|lesquelles'),
  patterns: [
    [
      'define',
      `[«"“][^»"”]{2,80}[»"”],?\\s*:|${w("on entend par|désigne(?:nt)?(?! (?:par écrit|un représentant|un délégué|une ou plusieurs|l['’]))|s[’']entend")}`,
    ],
    [
      'exempt',
      w(
        "n['’](?:est|est pas|a|ont) (?:pas )?(?:tenue?s?|obligée?s?|besoin)|n['’]est pas (?:requise?|nécessaire|tenue?)|ne sont pas (?:tenue?s|requise?s)|est dispensée?|aucune disposition [^.:;]{0,80}(?:interprétée|empêche)",
      ),
    ],
    ['disapply', w("ne s['’]applique(?:nt)? pas|n['’]est pas applicable|ne sont pas applicables")],
    ['deem', w('(?:est|sont) (?:réputée?s?|considérée?s?|présumée?s?|nulle?s?)')],
    ['punish', w('est (?:puni|passible)e?|sont (?:punis|passibles)|commet une infraction')],
    [
      'restrict',
      w(
        "ne (?:peut|peuvent|doit|doivent)[^.;:]{0,80}(?:que|qu)|(?:peut|peuvent) [^.;:]{0,60}(?:uniquement|seulement)|n['’]est (?:licite|valable|autorisée?) que|ne sont [^.;:]{0,30}que",
      ),
    ],
    [
      'forbid',
      w(
        'ne (?:peut|peuvent|doit|doivent)|il est interdit|(?:est|sont) interdite?s?|aucune? [^.;:]{1,40}ne|est prohibée?',
      ),
    ],
    [
      'entitle',
      w(
        "(?:a|ont|dispose|disposent|jouit|jouissent) (?:le |du |d['’]un )?droit|peut (?:introduire|former|déposer|retirer|demander réparation)",
      ),
    ],
    ['empower', w('dispose(?:nt)? (?:de tous les|des) pouvoirs|est habilitée?|sont habilitée?s')],
    [
      'oblige',
      w(
        "doit|doivent|(?:est|sont) tenue?s?|veille(?:nt)?|est obligatoire|s['’]engage(?:nt)?|met en œuvre|mettent en œuvre|il incombe",
      ),
    ],
    ['allow', w('peut|peuvent|il est permis|est autorisée?|sont autorisée?s')],
    [
      'apply',
      w(
        "s['’]applique(?:nt)?|est (?:créée?|instituée?)|(?:est|sont) sans préjudice|demeure(?:nt)? (?:valables?|en vigueur)",
      ),
    ],
    // The present tense commands: verbs of duty, and what 'is done'.
    [
      'oblige',
      w(
        "prévoi(?:t|ent)|tien(?:t|nent) compte|tien(?:t|nent) (?:un|à)|s['’]abstien(?:t|nent)|exerce(?:nt)?|informe(?:nt)?|adopte(?:nt)?|notifie(?:nt)?|révoque(?:nt)?|délivre(?:nt)?|communique(?:nt)?|fourni(?:t|ssent)|pren(?:d|nent)|établi(?:t|ssent)|coopère(?:nt)?|facilite(?:nt)?|examine(?:nt)?|publie(?:nt)?|contribue(?:nt)?|désigne(?:nt)?|sui(?:t|vent)|traite(?:nt)?|demeure(?:nt)? libres?|évalue(?:nt)?|protège(?:nt)?",
      ),
    ],
    ['oblige', `${B}(?:est|sont) (?:\\p{L}+ment )?\\p{L}{3,}(?:ée?s?|ise?s?)${E}`],
  ],
};

/** How German statutes state rules. The verb may end the clause, so the first modal decides. */
export const german: ActGrammar = {
  verb: 'first',
  soft: w(
    'bemüht sich|bemühen sich|sollen?|sollte[n]?|anerkennen|erkennen an|fördern|fördert|ermutigen|ermutigt|können zusammenarbeiten',
  ),
  subordinator: w('dass|wenn|sofern|soweit|falls|die|der|das|den|dem|deren|dessen|bevor|nachdem|ob|welche[rsnm]?'),
  patterns: [
    [
      'define',
      `${w('bezeichnet|bedeutet|gilt als|im Sinne dieses Gesetzes (?:ist|sind|bedeuten)')}|[„"][^“"]{2,60}[“"]\\s*(?:ist|sind|:)`,
    ],
    [
      'exempt',
      w(
        '(?:muss|müssen|brauch(?:t|en)) nicht|ist nicht (?:verpflichtet|erforderlich)|nicht erforderlich|bedarf keiner|entfällt',
      ),
    ],
    [
      'disapply',
      w(
        'gilt nicht|gelten nicht|findet keine Anwendung|finden keine Anwendung|(?:ist|sind) nicht anwendbar|nicht anzuwenden',
      ),
    ],
    [
      'punish',
      w(
        'wird mit [^.;]{3,80} bestraft|werden [^.;]{0,60} bestraft|wird [^.;]{0,80}(?:bestraft|gebüsst|gebüßt)|ordnungswidrig handelt|strafbar',
      ),
    ],
    ['restrict', w('(?:darf|dürfen|kann|können)[^.;:]{0,80}nur|nur (?:zulässig|rechtmäßig|bekannt gegeben|wenn|dann)')],
    [
      'forbid',
      w('(?:darf|dürfen)[^.;:]{0,120}(?:nicht|kein(?:e[rnms]?)?)|(?:ist|sind) (?:untersagt|verboten|unzulässig)'),
    ],
    [
      'entitle',
      w(
        '(?:hat|haben) das Recht|(?:hat|haben) (?:einen )?Anspruch|(?:ist|sind) berechtigt|kann [^.;:]{0,60}(?:Beschwerde|Klage|widerrufen|Auskunft)',
      ),
    ],
    ['empower', w('verfügt über (?:sämtliche |alle )?(?:folgende[n]? )?Befugnisse|(?:ist|sind) (?:befugt|ermächtigt)')],
    [
      'oblige',
      w(
        'muss|müssen|hat [^.;:]{0,120}? zu|haben [^.;:]{0,120}? zu|(?:ist|sind) verpflichtet|(?:ist|sind) [^.;:]{0,80}? zu \\p{L}+en|stellt [^.;:]{0,40}sicher|trifft|treffen|sorgt|sorgen',
      ),
    ],
    ['allow', w('kann|können|darf|dürfen|(?:ist|sind) zulässig')],
    ['apply', w('gilt|gelten|findet Anwendung|finden Anwendung|ist anwendbar')],
  ],
};
