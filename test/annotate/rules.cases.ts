import type { Addressee, Force, Modality } from '../../src/model/index.js';

/** A rule in statutory-style wording of our own, what introduces it and what the law defines, and how a lawyer reads it. */
export interface RuleCase {
  readonly language: string;
  readonly code: string;
  readonly expected: readonly [Modality, Force, Addressee];
  /** Words that introduce the rule as a list item; '' where it stands alone. */
  readonly lead: string;
  readonly text: string;
  readonly remark: string;
  readonly definitions: readonly string[];
  readonly kind: 'statute' | 'agreement';
}

/** language | code | modality force addressee | lead | text | remark | definition | agreement */
const TABLE = `
en | standards.security | obligation hard controller |  | A controller shall protect the records it holds. | shall
en | standards.security | obligation hard controller |  | A keeper that stores records abroad must encrypt them. | an actor that the law defines; relative clause with its own verb | “keeper” means a person who determines the purposes for which records are used;
en | standards.security | obligation hard processor |  | Records that a helper may read shall be kept apart by the helper. | the modal of a relative clause is not the rule; agent after by | “helper” means any person who handles records on behalf of another;
en | transfer.general | prohibition hard controller |  | No controller shall send records out of the State. | no … shall
en | transfer.general | obligation hard other |  | Records may be sent abroad only if this Part is complied with. | may … only if binds
en | transfer.derogation | permission hard controller | A controller may send records abroad only if: | the dispatch is needed to save a life; | grounds permit
en | transfer.derogation | permission hard other | Section 4 shall not apply where: | the records come from a public register; | exceptions of a prohibition permit
en | transfer.adequacy | power hard authority |  | The Minister may list countries whose law protects records well. | an authority that may has a power
en | remedies.complaint | right hard individual |  | A data subject may lodge a complaint with the Office. | a person that may complain has a right
en | remedies.judicial | right hard individual |  | Every person shall have the right to appeal to the High Court. | shall have the right is no duty
en | remedies.corrective | power hard authority | The Authority may: | order the controller to stop; | items of a power
en | remedies.criminal-penalty | statement hard individual |  | A person who sells records commits an offence. | offences state
en | jurisdiction.territorial | statement hard controller | This Act applies to: | controllers established in the Republic; | scope
en | concepts.actor | definition hard other |  | “Keeper” means whoever decides on records. | definition
en | transfer.free-flow | obligation hard state |  | Each Party shall allow covered persons to move information across its border. | treaty duty |  | agreement
en | transfer.free-flow | obligation soft state |  | The Parties shall endeavour to refrain from needless barriers to information. | endeavour is soft |  | agreement
en | cooperation.international | statement soft state |  | The Parties recognise the importance of working together on privacy. | recognition |  | agreement
en | localization.ban | prohibition hard state |  | Neither Party may require a covered person to place servers in its territory. | neither … may |  | agreement
en | transfer.exception | permission hard state |  | Nothing in this Chapter shall prevent a Party from protecting privacy. | nothing … shall prevent permits |  | agreement
en | standards.consent | permission hard controller |  | A controller is not required to seek consent twice. | is not required
en | standards.consent | statement hard other |  | Consent obtained by threats shall be void. | consequence, no duty
en | standards.security | obligation hard controller |  | Where a keeper may be identified, the keeper shall inform the Board. | modal in an opening clause | “keeper” means a person who determines the purposes for which records are used;
pt | standards.security | obligation hard controller |  | O controlador deverá guardar os registros com segurança. | deverá
pt | transfer.general | prohibition hard other |  | É vedado o envio de registros ao exterior. | é vedado
pt | transfer.derogation | permission hard individual | O envio somente é permitido nos seguintes casos: | quando servir para salvar a vida do titular; | hipóteses permitem
pt | remedies.corrective | power hard authority |  | A autoridade nacional poderá mandar parar o tratamento. | autoridade poderá
pt | remedies.complaint | right hard individual |  | O titular tem direito de reclamar à autoridade. | tem direito
es | transfer.free-flow | obligation hard state |  | Cada Parte permitirá el envío de información al exterior. | future commands |  | agreement
es | localization.ban | prohibition hard state |  | Ninguna Parte exigirá el uso de servidores en su territorio. | ninguna |  | agreement
es | cooperation.international | obligation soft state |  | Las Partes procurarán trabajar juntas. | procurarán is soft |  | agreement
es | remedies.complaint | right hard individual |  | El interesado podrá presentar una reclamación ante la autoridad. | podrá presentar
fr | standards.security | obligation hard controller |  | Le responsable du traitement doit chiffrer les fichiers. | doit
fr | transfer.general | prohibition hard other |  | Le fichier ne peut être envoyé à l’étranger. | ne peut
fr | remedies.corrective | power hard authority |  | L’autorité peut ordonner la fin du traitement. | autorité peut
de | standards.security | obligation hard controller |  | Der Verantwortliche muss die Akten verschlüsseln. | muss
de | transfer.general | prohibition hard other |  | Akten dürfen nicht ins Ausland gebracht werden. | dürfen nicht
de | remedies.corrective | power hard authority |  | Die Behörde kann die Löschung anordnen. | Behörde kann
zh | standards.security | obligation hard controller |  | 处理者应当加密其保存的档案。 | 应当
zh | transfer.general | prohibition hard controller |  | 未经批准，处理者不得向境外提供档案。 | 不得
zh | transfer.derogation | permission hard controller | 符合下列条件之一的，处理者可以向境外提供档案： | 为抢救生命所必需的； | grounds
zh | remedies.corrective | power hard authority |  | 主管部门可以约谈处理者。 | authority
zh | remedies.complaint | right hard individual |  | 个人有权向主管部门投诉。 | 有权
zh | standards.sensitive | obligation hard controller |  | 处理者可以保存的敏感档案，应当单独存放。 | relative 可以 before the rule
ja | standards.security | obligation hard controller |  | 事業者は、記録を暗号化しなければならない。 | なければならない
ja | transfer.general | prohibition hard controller |  | 事業者は、記録を外国に送つてはならない。 | てはならない
ja | standards.certification | obligation soft controller |  | 事業者は、認証を受けるよう努めなければならない。 | effort is soft
ja | remedies.corrective | power hard authority |  | 委員会は、事業者に停止を命ずることができる。 | power
ja | remedies.criminal-penalty | statement hard other |  | 記録を売つた者は、一年以下の拘禁刑に処する。 | penalty
ko | standards.security | obligation hard controller |  | 개인정보처리자는 기록을 암호화하여야 한다. | 하여야 한다
ko | transfer.general | prohibition hard controller |  | 개인정보처리자는 기록을 국외로 보내서는 아니 된다. | 아니 된다
ko | remedies.complaint | right hard individual |  | 정보주체는 위원회에 신고할 수 있다. | a person may report
ko | remedies.corrective | power hard authority |  | 위원회는 처리의 중지를 명할 수 있다. | power
es | standards.framework | obligation soft state |  | Reconociendo que sus leyes podrán diferir, cada Parte debería publicar sus reglas. | the conditional asks; what is recognised is no rule | | agreement
es | standards.certification | prohibition hard state |  | Una Parte no negará efectos a una firma por su forma. | a negated future forbids | | agreement
es | remedies.dispute-settlement | obligation hard other |  | El Capítulo de solución de controversias se aplicará a este Capítulo. | States bind themselves to settlement | | agreement
es | remedies.dispute-settlement | statement hard other |  | Las medidas vigentes no estarán sujetas a la solución de controversias. | a shelter from settlement states | | agreement
fr | standards.security | obligation hard controller |  | Le responsable du traitement informe le client de la perte. | the present commands
fr | cooperation.authority | obligation hard authority |  | L’autorité exerce ses missions sans instructions. | the present commands
fr | standards.sensitive | permission hard individual | Le premier alinéa ne s’applique pas si : | la personne concernée accepte ; | exceptions permit
fr | transfer.safeguards | permission hard other | Les garanties peuvent être données par : | un contrat écrit ; | a way in which a transfer may be made
vi | standards.security | obligation hard controller |  | Bên kiểm soát dữ liệu phải mã hóa mọi hồ sơ. | phải
vi | transfer.general | prohibition hard provider |  | Doanh nghiệp không được gửi hồ sơ khách hàng sang nước khác. | không được
vi | transfer.general | obligation hard other |  | Hồ sơ khách hàng chỉ được gửi sang nước khác nếu đủ điều kiện. | chỉ được binds
vi | remedies.complaint | right hard individual |  | Chủ thể dữ liệu có quyền khiếu nại lên thanh tra. | có quyền
vi | remedies.corrective | power hard authority |  | Bộ Công an quyết định yêu cầu ngừng gửi hồ sơ. | quyết định yêu cầu
vi | cooperation.international | obligation soft state |  | Nhà nước khuyến khích trao đổi kinh nghiệm với nước bạn. | encouragement is soft
id | standards.security | obligation hard controller |  | Pengendali Data Pribadi wajib mengunci semua arsip. | wajib
id | localization.storage | permission hard provider |  | Penyelenggara sistem elektronik dapat menaruh arsip di negeri tetangga. | dapat permits
id | transfer.general | prohibition hard controller |  | Pelaku usaha dilarang mengirim arsip ke negeri tetangga. | dilarang
id | remedies.compensation | right hard individual |  | Subjek data berhak meminta ganti rugi. | berhak
id | remedies.corrective | power hard authority | Lembaga berwenang: | menghentikan pengiriman arsip; | items of a power
id | remedies.criminal-penalty | statement hard individual |  | Setiap orang yang menjual arsip dipidana dengan kurungan. | offences state
tr | standards.security | obligation hard controller |  | Veri sorumlusu, kayıtları şifrelemek zorundadır. | zorundadır
tr | transfer.general | prohibition hard other |  | Kayıtlar izin olmadan ülke sınırı ötesine gönderilemez. | negative potential forbids
tr | transfer.general | permission hard controller |  | Kayıtlar, veri sorumluları tarafından komşu ülkeye gönderilebilir. | potential permits
tr | standards.security | obligation hard controller |  | Veri sorumlusu, kaybolan kayıtları hemen bildirir. | the aorist commands
tr | remedies.corrective | power hard authority |  | Kurul, gönderimin durdurulmasına karar verebilir. | an authority that may has a power
tr | remedies.judicial | right hard other |  | Bu cezaya karşı mahkemede dava açılabilir. | whoever is fined may sue
th | standards.security | obligation hard controller |  | ผู้ควบคุมข้อมูลส่วนบุคคลต้องเข้ารหัสแฟ้มทุกแฟ้ม | ต้อง
th | transfer.general | prohibition hard controller |  | ห้ามมิให้ผู้ควบคุมข้อมูลส่วนบุคคลส่งแฟ้มไปประเทศอื่น | ห้ามมิให้
th | transfer.consent | permission hard individual | ห้ามส่งแฟ้มไปประเทศอื่น | เว้นแต่เจ้าของข้อมูลยอมให้ส่ง | an exception permits
th | remedies.complaint | right hard individual |  | เจ้าของข้อมูลมีสิทธิร้องเรียนต่อสำนักงาน | มีสิทธิ
th | remedies.corrective | power hard authority |  | คณะกรรมการมีอำนาจสั่งให้หยุดส่งแฟ้ม | มีอำนาจ
ar | standards.security | obligation hard controller |  | يجب على المتحكم تشفير كل السجلات. | يجب
ar | transfer.general | prohibition hard controller |  | لا يجوز لجهة التحكم إرسال السجلات إلى بلد آخر إلا بإذن. | a bar with exceptions is a bar
ar | transfer.general | permission hard other |  | يجوز إرسال السجلات إلى بلد آخر بعد فحصها. | nobody is named
ar | remedies.complaint | right hard individual |  | يحق لصاحب البيانات رفع شكوى. | يحق
ar | remedies.corrective | power hard authority |  | للجهة المختصة وقف إرسال السجلات. | the authority may
`;

export const RULE_CASES: readonly RuleCase[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [language = '', code = '', expected = '', lead = '', text = '', remark = '', definition = '', kind] =
      row.split(/ *\| ?/u);
    return {
      language,
      code,
      expected: expected.split(' ') as unknown as RuleCase['expected'],
      lead,
      text,
      remark,
      definitions: definition === '' ? [] : [definition],
      kind: kind === 'agreement' ? 'agreement' : 'statute',
    };
  });
