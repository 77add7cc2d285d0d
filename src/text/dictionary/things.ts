/** What statutes speak of, and in what manner. Columns: en, zh, ja, ko, pt, es, fr, de. */
export const THINGS = `
law.,laws.,act.,legislat,statut ¦ 法律,本法,法规,法令 ¦ 法律,法令,この法 ¦ 법률,이 법,법령 ¦ lei.,leis.,legal,legisl ¦ ley.,leyes.,legal,legisl ¦ loi.,lois.,legal,legisl ¦ gesetz,recht
regulat,decree,rule.,rules.,by-law ¦ 行政法规,规定,办法,规则,條例 ¦ 政令,規則,省令 ¦ 대통령령,규정,규칙,고시 ¦ regul,decret,norma,regra ¦ reglam,decret,norma,regla ¦ reglem,decret,regle,norme ¦ verordn,regel,vorschrift,bestimmung
principle ¦ 原则,原則 ¦ 原則,理念 ¦ 원칙 ¦ princip ¦ princip ¦ princip ¦ grundsatz,grundsätz
right.,rights. ¦ 权利,权益,有权,權利 ¦ 権利 ¦ 권리 ¦ direito ¦ derecho ¦ droit ¦ rechte,anspruch
freedom,libert ¦ 自由 ¦ 自由 ¦ 자유 ¦ liberd ¦ libertad ¦ libert ¦ freiheit
interest ¦ 利益,权益 ¦ 利益 ¦ 이익 ¦ interess ¦ interes ¦ interet ¦ interess
legitim ¦ 正当,合法 ¦ 正当,適法 ¦ 정당,적법 ¦ legitim ¦ legitim ¦ legitim ¦ berechtig,legitim
lawful,legal. ¦ 合法,依法 ¦ 適正,合法 ¦ 적법,합법 ¦ licit,legalid ¦ licit,legalid ¦ licit,legal ¦ rechtmäss,rechtmäß
fair,honest,good.faith ¦ 诚信,公平,公正 ¦ 公正,信義 ¦ 공정,신의 ¦ leal,boa-fe,boa.fe,justo ¦ leal,buena.fe,justo ¦ loya,bonne.foi,equit ¦ treu,fair
transparen,clear,plain,intelligib ¦ 透明,清晰,易懂,显著,明确 ¦ 透明,明確,容易 ¦ 투명,명확,알기 쉬,쉽게 ¦ transparen,clar ¦ transparen,clar,sencill ¦ transparen,clair,simple,comprehens ¦ transparen,klar,verständ
purpose,aim.,objectiv ¦ 目的,宗旨 ¦ 目的 ¦ 목적 ¦ finalid,objetiv,fins. ¦ finalid,objetiv,fines.,objeto ¦ finalit,objectif,fins.,but. ¦ zweck,ziel
necess,need.,minimi,proportion,relevant,adequate ¦ 必要,最小,相关,所必需 ¦ 必要,最小限 ¦ 필요,최소 ¦ necess,minim,proporc,pertinen,adequa ¦ necesi,necesa,minim,proporc,pertinen,adecua ¦ necess,minim,proportion,pertinen,adequat ¦ notwend,erforder,minim,verhältnism,angemess
accura,quality,complet,inaccura ¦ 准确,质量,完整,不准确 ¦ 正確,品質,完全 ¦ 정확,완전,품질,최신 ¦ exat,qualid,complet,inexat,incorret ¦ exact,calidad,complet,inexact,veraz ¦ exact,qualit,complet,inexact ¦ richtig,qualität,vollständ,unrichtig
sensitiv,special.categor ¦ 敏感 ¦ 要配慮,センシティブ ¦ 민감 ¦ sensiv ¦ sensib ¦ sensib,categories.partic ¦ besonders.schützens,sensib
biometr,genetic,face,facial,fingerprint ¦ 生物识别,人脸,基因,生物特徵 ¦ 生体,顔,指紋,遺伝 ¦ 생체,유전,지문,얼굴 ¦ biometr,genetic,facia ¦ biometr,genetic,facia ¦ biometr,genet,facia ¦ biometr,genetis
image,photo,video,camera ¦ 图像,视频,摄像 ¦ 画像,映像,カメラ ¦ 영상,사진,카메라 ¦ imag,video,camer ¦ imag,video,camar ¦ image,video,camera ¦ bild,video,kamera
location,track ¦ 行踪,轨迹,位置 ¦ 位置 ¦ 위치 ¦ localiz,geoloc ¦ localiz,ubicac,geoloc ¦ localis,geoloc ¦ standort
number,identity.number ¦ 号码,编号,身份证 ¦ 番号,符号 ¦ 번호,주민등록 ¦ numer ¦ numer ¦ numer ¦ nummer
name.,address,contact ¦ 姓名,名称,联系方式,地址 ¦ 氏名,名称,住所,連絡先 ¦ 성명,명칭,주소,연락처 ¦ nome.,enderec,contat ¦ nombre.,domicil,direccion,contact ¦ nom.,adress,coordonn,contact ¦ name,adress,kontakt
information,data. ¦ 信息,数据,资料,資料 ¦ 情報,データ ¦ 정보,데이터 ¦ dado,informac ¦ dato,informac ¦ donnee,renseign,informat ¦ daten,information
file.,files.,database,filing,archiv,document ¦ 文件,档案,数据库,文档 ¦ 文書,ファイル,データベース,書面 ¦ 파일,문서,데이터베이스,서류 ¦ arquiv,banco,document,fich ¦ archiv,banco,base.de,document,fich ¦ fichier,archiv,base.de,document ¦ datei,archiv,datenbank,dokument,unterlag
list.,register. ¦ 清单,名单,目录 ¦ 名簿,一覧,台帳 ¦ 목록,명부,대장 ¦ lista,catalog,rol. ¦ lista,catalog,padron ¦ liste,repertoire,catalog ¦ liste,verzeich
form.,format,structured,machine-read,interoperab ¦ 格式,形式,可读,互操作 ¦ 形式,様式,方式 ¦ 형식,양식,서식 ¦ format,estrutur,interoper ¦ format,estructur,interoper ¦ format,structur,interoper ¦ format,struktur,interoper
writ,written,in.writing ¦ 书面,書面 ¦ 書面 ¦ 서면 ¦ escrit ¦ escrit ¦ ecrit ¦ schrift
oral,verbal ¦ 口头 ¦ 口頭 ¦ 구두,구술 ¦ oral,verbal ¦ oral,verbal ¦ oral,verbal ¦ mündlich
explicit,express.,expressly,separate ¦ 单独,明示,明确同意 ¦ 明示,あらかじめ ¦ 별도,명시적 ¦ express,destacad,especific ¦ expres,explicit ¦ expres,explicit,express ¦ ausdrück,gesondert
free.of,voluntar,freely ¦ 自愿,无偿 ¦ 任意,自由 ¦ 자유로운,자발 ¦ livre,volunt,gratuit ¦ libre,volunt,gratuit ¦ libre,volont,gratuit ¦ freiwill,kostenlos,unentgelt
time,period,deadlin,term. ¦ 期限,期间,时间,時間 ¦ 期間,期限,時期 ¦ 기간,기한,시기 ¦ prazo,period,tempo,duracao ¦ plazo,period,tiempo,duracion,termino ¦ delai,period,duree,temps ¦ frist,dauer,zeit,zeitraum
day.,days.,month,hour,year. ¦ 日内,个月,小时,工作日,年 ¦ 日以内,月,時間,年 ¦ 일 이내,개월,시간,년 ¦ dia.,dias.,mes.,meses.,hora,ano.,anos. ¦ dia.,dias.,mes.,meses.,hora,año,anos. ¦ jour,mois,heure,annee ¦ tag,monat,stund,jahr
immediate,prompt,delay,timely,forthwith ¦ 立即,及时,尽快 ¦ 直ちに,遅滞なく,速やかに ¦ 즉시,지체,신속 ¦ imediat,pront,demora,tempestiv ¦ inmediat,pront,demora,dilacion,oportun ¦ immediat,delai,prompt,retard ¦ unverzüg,sofort,umgehend
risk,threat,danger ¦ 风险,威胁,危险,風險 ¦ リスク,危険,おそれ ¦ 위험,우려,위협 ¦ risc,ameac,perig ¦ riesg,amenaz,peligr ¦ risque,menac,danger ¦ risik,gefahr,gefähr
impact,effect,consequen,influenc ¦ 影响,后果,影響 ¦ 影響,効果 ¦ 영향,결과 ¦ impact,efeito,consequen ¦ impact,efect,consecuen,repercus ¦ impact,effet,consequen,incidenc,repercus ¦ auswirk,folge,wirkung
measure,step.,steps. ¦ 措施 ¦ 措置,対策 ¦ 조치,대책 ¦ medida,providenc ¦ medida ¦ mesure ¦ massnahm,maßnahm
technical,technolog ¦ 技术,技術 ¦ 技術 ¦ 기술 ¦ tecnic,tecnolog ¦ tecnic,tecnolog ¦ techni,technolog ¦ techni
organisational,internal,administrativ ¦ 管理,内部,行政,组织 ¦ 組織的,内部,行政,管理 ¦ 관리,내부,행정 ¦ organizac,intern,administrativ ¦ organizativ,intern,administrativ ¦ organisation,intern,administratif ¦ organisator,intern,verwaltung
incident,emergenc,accident ¦ 事件,突发,紧急,应急 ¦ 事故,緊急,事態 ¦ 사고,긴급,비상 ¦ incident,emergenc,acident,urgen ¦ incident,emergenc,accident,urgen ¦ incident,urgen,accident ¦ vorfall,notfall,dringlich
standard,code.of.conduct,best.practice,criteri ¦ 标准,行为准则,规范,標準 ¦ 基準,規格,標準,指針 ¦ 기준,표준,규약 ¦ padr,boas.pratic,criteri,codig ¦ estandar,buenas.practic,criteri,codig ¦ norme,code.de,bonnes.pratiq,critere ¦ standard,norm,verhaltensk,kriteri
policy,polici,plan.,strateg,program ¦ 政策,方案,规划,计划,战略 ¦ 方針,計画,政策,施策 ¦ 정책,계획,방침,시책 ¦ politic,plano,estrateg,program ¦ politic,plan.,planes.,estrateg,program ¦ politiqu,plan.,strateg,program ¦ politik,plan.,strateg,programm
system,mechanism ¦ 体系,制度,机制,系统 ¦ 制度,体制,システム,仕組み ¦ 제도,체계,시스템 ¦ sistem,mecanism ¦ sistem,mecanism ¦ system,mecanism,dispositif ¦ system,mechanism
procedure,formalit ¦ 程序,手续,程序 ¦ 手続,方法 ¦ 절차,방법 ¦ procediment,tramit ¦ procedimient,tramit ¦ procedur,modalit ¦ verfahren,vorgehen
service,product,goods ¦ 服务,产品,商品,服務 ¦ 役務,商品,サービス ¦ 서비스,재화,용역 ¦ servic,produt,bens ¦ servici,product,bienes ¦ service,produit,bien. ¦ dienst,ware,produkt
device,equipment,software,facilit ¦ 设备,设施,软件 ¦ 機器,設備,端末,施設 ¦ 기기,설비,장치,시설 ¦ equipament,dispositiv,instalac ¦ equip,dispositiv,instalac ¦ equipement,appareil,installation,logiciel ¦ gerät,einricht,anlage,software
budget,fund.,funds.,revenue,resource,propert,asset ¦ 经费,财产,收入,资金 ¦ 予算,財産,資産,経費 ¦ 예산,재산,경비,기금 ¦ orcament,receita,recurs,patrimon,fundo ¦ presupuest,ingres,recurs,patrimon,fondo ¦ budget,recette,ressourc,patrimoin,fonds ¦ budget,haushalt,mittel,vermög
salary,remunerat,allowanc ¦ 薪酬,报酬,津贴 ¦ 報酬,給与 ¦ 보수,수당 ¦ remunera,salari,subsid ¦ remunera,salari,sueld ¦ remunera,traitement,indemnit ¦ lohn,entschäd,besold
independ,autonom,impartial ¦ 独立,獨立 ¦ 独立 ¦ 독립,자율 ¦ independ,autonom,imparcial ¦ independ,autonom,imparcial ¦ independ,autonom,impartial ¦ unabhäng,selbständ
function,task,power.,powers.,competenc,duties.of ¦ 职责,职权,权限,职能 ¦ 事務,権限,職務,所掌 ¦ 직무,권한,업무,소관 ¦ funcao,funcoes,atribui,compet,poderes ¦ funcion,atribuc,compet,facultad,poderes ¦ fonction,attribut,compet,mission,tache,pouvoir ¦ aufgabe,befugnis,zuständig,funktion
meeting,quorum,session,agenda ¦ 会议 ¦ 会議,議事 ¦ 회의,의사 ¦ reuni,sess,quorum ¦ reuni,sesion,quorum ¦ reuni,seance,quorum ¦ sitzung,quorum
term.of.office,tenure ¦ 任期 ¦ 任期 ¦ 임기 ¦ mandato ¦ mandato,periodo.de ¦ mandat ¦ amtsdauer,amtszeit
serious,grave,significant,gravity ¦ 严重,重大,情节 ¦ 重大,著しい ¦ 중대,심각 ¦ grave,gravid,seri ¦ grave,gravedad,seri ¦ grave,gravit,serieu ¦ schwer,schwerwieg,erheblich
intention,neglig,fault ¦ 过错,故意,过失 ¦ 故意,過失 ¦ 고의,과실 ¦ culpa,dolo,neglig,inten ¦ culpa,dolo,neglig,inten ¦ faute,neglig,inten ¦ vorsätz,fahrläss,verschuld
liab ¦ 责任,承担 ¦ 責任,責めに任 ¦ 책임,배상책임 ¦ responsabil,respond ¦ responsabil,respond ¦ responsabil ¦ haft
dignit,honor,reputat,personality ¦ 人格,尊严,名誉 ¦ 人格,名誉 ¦ 존엄,인격,명예 ¦ dignid,honra,reputac,personalid ¦ dignid,honor,reputac,personalid ¦ dignit,honneur,reputat,personnalit ¦ würde,ehre,persönlich
life.,vital,physical,bodily,safety.of ¦ 生命,人身,财产安全 ¦ 生命,身体 ¦ 생명,신체 ¦ vida.,vital,fisic,incolumid ¦ vida.,vital,fisic ¦ vie.,vital,physiq ¦ leben,körper,lebenswicht
national.security,public.security,defen,sovereign ¦ 国家安全,公共安全,国防,主权 ¦ 安全保障,公安,防衛 ¦ 국가안전,공공의 안전,국방,안보 ¦ defesa,seguranca.nacional,soberan ¦ defensa,seguridad.nacional,soberan ¦ defense,securite.nationale,souverain ¦ landesverteid,innere.sicherh,souverän
public.interest,public.order ¦ 公共利益,社会公共 ¦ 公益,公共の ¦ 공익,공공의 이익 ¦ interesse.public,ordem.public ¦ interes.public,orden.public ¦ interet.public,ordre.public ¦ öffentliches.inter
statistic,histor ¦ 统计,历史,統計 ¦ 統計 ¦ 통계,기록보존 ¦ estatist,histor ¦ estadist,histor ¦ statist,histor ¦ statist,histor
democra,constitution ¦ 宪法 ¦ 憲法,民主 ¦ 헌법,민주 ¦ democra,constituci ¦ democra,constituc ¦ democrat,constitution ¦ demokrat,verfassung
development,econom,innovat ¦ 发展,经济,创新 ¦ 発展,経済,産業 ¦ 발전,경제,산업 ¦ desenvolviment,econom,inova ¦ desarroll,econom,innova ¦ developp,econom,innova ¦ entwick,wirtschaft,innovat
scope ¦ 范围,範圍 ¦ 範囲 ¦ 범위 ¦ ambito,alcance,escopo ¦ ambito,alcance ¦ champ,portee ¦ geltungsber,umfang
exception,derogat ¦ 例外,除外,另有规定 ¦ 例外,除く,この限りでない ¦ 예외,특례,그러하지 아니 ¦ excec,excet,salvo,derrog ¦ excep,salvo ¦ except,derog,sauf ¦ ausnahm
condition,term.of,circumstance ¦ 条件,情形,情况 ¦ 条件,場合,事情 ¦ 조건,경우,사정 ¦ condic,hipotes,circunst ¦ condic,supuest,circunst ¦ condition,circonst,cas. ¦ bedingung,voraussetz,umständ
method,manner,means. ¦ 方式,方法 ¦ 方法,手段 ¦ 방법,수단 ¦ metod,modo,forma.,meio ¦ metod,modo,forma.,medio ¦ methode,maniere,moyen ¦ methode,weise,art.und
reason,ground,basis,justif ¦ 理由,依据,原因 ¦ 理由,根拠 ¦ 사유,근거,이유 ¦ motiv,fundament,justific,base.legal,razao ¦ motiv,fundament,justific,base,razon,causa ¦ motif,fondement,justif,raison,base. ¦ grund,gründ,rechtfert
content,detail,particular ¦ 内容,事项,事項 ¦ 内容,事項 ¦ 내용,사항 ¦ conteud,pormenor,detalh ¦ contenid,detalle,pormenor ¦ contenu,detail,element ¦ inhalt,angaben
categor,type.,types.,kind. ¦ 种类,类型,分类,類別 ¦ 種類,区分,項目 ¦ 종류,항목,유형 ¦ categor,tipo,especi ¦ categor,tipo,clase ¦ categor,type,sorte ¦ kategor,art.,arten
amount,turnover,million ¦ 金额,万元,营业额 ¦ 額,万円,億円 ¦ 금액,매출액,만원 ¦ valor,faturament,milho,montant ¦ monto,importe,cuant,volumen,factur ¦ montant,chiffre,million ¦ betrag,franken,umsatz
discriminat,equal ¦ 歧视,差别,平等 ¦ 差別,平等 ¦ 차별,평등 ¦ discrimin,igual ¦ discrimin,igual ¦ discrimin,egal ¦ diskrimin,gleich
treaty,convention,agreement ¦ 条约,协定,條約 ¦ 条約,協定 ¦ 조약,협정 ¦ tratad,acord,convenc,convenio ¦ tratad,acuerd,convenc,convenio ¦ traite.,accord,convention ¦ staatsvertrag,abkommen,übereinkommen
portab ¦ 可携带,转移的途径 ¦ ポータビリティ ¦ 전송요구,이동 ¦ portabil ¦ portabil ¦ portabil ¦ übertragbark,datenherausgabe
transition,existing,before.the ¦ 过渡,施行前 ¦ 経過措置,附則 ¦ 경과조치,부칙 ¦ transi,existent,anterior ¦ transi,existent,anterior ¦ transitoir,existant,anterieur ¦ übergang,bestehend
platform,large ¦ 平台,巨大,大型 ¦ プラットフォーム,大規模 ¦ 플랫폼,대규모 ¦ plataform,larga.escala ¦ plataform,gran.escala ¦ plateform,grande.echelle ¦ plattform,umfangreich
critical,infrastruct,essential ¦ 关键,重要,基础设施 ¦ 重要,基盤 ¦ 중요,기반 ¦ critic,infraestrut,essenci ¦ critic,infraestruct,esencial ¦ critiqu,infrastruct,essentiel ¦ kritisch,infrastrukt,wesentlich
`;
