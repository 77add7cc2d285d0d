/**
 * The field's terms in the languages of the corpus: one row a concept, one pattern a language (en, zh, ja, ko, pt, es).
 * A law's words become language-neutral features through it: `adequacy` is seen in 充分, 十分性, 적정성 and `adequado` alike.
 * Patterns are our own reading of the statutes' vocabulary; they are matched without accents, in lower case.
 */
const TABLE = String.raw`
personal-data ¦ personal (data|information) ¦ 个人信息|个人数据 ¦ 個人情報|個人データ ¦ 개인정보 ¦ dados? pessoa(l|is) ¦ datos? personal(es)?
person ¦ data (subject|principal)s?|consumers?\b ¦ 个人(?!信息|数据) ¦ 本人 ¦ 정보주체 ¦ titular(es)? ¦ titular(es)?|interesado
controller ¦ controllers?\b|fiduciar(y|ies)|handlers?\b ¦ 个人信息处理者|数据处理者 ¦ 個人情報取扱事業者|取扱事業者 ¦ 개인정보처리자 ¦ controlador(es)?|agentes? de tratamento ¦ responsables? del tratamiento
processor ¦ processors?\b ¦ 受托人|受托方|委托处理|委托 ¦ 委託 ¦ 수탁자|위탁 ¦ operador(es)? ¦ encargados? del tratamiento
joint ¦ joint(ly)?\b ¦ 共同 ¦ 共同 ¦ 공동 ¦ solidari|conjunt ¦ conjunt|corresponsable
authority ¦ supervisory authorit|commissioner|\bboard\b|\bcommission\b|\bagency\b ¦ 个人信息保护职责的部门|网信部门|主管部门|监督管理 ¦ 個人情報保護委員会|委員会 ¦ 보호위원회|위원회 ¦ autoridade nacional|anpd|orgao competente ¦ autoridad
public-body ¦ public (authorit|bod|sector)|government|\bstate and any of its ¦ 国家机关|公共事务职能 ¦ 行政機関|国の機関|地方公共団体|独立行政法人 ¦ 공공기관|국가기관 ¦ poder publico|administracao publica|pessoas juridicas de direito publico ¦ organismos? public|administracion publica
consent ¦ consent ¦ 同意 ¦ 同意 ¦ 동의 ¦ consent ¦ consent
withdraw ¦ withdraw ¦ 撤回 ¦ 撤回 ¦ 철회 ¦ revoga ¦ revoca|retira
separate-consent ¦ explicit(ly)? consent|separate(ly)? consent|written consent ¦ 单独同意|书面同意 ¦ 書面 ¦ 별도로?.{0,4}동의 ¦ especifica e destacada|forma especifica ¦ consentimiento explicito
child ¦ child|minor\b|parental|guardian ¦ 未成年|监护人|十四周岁 ¦ 未成年|法定代理人 ¦ 아동|법정대리인|14세 ¦ crianca|adolescente|responsavel legal ¦ nin[oa]s?\b|menores
sensitive ¦ special categor|sensitive|racial|religious ¦ 敏感 ¦ 要配慮|機微 ¦ 민감정보|고유식별 ¦ sensive(l|is)|racial|religios ¦ sensibles?|categorias especiales
health ¦ health|genetic|biometric|medical ¦ 医疗健康|生物识别|卫生 ¦ 病歴|身体|医療|公衆衛生 ¦ 건강|유전|생체 ¦ saude|genetic|biometric ¦ salud|genetic|biometric
criminal-record ¦ criminal (conviction|record|offence)|convictions ¦ 犯罪记录|刑事 ¦ 犯罪の経歴 ¦ 범죄경력 ¦ infracoes penais|investigacao e repressao ¦ condenas|antecedentes penales
anonymous ¦ anonymi|pseudonym|de-?identif ¦ 匿名|去标识 ¦ 匿名加工|仮名加工 ¦ 익명|가명 ¦ anonimiz|pseudonimiz ¦ anonimiz|seudonimiz
purpose ¦ purposes? (of|for|limitation)|specified.{0,20}purpose|compatible ¦ 目的 ¦ 利用目的 ¦ 목적 ¦ finalidade ¦ fines? (determinad|del tratamiento)|finalidad
minimise ¦ minimi[sz]|limited to what|not excessive|adequate, relevant ¦ 最小范围|最小|过度收集 ¦ 必要な範囲 ¦ 최소한 ¦ necessidade|minimo necessario|nao excessiv ¦ minimizacion|excesiv
accuracy ¦ accura|kept up to date|complete(ness)?\b ¦ 准确|完整|质量 ¦ 正確 ¦ 정확 ¦ exat|qualidade|atualiz ¦ exact|actualiz
retention ¦ storage period|retain|retention|no longer (necessary|than)|stored for ¦ 保存期限|保存 ¦ 保存期間|遅滞なく消去 ¦ 보유기간|보존 ¦ termino do tratamento|conserva ¦ conserva
transparency ¦ transparen|concise|plain language|intelligible ¦ 透明|公开处理|清晰易懂|显著方式 ¦ 公表|知り得る状態 ¦ 투명|공개 ¦ transparen|clar[ao]s?\b|ostensiva ¦ transparen|inteligible
lawful ¦ lawful|fair(ly|ness)?\b|legal basis|good faith ¦ 合法|正当|诚信 ¦ 適正|不正の手段 ¦ 적법|정당 ¦ licit|boa-fe|hipoteses ¦ licit|leal
principles ¦ principles?\b ¦ 原则 ¦ 基本理念|原則 ¦ 원칙 ¦ principios? ¦ principios?
legitimate-interest ¦ legitimate interest|legitimate use ¦ 合理的范围|合法权益 ¦ 正当な利益 ¦ 정당한 이익 ¦ legitimo interesse|interesses? legitim ¦ interes(es)? legitim
contract-need ¦ performance of a contract|party to a contract|contractual ¦ 订立、?履行|作为一方当事人的合同 ¦ 契約 ¦ 계약 ¦ execucao de contrato|contrato ¦ ejecucion de un contrato|contrato
legal-duty ¦ legal obligation|compliance with any (law|judgment)|required by law ¦ 法定职责|法定义务|法律、行政法规规定 ¦ 法令に基づく ¦ 법률에 특별한 규정|법령상 의무 ¦ obrigacao legal|obrigacao regulatoria ¦ obligacion legal
vital ¦ vital interests?|emergency|epidemic|disaster|life ¦ 突发公共卫生|紧急情况|生命健康 ¦ 生命、?身体|人の生命 ¦ 급박한|생명 ¦ vida ou da incolumidade|incolumidade ¦ intereses vitales|emergencia
public-interest ¦ public interest|public policy ¦ 公共利益 ¦ 公共の利益|公益 ¦ 공익|공공의 이익 ¦ interesse publico|politicas publicas ¦ interes publico|politica publica
journalism ¦ journalis|artistic|literary|freedom of expression ¦ 新闻报道|舆论监督 ¦ 報道|著述|学術研究機関 ¦ 언론|취재 ¦ jornalistic|artistic|liberdade de expressao ¦ periodistic|artistic|libertad de expresion
research ¦ research|statistic|archiv|historical ¦ 统计|档案|科学研究 ¦ 学術研究|統計 ¦ 연구|통계|기록보존 ¦ pesquisa|estudos?|estatistic|arquiv ¦ investigacion (cientifica|historica)|estadistic
inform ¦ information to be provided|shall (inform|provide)|notice ¦ 告知 ¦ 通知し|通知又は公表 ¦ 알려야|고지 ¦ informad|informacoes sobre|informar ¦ informara|informacion que debera
access-right ¦ right of access|right to (access|obtain)|access to (the )?(personal|information about)|copy of the personal|summary of personal data ¦ 查阅|复制 ¦ 開示 ¦ 열람 ¦ acesso (facilitado|aos dados|a)|copia ¦ derecho de acceso
rectify ¦ rectif|correct(ion|ing)?\b|complet(e|ion) (of|and) ¦ 更正|补充 ¦ 訂正|追加 ¦ 정정 ¦ correcao|corrigir|incomplet ¦ rectific
erase ¦ eras(e|ure|ing)|delet|destroy|forgotten ¦ 删除 ¦ 消去|削除 ¦ 삭제|파기 ¦ eliminacao|eliminad|exclusao ¦ supresion|supri
restrict ¦ restriction of processing|block(ing)?\b|restrict(ion|ed) ¦ 停止处理|限制 ¦ 利用停止|利用の停止 ¦ 처리정지|제한 ¦ bloqueio|suspensao ¦ limitacion
portability ¦ portab|machine-readable|another (controller|supplier) ¦ 转移 ¦ 移転 ¦ 전송 ¦ portabilidade ¦ portabilidad
object ¦ right to object|object(s|ion)\b ¦ 拒绝 ¦ 停止を請求 ¦ 거부 ¦ opor-se|oposicao ¦ oposicion|oponerse
automated ¦ automated|profiling|algorithm ¦ 自动化决策 ¦ 自動 ¦ 자동화 ¦ automatizad|perfil ¦ automatizad|perfiles
marketing ¦ direct marketing|unsolicited|advertis ¦ 商业营销|信息推送 ¦ 広告 ¦ 홍보|마케팅 ¦ publicidade|marketing ¦ mercadotecnia|no solicitad
representative ¦ representative ¦ 指定代表|专门机构 ¦ 代理人 ¦ 국내대리인|대리인 ¦ representante|filial|sucursal ¦ representante
records ¦ records? of processing|maintain a record|documentation|register\b ¦ 记录 ¦ 記録 ¦ 기록 ¦ registro das operacoes|registro ¦ registro de las actividades|registro
security ¦ secur(ity|e)|safeguards? to prevent|technical and organi[sz]ational ¦ 安全 ¦ 安全管理 ¦ 안전 ¦ seguranca|medidas tecnicas ¦ seguridad|medidas tecnicas
encrypt ¦ encrypt|pseudonymi[sz]ation ¦ 加密 ¦ 暗号 ¦ 암호 ¦ criptograf|ininteligive ¦ cifrado|cript
breach ¦ breach|compromise|unauthori[sz]ed (access|disclosure) ¦ 泄露|篡改|丢失 ¦ 漏えい|滅失|毀損 ¦ 유출 ¦ incidente|acidenta|vazamento ¦ violacion de la seguridad|brecha
notify ¦ notif(y|ication|ied)|intimat ¦ 通知 ¦ 報告|通知 ¦ 통지|신고 ¦ comunicar|comunicacao ¦ notific
impact ¦ impact assessment|high risk|risk assessment ¦ 影响评估|风险评估|风险 ¦ 影響評価|リスク ¦ 영향평가|위험 ¦ relatorio de impacto|riscos? ¦ evaluacion de impacto|riesgos?
consult ¦ prior consultation|consult ¦ 征求意见 ¦ 意見を聴 ¦ 협의|의견 ¦ consulta ¦ consulta
officer ¦ data protection officer|data auditor|contact (point|details) ¦ 保护负责人|负责人 ¦ 責任者 ¦ 보호책임자 ¦ encarregado ¦ delegado de proteccion
conduct-code ¦ codes? of conduct|association|self-regulat|good practice ¦ 行业|行为规范 ¦ 認定個人情報保護団体|団体|指針 ¦ 자율규제|협회|지침 ¦ boas praticas|regras de|governanca ¦ codigos? de conducta|autorregul
certification ¦ certif|\bseals?\b|accredit|\baudit ¦ 认证|审计 ¦ 認定|監査 ¦ 인증|감사 ¦ certifica|selos?|auditoria ¦ certific|sello|auditor
transfer ¦ transfer|cross-border|outside (the territory|india|the union) ¦ 出境|境外|跨境 ¦ 外国にある第三者|外国 ¦ 국외|이전 ¦ transferencia internacional|transferencia ¦ transferencia|transfronteriz
foreign-country ¦ third countr|foreign countr|other countr|international organi[sz]ation|territory outside ¦ 国家或者地区|国家和地区|国际组织 ¦ 外国|国際機関 ¦ 외국|국제기구 ¦ paises|organismos? internaciona|pais estrangeiro ¦ terceros? paises|tercer pais|organizacion internacional
adequacy ¦ adequa(cy|te level)|equivalent|comparable standard|adequate protection ¦ 充分|本法规定的个人信息保护标准|同等 ¦ 同等の水準|十分 ¦ 적정|동등 ¦ adequado|grau de protecao ¦ adecua|nivel.{0,20}proteccion
standard-contract ¦ standard (contract|data protection) clause|appropriate safeguards|contractual clause ¦ 标准合同 ¦ 契約条項 ¦ 표준계약|안전조치 ¦ clausulas ¦ clausulas|garantias adecuadas
bcr ¦ binding corporate|group of undertakings|enterprise group ¦ 集团 ¦ 企業集団|グループ ¦ 기업집단 ¦ normas corporativas ¦ normas corporativas
security-assessment ¦ security assessment|prior authori[sz]ation|approval ¦ 安全评估|批准 ¦ 許可|承認 ¦ 승인|심사 ¦ autorizacao ¦ autorizacion
localization ¦ computing facilit|located? in (the|its) territory|use or locate|within the territory ¦ 存储在境内|境内存储|关键信息基础设施 ¦ 国内に設置|コンピュータ関連設備 ¦ 국내에 (저장|보관)|국외 이전 제한 ¦ localizacao|instalacoes ¦ instalaciones informaticas|ubica
foreign-court ¦ third country (court|tribunal)|foreign (court|authorit|government|law enforcement)|judgment of a court ¦ 司法或者执法|外国司法 ¦ 外国.{0,8}(裁判所|当局) ¦ 외국.{0,6}(법원|기관) ¦ cooperacao juridica|orgaos publicos de inteligencia ¦ tribunal extranjero
cooperation ¦ cooperat|mutual assistance|exchange of information|joint operation ¦ 国际交流|合作|互认|协助 ¦ 協力|国際的 ¦ 협력|국제협력 ¦ cooperacao ¦ coopera|asistencia mutua
treaty ¦ international agreement|treat(y|ies)|convention ¦ 国际条约|条约|协定 ¦ 条約 ¦ 조약|국제협정 ¦ tratado|acordo internaciona|compromisso ¦ tratado|convenio|acuerdo internacional
independent ¦ independen ¦ 独立 ¦ 独立 ¦ 독립 ¦ autonomia|independen ¦ independen
members ¦ members? of the (board|supervisory|commission)|appoint|term of office|chairperson ¦ 任命|成员 ¦ 委員長|委員(?!会)|任期 ¦ 위원장|임기|위원(?!회) ¦ mandato|conselho diretor|nomead|membros ¦ miembros?|nombra|mandato
tasks ¦ tasks\b|functions of|powers? and functions|duties of the ¦ 职责 ¦ 所掌事務|任務 ¦ 심의|의결|업무 ¦ compete a|competencias?|atribuicoes ¦ funciones|competencias?
powers ¦ powers\b|may order|direct(ions?)?\b ¦ 可以采取下列措施|措施 ¦ 命令|勧告|指導 ¦ 시정조치|권고|명령 ¦ determinar|podera ¦ poderes|ordenar
correct-order ¦ warn|reprimand|order the|suspen|cease|remedial ¦ 责令|改正|警告|暂停|终止提供服务 ¦ 命令|勧告|是正 ¦ 시정|과징금 ¦ advertencia|suspensao|proibicao ¦ advertencia|apercib|suspen
investigate ¦ investigat|inspect|inquir|search ¦ 调查|检查|询问|查封|扣押 ¦ 立入検査|報告.{0,6}求め|質問 ¦ 조사|검사|자료제출 ¦ fiscaliz|audit|investiga ¦ investiga|inspeccion
complaint ¦ complain|grievance|petition ¦ 投诉|举报 ¦ 苦情 ¦ 민원|침해신고|분쟁조정|불만 ¦ peticao|peticionar|reclamac|denuncia ¦ reclamacion|queja
court ¦ court|judicial|tribunal|appeal ¦ 人民法院|诉讼|起诉 ¦ 裁判|訴え ¦ 법원|소송|소를 ¦ juizo|judicia|tribuna ¦ tribunal|judicial|recurso
compensate ¦ compensat|damages?\b|liab(le|ility) ¦ 赔偿|损害|侵权责任 ¦ 損害 ¦ 손해배상|손해 ¦ reparar|danos?|ressarci|responsabilidade ¦ indemniz|danos?|responsabilidad
burden ¦ burden|proves?\b|not responsible|exempt from liab ¦ 不能证明|举证|没有过错 ¦ 立証 ¦ 고의 또는 과실|입증 ¦ onus da prova|nao serao responsabilizados|provarem ¦ carga de la prueba|demuestr
collective ¦ represent(ation)? of (data subjects|persons)|not-for-profit|class action|collective ¦ 人民检察院|消费者组织|众多个人 ¦ 団体訴訟 ¦ 단체소송|집단 ¦ coletiv|individual ou coletivamente ¦ colectiv|sin animo de lucro
fine ¦ fines?\b|monetary penalt|pecuniary ¦ 罚款 ¦ 罰金|過料 ¦ 과태료|과징금|벌금 ¦ multa ¦ multa
sanction ¦ penalt|sanction ¦ 处罚|违法所得|信用档案 ¦ 罰則|処する ¦ 벌칙|처벌 ¦ sanc(ao|oes)|penalidade ¦ sancion|penal
crime ¦ offence|crimin|imprison ¦ 犯罪|刑事责任|治安管理 ¦ 懲役|拘禁刑|罪 ¦ 징역|범죄 ¦ crime|penal|penais ¦ delito|penal|prision
turnover ¦ turnover|undertaking ¦ 营业额 ¦ 売上 ¦ 매출액 ¦ faturamento ¦ volumen de negocios
deceased ¦ deceased|death|nominate ¦ 死亡|死者|近亲属 ¦ 死者 ¦ 사망 ¦ falecid|morte ¦ fallecid|muerte
employment ¦ employ(ment|ee|er)|worker|labour ¦ 人力资源|劳动 ¦ 従業者|雇用 ¦ 근로|취급자|임직원 ¦ trabalh|emprega ¦ emplead|laboral|trabajador
id-number ¦ identification number|identifiers? of general ¦ 身份识别 ¦ 個人識別符号|番号 ¦ 주민등록번호 ¦ identificador ¦ numero nacional de identificacion
religion ¦ church|religious (association|bod|communit) ¦ 宗教 ¦ 宗教 ¦ 종교 ¦ igreja|religios ¦ iglesia|religios
secrecy ¦ confidential|secre(cy|t) ¦ 保密|秘密|隐私 ¦ 秘密 ¦ 비밀 ¦ sigilo|segredo|confidencial ¦ secreto|confidencial
made-public ¦ publicly (available|accessible)|made public|manifestly ¦ 已经合法公开|自行公开|公开其处理 ¦ 公開 ¦ 공개된 ¦ tornados? manifestamente|acesso e publico|publicamente ¦ manifiestamente public|accesibles? al public
camera ¦ video|image|surveillance|cctv ¦ 图像采集|公共场所 ¦ 撮影 ¦ 영상정보|촬영 ¦ imagem|video ¦ videovigilancia|imagen
commence ¦ enter into force|come into force|commencement|shall apply from ¦ 施行 ¦ 施行 ¦ 시행 ¦ entra em vigor|vigor ¦ entrara en vigor|entrada en vigor
repeal ¦ repeal|amend(ment|ed)?\b|references to ¦ 废止 ¦ 改正|廃止 ¦ 폐지|개정 ¦ revog|alterad|passa a vigorar ¦ deroga|modific
delegated ¦ delegated act|implementing act|make rules|prescribe|committee procedure ¦ 制定(具体规则|标准|办法)|规则、?标准 ¦ 政令|規則で定める ¦ 대통령령 ¦ regulament|normas complementares ¦ reglament|actos delegados
review ¦ evaluation|annual report|activity report|submit a report|periodic(al)? review ¦ 年度|评价|定期 ¦ 見直し|国会に報告|検討 ¦ 연차보고|보고서 ¦ relatorios? (anual|de gestao)|avaliar|periodic ¦ informe anual|evaluacion
definitions ¦ means\b|definitions? ¦ 本法所称|下列用语的含义|是指 ¦ 「[^」]{1,20}」とは|いう。 ¦ 정의|말한다 ¦ considera-se|para os fins ¦ se entendera|significa|definiciones
scope ¦ this (act|regulation|directive|law|chapter) (applies|shall (not )?apply)|scope|not apply ¦ 适用本法|不适用本法 ¦ 適用しない|適用範囲|適用する ¦ 적용한다|적용하지 ¦ esta lei (nao )?se aplica|aplica-se ¦ ambito de aplicacion|se aplica|no se aplica
object-purpose ¦ objectives?\b|subject-matter|protects? fundamental|an act to ¦ 为了保护|制定本法 ¦ 目的とする ¦ 목적으로 한다 ¦ objetivo de|fundamentos|direitos fundamentais ¦ objeto|derechos fundamentales
territory ¦ territor|establish(ed|ment)\b|within the union|regardless of ¦ 境内 ¦ 国内 ¦ 국내 ¦ territorio nacional|territorio ¦ territorio|establecimiento
offer-goods ¦ offer(ing)?.{0,20}(goods|services)|monitoring.{0,20}behaviou ¦ 提供产品或者服务|分析、评估 ¦ 物品又は役務 ¦ 재화 또는 서비스|재화나 용역 ¦ oferta ou o fornecimento|bens ou servicos ¦ oferta de bienes|bienes o servicios
natural-person ¦ natural person ¦ 自然人 ¦ 個人(?!情報|データ) ¦ 살아 있는 개인 ¦ pessoas? natura(l|is) ¦ personas? fisicas?|personas? naturales?
household ¦ household|domestic (purpose|activit)|purely personal ¦ 家庭事务 ¦ 家庭 ¦ 사적|친목 ¦ exclusivamente particulares ¦ domestic
state-security ¦ national security|public security|defence|essential security|sovereignty ¦ 国家安全 ¦ 国の安全 ¦ 국가안전보장|국가안보 ¦ seguranca (publica|do estado)|defesa nacional ¦ seguridad (nacional|publica|esencial)|defensa
platform ¦ platform|gatekeeper|significant data fiduciary|large number of ¦ 平台|用户数量巨大 ¦ プラットフォーム ¦ 플랫폼 ¦ plataforma ¦ plataforma
small-firm ¦ small|start-?up|micro ¦ 小型|人工智能 ¦ 小規模 ¦ 소상공인 ¦ microempresa|pequeno porte|startups? ¦ microempresa|pequena
reciprocity ¦ reciproc|counter-?measure|discriminat ¦ 对等|歧视性|禁止、限制 ¦ 相互 ¦ 상호주의 ¦ reciproc|discriminat ¦ reciproc|discriminat
free-charge ¦ free of charge|excessive|reasonable fee|unfounded ¦ 收费|免费 ¦ 手数料 ¦ 수수료 ¦ gratuit|facilitad ¦ gratuit
deadline ¦ undue delay|within (one|\d+|a) ?(month|hour|day)|period ¦ 及时|期限|日内|工作日 ¦ 遅滞なく|以内 ¦ 지체 없이|이내 ¦ imediat|prazo ¦ sin demora|plazo
proportion ¦ proportionat|nature, gravity|aggravating|dissuasive ¦ 情节严重 ¦ 斟酌 ¦ 고려하여 ¦ gravidade|proporcional|atenua ¦ proporcion|gravedad|disuasori
by-design ¦ by design|by default ¦ 内部管理制度|操作规程|分类管理 ¦ 措置を講 ¦ 내부 관리계획 ¦ desde a fase de concepcao|padroes ¦ desde el diseno|por defecto
training ¦ training|awareness ¦ 教育和培训|宣传教育 ¦ 研修|教育|啓発 ¦ 교육|홍보 ¦ educativ|capacita|conhecimento ¦ formacion|sensibilizacion
merger ¦ merger|acqui(sition|re)|successor ¦ 合并|分立|解散|破产 ¦ 合併|事業の承継 ¦ 영업.{0,4}양도|합병 ¦ fusao|incorporacao ¦ fusion
third-party ¦ third part(y|ies)|recipients?|disclos ¦ 提供其处理|接收方|第三方 ¦ 第三者提供|第三者 ¦ 제3자|제공받는 자 ¦ compartilha|terceiros?|uso compartilhado ¦ terceros?|destinatario
party-state ¦ each party|neither party|the parties ¦ 各缔约方|缔约 ¦ 締約国 ¦ 당사국 ¦ cada parte ¦ cada parte|ninguna parte|las partes
ecommerce ¦ electronic (commerce|transaction|transmission)|digital (trade|product) ¦ 电子商务|电子交易 ¦ 電子商取引 ¦ 전자상거래 ¦ comercio eletronico ¦ comercio electronico|productos? digital
e-signature ¦ electronic signature|authentication ¦ 电子签名|电子认证 ¦ 電子署名 ¦ 전자서명 ¦ assinatura eletronica ¦ firma electronica|autenticacion
customs-duty ¦ customs dut|paperless ¦ 关税|无纸 ¦ 関税|貿易文書 ¦ 관세 ¦ direitos aduaneiros ¦ aduaner|sin papel
free-flow ¦ free (flow|movement)|flow of information|unnecessary barriers ¦ 自由流动|数据流动 ¦ 自由な流通 ¦ 자유로운 이동 ¦ livre (fluxo|circulacao) ¦ libre (flujo|circulacion)|flujo
`;

/** Concept id, then its patterns in the order en, zh, ja, ko, pt, es. The row number is the feature number. */
export const CONCEPTS: readonly (readonly string[])[] = TABLE.trim()
  .split('\n')
  .map((row) => row.split(' ¦ '));
