import type { Addressee } from '../../../model/index.js';

/** Words that name an actor whatever the law calls it, per language; earlier rows win where two match at one place. */
export const ACTOR_WORDS: Readonly<Record<string, readonly (readonly [Addressee, string])[]>> = {
  en: [
    ['processor', '\\b(?:data )?processors?\\b|\\bdata intermediar(?:y|ies)\\b|\\bcontractors?\\b'],
    [
      'controller',
      '\\b(?:data )?(?:controllers?|fiduciar(?:y|ies)|handlers?|users? of personal data|exporters?|holders?)\\b|\\bcovered (?:persons?|entit(?:y|ies))\\b|\\borgani[sz]ations?\\b|\\bbusiness(?:es)?\\b|\\bundertakings?\\b|\\benterprises?\\b',
    ],
    [
      'provider',
      '\\b(?:service |access |platform )?(?:providers?|suppliers?|operators?)\\b|\\bintermediar(?:y|ies)\\b|\\bcarriers?\\b',
    ],
    ['court', '\\b(?:courts?|tribunals?|judges?|magistrates?)\\b'],
    [
      'authority',
      '\\b(?:(?:supervisory|competent|national|public|data protection|regulatory|central|lead|administrative)? ?(?:authorit(?:y|ies)|regulators?)|commission(?:er)?s?|ministers?|ministry|secretary|governor|attorney general|ombudsman|agenc(?:y|ies)|board|committee|office of the \\w+|director|inspectors?|president)\\b',
    ],
    ['state', '\\b(?:part(?:y|ies)|member states?|states?|governments?|union)\\b'],
    [
      'individual',
      '\\b(?:data (?:subjects?|principals?)|individuals?|consumers?|natural persons?|child(?:ren)?|parents?|complainants?|customers?|subscribers?|users?|everyone|citizens?|any person|(?:a|every|each) person|persons?)\\b',
    ],
  ],
  pt: [
    ['processor', '\\boperador(?:es)?\\b'],
    [
      'controller',
      '\\bcontrolador(?:es)?\\b|\\bagentes? de tratamento\\b|\\bempresas?\\b|\\bresponsáve(?:l|is) pelo tratamento\\b',
    ],
    ['provider', '\\b(?:prestador|fornecedor|provedor)(?:es)?\\b'],
    ['court', '\\bju[íi]z(?:es)?\\b|\\btribuna(?:l|is)\\b|\\bpoder judiciário\\b'],
    [
      'authority',
      '\\bautoridades?\\b|\\banpd\\b|\\bconselho\\b|\\bministério\\b|\\bórgãos? (?:público|competente)s?\\b',
    ],
    ['state', '\\bunião\\b|\\bestados?\\b|\\bpartes?\\b|\\bpoder público\\b|\\bórgãos?\\b'],
    [
      'individual',
      '\\btitular(?:es)?\\b|\\bpessoas? (?:natural|naturais|físicas?)\\b|\\bcrianças?\\b|\\bconsumidor(?:es)?\\b',
    ],
  ],
  es: [
    ['processor', '\\bencargados?\\b'],
    [
      'controller',
      '\\bresponsables? (?:del|de) tratamiento\\b|\\bresponsables?\\b|\\bempresas?\\b|\\bexportador(?:es)?\\b',
    ],
    ['provider', '\\b(?:proveedor|prestador)(?:es)?\\b|\\binstituciones financieras\\b'],
    ['court', '\\btribuna(?:l|les)\\b|\\bjuez|jueces\\b'],
    ['authority', '\\bautoridad(?:es)?\\b|\\bagencia\\b|\\bcomisión\\b|\\bregulador\\b|\\bsuperintendencia\\b'],
    ['state', '\\bpartes?\\b|\\bestados?\\b'],
    ['individual', '\\b(?:titular|interesado|consumidor|usuario)(?:es|s)?\\b|\\bpersonas? físicas?\\b'],
  ],
  fr: [
    ['processor', '\\bsous-traitants?\\b'],
    [
      'controller',
      '\\bresponsables? (?:du|de) traitement\\b|\\borganisations?\\b|\\bentreprises?\\b|\\bexportateurs?\\b',
    ],
    ['provider', '\\b(?:fournisseur|prestataire|opérateur)s?\\b'],
    ['court', '\\b(?:tribunal|tribunaux|juges?|cour|juridictions?)\\b'],
    [
      'authority',
      '\\bautorités?\\b|\\bcommissions?\\b|\\bcommissaire\\b|\\bministre\\b|\\bpréposé\\b|\\bconseil fédéral\\b|\\bgouverneur\\b',
    ],
    ['state', '\\bparties?\\b|\\bétats?\\b'],
    [
      'individual',
      '\\bpersonnes? (?:concernées?|physiques?)\\b|\\bindividus?\\b|\\bintéressés?\\b|\\bconsommateurs?\\b|\\bintéressée?s?\\b',
    ],
  ],
  de: [
    ['processor', '\\bauftragsverarbeiter[sn]?\\b|\\bauftragsbearbeiter\\w*'],
    ['controller', '\\bverantwortliche[rnm]?\\b|\\bunternehmen\\b|\\bprivate verantwortliche\\b'],
    ['provider', '\\b(?:anbieter|betreiber)[ns]?\\b'],
    ['court', '\\bgerichte?s?\\b'],
    [
      'authority',
      '\\b(?:aufsichts)?behörden?\\b|\\bkommission\\b|\\bbundesrat\\b|\\bedöb\\b|\\bbeauftragte[rn]?\\b|\\bbundesbeauftragte\\w*',
    ],
    ['state', '\\bvertragspartei(?:en)?\\b|\\b(?:mitglied)?staat(?:en)?\\b|\\bbund\\b'],
    [
      'individual',
      '\\bbetroffene[rnm]? person(?:en)?\\b|\\bbetroffene[rn]?\\b|\\bnatürliche[rn]? person(?:en)?\\b|\\bjede person\\b',
    ],
  ],
  zh: [
    ['processor', '受托(?:人|方)|受委托'],
    ['controller', '(?:个人信息|数据|重要数据)?处理者|运营者(?!以外)|网络运营者|出境方'],
    ['provider', '(?:服务)?提供者|平台'],
    ['court', '人民法院|法院'],
    ['authority', '(?:网信|主管|监管|有关|履行[^，。]{0,14}职责的|公安|国务院|上级)?(?:部门|机关|机构)|委员会'],
    ['state', '国家|各方|缔约方'],
    ['individual', '个人(?!信息)|自然人|消费者|任何组织、个人|监护人'],
  ],
  ja: [
    ['processor', '受託者|委託を受けた者'],
    [
      'controller',
      '(?:個人(?:関連)?|仮名加工|匿名加工)?情報取扱事業者(?:等)?|行政機関の長等|行政機関等|学術研究機関等|事業者',
    ],
    ['provider', '提供者|電気通信事業者'],
    ['court', '裁判所'],
    ['authority', '委員会|主務大臣|大臣|認定個人情報保護団体|委員長|委員'],
    ['state', '政府|国は|国及び|地方公共団体|締約国'],
    ['individual', '本人|何人も|個人(?!情報)'],
  ],
  ko: [
    ['processor', '수탁자'],
    ['controller', '개인정보처리자|정보통신서비스 제공자|기기운영자|개인정보취급자|공공기관(?:의 장)?'],
    ['provider', '제공자|사업자'],
    ['court', '법원'],
    ['authority', '(?:보호)?위원회|위원장|위원은|중앙행정기관|장관|전문기관|분쟁조정위원회'],
    ['state', '국가(?:와|는)|정부는|지방자치단체|당사국'],
    ['individual', '정보주체|누구든지|법정대리인|개인은|아동|침해받은 사람|원하는 자'],
  ],
  vi: [
    ['processor', '\\bbên xử lý(?: dữ liệu)?(?: cá nhân)?\\b'],
    [
      'controller',
      '\\bbên (?:kiểm soát(?: và xử lý)?|chuyển dữ liệu)(?: dữ liệu)?(?: cá nhân)?(?: ra nước ngoài)?\\b|\\bcơ quan, tổ chức, cá nhân\\b|\\bchủ quản hệ thống thông tin\\b',
    ],
    ['provider', '\\bdoanh nghiệp(?: trong nước| ngoài nước| và)*\\b|\\bnhà cung cấp\\b'],
    ['court', '\\btòa án\\b'],
    [
      'authority',
      '\\bbộ công an\\b|\\blực lượng chuyên trách\\b|\\bcơ quan (?:nhà nước |chuyên trách |có thẩm quyền)+|\\bcục an ninh mạng\\b|\\bbộ (?:thông tin|quốc phòng|khoa học)\\b|\\bthủ tướng chính phủ\\b',
    ],
    ['state', '\\bnhà nước\\b|\\bchính phủ\\b'],
    [
      'individual',
      '\\bchủ thể dữ liệu\\b|(?<!dữ liệu )(?<!tổ chức, )\\bcá nhân\\b|\\bcông dân\\b|\\bcha, mẹ\\b|\\btrẻ em\\b',
    ],
  ],
  id: [
    ['processor', '\\bprosesor data pribadi\\b'],
    ['controller', '\\bpengendali data pribadi\\b|\\bpelaku usaha\\b|\\bkorporasi\\b|\\bbadan publik\\b'],
    [
      'provider',
      '\\bpenyelenggara sis ?tem elektronik(?: lingkup (?:publik|privat))?\\b|\\bpenyelenggara sertifikasi\\b|\\bpenyedia\\b',
    ],
    ['court', '\\bpengadilan\\b|\\bhakim\\b'],
    ['authority', '\\blembaga\\b|\\bmenteri\\b|\\bkementerian\\b|\\bkomisi\\b|\\binstansi\\b'],
    ['state', '\\bpemerintah\\b|\\bpara pihak\\b'],
    [
      'individual',
      '\\bsubjek data(?: pribadi)?\\b|\\bpemilik data pribadi\\b|\\bsetiap orang\\b|\\borang perseorangan\\b|\\bmasyarakat\\b',
    ],
  ],
  tr: [
    ['processor', 'veri\\s?işleyen(?:ler)?(?:\\s?tarafından|\\s?kişiler)?(?![iae]|den|de\\b)'],
    ['controller', 'veri\\s?sorumlu(?:su|ları)(?:nca)?(?!n[ıiu]n|nd?a|nı)|veri\\s?sorumlusunun'],
    ['court', 'mahkeme(?:si|leri)?(?!\\p{L})'],
    [
      'authority',
      '(?<!\\p{L})kurul(?:ca|un)?(?:\\s?tarafından)?(?!\\p{L})|kurumu?(?!\\p{L}| ve kuruluş)|başkanlık(?!\\p{L})|bakanlık',
    ],
    ['state', '(?<!\\p{L})devlet(?!\\p{L})|taraflar(?!ınd|ca)'],
    ['provider', '(?:hizmet|yer|erişim) sağlayıcı(?:lar)?'],
    ['individual', 'ilgili\\s?kişi(?:ler)?(?!n|ye|si|l)|herkes(?!in)|ihlal\\s?edilenlerin|gerçek kişiler(?!in)'],
  ],
  th: [
    ['processor', 'ผู้ประมวลผลข้อมูลส่วนบุคคล'],
    ['controller', 'ผู้ควบคุมข้อมูลส่วนบุคคล'],
    ['provider', 'ผู้ให้บริการ'],
    ['court', 'ศาล(?!ปกครองเพื่อ)'],
    ['state', 'คณะรัฐมนตรี|หน่วยงานของรัฐ'],
    ['authority', 'คณะกรรมการ(?:ผู้เชี่ยวชาญ)?|สำนักงาน|เลขาธิการ|พนักงานเจ้าหน้าที่|รัฐมนตรี'],
    ['individual', 'เจ้าของข้อมูล(?:ส่วนบุคคล)?|ผู้เสียหาย|ผู้เยาว์'],
  ],
  ar: [
    ['processor', 'جهة المعالجة|المعالج(?!ة)'],
    ['controller', 'جه(?:ة|ات) التحكم|(?:ال|لل)متحكم'],
    ['court', '(?:ال|لل)محكمة'],
    ['authority', '(?:ال|لل)جهة المختصة|(?:ال|لل)مكتب|(?:ال|لل)هيئة|النيابة العامة|الوزير|لجنة'],
    ['state', '(?<!خارج )(?<!في )(?<!داخل )(?<!بمصالح )(?:المملكة|الدولة)|(?:ال|لل)جهة العامة'],
    ['individual', '(?:ل|ال)?صاحب(?:ها)? البيانات(?: الشخصية)?|كل من|لمن لحقه|(?<!حماية )الفرد'],
  ],
};
