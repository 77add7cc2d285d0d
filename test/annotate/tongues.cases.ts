/**
 * Rules in statutory style, of our own wording, in languages with little gold or none, with the code that their cues must give.
 * language | code | text
 */
const TABLE = `
vi | transfer.general | Hồ sơ chỉ được chuyển ra nước ngoài khi đủ các điều kiện của chương này.
vi | transfer.authorisation | Trước khi gửi đi, công ty nộp hồ sơ đánh giá tác động chuyển dữ liệu.
vi | transfer.consent | Phải có sự đồng ý của chủ thể dữ liệu trước khi gửi hồ sơ ra nước ngoài.
vi | localization.storage | Ngân hàng phải lưu trữ sổ sách của khách tại Việt Nam.
vi | localization.facilities | Nhà mạng phải đặt máy chủ tại Việt Nam.
vi | jurisdiction.representative | Hãng ở xa phải mở văn phòng đại diện.
vi | remedies.complaint | Người bị ghi tên có quyền khiếu nại.
vi | remedies.compensation | Ai làm lộ sổ thì phải bồi thường thiệt hại cho người có tên.
vi | remedies.administrative-penalty | Người làm lộ sổ bị phạt tiền.
vi | remedies.corrective | Thanh tra yêu cầu công ty ngừng ghi sổ.
vi | standards.security | Công ty áp dụng biện pháp kỹ thuật để giữ sổ khỏi bị xem trộm.
vi | standards.sensitive | Sổ ghi dữ liệu cá nhân nhạy cảm phải để riêng.
vi | cooperation.international | Cơ quan tham gia hợp tác quốc tế về dữ liệu.
vi | concepts.personal-data | Dữ liệu cá nhân là điều nói về một người.
id | transfer.general | Arsip boleh dikirim, dan transfer arsip ke luar negeri hanya sah bila syaratnya dipenuhi.
id | transfer.adequacy | Negeri penerima harus memiliki tingkat pelindungan yang setara.
id | transfer.safeguards | Pengirim memastikan ada pelindungan memadai dan mengikat.
id | localization.storage | Bank wajib melakukan penyimpanan arsip nasabah di wilayah Indonesia.
id | localization.facilities | Bank menaruh pusat data di wilayah Indonesia.
id | jurisdiction.territorial | Peraturan ini berlaku bagi setiap orang di pulau ini.
id | remedies.compensation | Pemilik arsip dapat meminta ganti rugi.
id | remedies.criminal-penalty | Pencuri arsip dipidana dengan kurungan.
id | remedies.administrative-penalty | Pelanggar dikenai denda administratif.
id | standards.consent | Arsip dipakai dengan persetujuan subjek yang namanya tercatat.
id | standards.security | Penjaga arsip wajib menjaga kerahasiaan isinya.
id | cooperation.international | Kantor arsip menjalin kerja sama internasional.
tr | transfer.general | Kayıtlar yurt dışına aktarılamaz.
tr | transfer.general | Kayıtlar yurt dışınaaktarılamaz.
tr | transfer.adequacy | Komşu ülke için yeterlilik kararı alınır.
tr | transfer.safeguards | Taraflar standart sözleşme imzalar.
tr | transfer.onward | Alıcının sonraki aktarımları da bu kurala bağlıdır.
tr | localization.storage | Bankalar müşteri kayıtlarını Türkiye’de saklar.
tr | remedies.complaint | Adı yazılan kişi Kurula şikâyette bulunabilir.
tr | remedies.compensation | Zarar görenin tazminat hakkı vardır.
tr | remedies.administrative-penalty | Kuralı bozana idari para cezası verilir.
tr | remedies.corrective | Kurul, aktarımın durdurulmasına karar verir.
tr | standards.consent | Kayıtlar sahibinin açık rızası olmaksızın kullanılamaz.
tr | standards.security | Şirket, kayıtları korumak için teknik ve idari tedbirleri alır.
tr | cooperation.authority | Bu işler için özerkliğe sahip bir Kayıt Kurumu kurulmuştur.
th | transfer.general | บริษัทจะส่งข้อมูลไปยังต่างประเทศได้เมื่อครบเงื่อนไข
th | transfer.adequacy | ประเทศปลายทางต้องมีกฎที่เพียงพอ
th | transfer.safeguards | บริษัทในเครือธุรกิจที่อยู่ต่างประเทศต้องผูกพันตามกติกากลาง
th | jurisdiction.extraterritorial | ร้านค้านอกเขตที่เสนอสินค้าหรือบริการแก่คนในเขตต้องทำตามกฎนี้
th | remedies.complaint | ผู้มีชื่อในแฟ้มมีสิทธิร้องเรียน
th | remedies.compensation | ผู้ทำแฟ้มรั่วต้องจ่ายค่าสินไหมทดแทน
th | remedies.criminal-penalty | ผู้ขายแฟ้มต้องระวางโทษจำคุก
th | remedies.administrative-penalty | ร้านที่ไม่ทำตามต้องเสียค่าปรับทางปกครอง
th | standards.security | ร้านต้องมีมาตรการรักษาความมั่นคงปลอดภัยของแฟ้ม
ar | transfer.general | لا يجوز نقل البيانات إلى خارج الدولة قبل فحصها.
ar | transfer.adequacy | يشترط أن يكون لدى البلد الآخر مستوى حماية مناسب.
ar | localization.storage | على البنوك حفظ سجلات العملاء داخل الدولة.
ar | jurisdiction.representative | على الشركة البعيدة تعيين ممثل محلي.
ar | remedies.complaint | لمن ورد اسمه تقديم شكوى.
ar | remedies.compensation | للمتضرر المطالبة بالتعويض.
ar | remedies.criminal-penalty | من باع السجلات يعاقب بالحبس.
ar | standards.security | على الشركة اتخاذ تدابير تقنية لصون السجلات.
ar | standards.sensitive | تحفظ البيانات الصحية في خزانة منفصلة.
es | localization.ban | Las Partes no exigirán a nadie usar o ubicar instalaciones informáticas locales.
es | localization.exception | Habrá requisitos regulatorios propios sobre el uso de instalaciones.
es | transfer.free-flow | Cada Parte permitirá a los bancos transferir toda información dentro y fuera del país.
es | standards.consent | Se pedirá el consentimiento a quienes reciben mensajes.
zh | remedies.compensation | 店家洩密，負損害賠償責任。
zh | remedies.administrative-penalty | 店家洩密，處罰鍰。
zh | remedies.criminal-penalty | 竊取名冊者，處有期徒刑。
zh | standards.security | 店家應辦理名冊安全維護事項。
ja | remedies.criminal-penalty | 名簿を売つた者は、拘禁刑とする。
ja | transfer.safeguards | 店は、基準に適合する体制を整備した相手に限り名簿を送る。
de | concepts.actor | Betroffene Person: wessen Name im Buch steht.
`;

export const TONGUE_CASES: readonly (readonly [language: string, code: string, text: string])[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [language = '', code = '', text = ''] = row.split(' | ');
    return [language, code, text] as const;
  });

/** Rules of other fields of law, which no cue may take for a rule on data. */
export const STRANGERS: readonly (readonly [language: string, text: string])[] = [
  ['ja', '施行日前に与えられた同意は、なお効力を有する。'],
  ['es', 'El armador pintará el casco cada invierno.'],
  ['vi', 'Chủ tàu phải sơn lại mạn tàu mỗi mùa mưa.'],
  ['id', 'Pemilik kapal wajib mengecat lambung setiap musim hujan.'],
  ['tr', 'Gemi sahibi her kış teknesini boyatmak zorundadır.'],
  ['th', 'เจ้าของเรือต้องทาสีลำเรือทุกฤดูฝน'],
  ['ar', 'يجب على مالك السفينة طلاء هيكلها كل شتاء.'],
  ['de', 'Der Reeder muss den Rumpf jeden Winter streichen.'],
];
