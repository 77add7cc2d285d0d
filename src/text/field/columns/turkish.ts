/** Turkish terms of the field's concepts; folded, so that dotless ı is i. Endings follow freely. */
export const TURKISH = `
personal-data ¦ kisisel ?veri
data-subject ¦ ilgili ?kisi(?!lere uluslararasi)
controller ¦ veri ?sorumlu
processor ¦ veri ?isleyen|veriisleyen
entrust ¦ kendi adina|baska bir gercek veya tuzel kisi tarafindan islen
instructions ¦ talimat
joint-liability ¦ mustereken
representative ¦ temsilci
officer ¦ irtibat kisi
authority ¦ kurul(?!us|mus|may)|kisisel verileri koruma kuru
public-body ¦ kamu kurum
third-party ¦ ucuncu kisi
recipient ¦ alici
disclose ¦ aciklayama|aciklanma|ifsa
sensitive ¦ ozel ?nitelikli
race-belief ¦ irki|etnik|siyasi dusunce|felsefi|dini|sendika|cinsel hayat
biometric ¦ biyometrik
genetic ¦ genetik
health ¦ saglik|sagligi|tibbi
criminal-record ¦ ceza mahkumiyet
child ¦ cocuk
anonymous ¦ anonim
identifiable ¦ kimligi belirli|belirlenebilir
filing-system ¦ veri kayit sistem
processing-op ¦ islenmesi|veri isleme
research ¦ arastirma|istatistik|bilimsel
consent ¦ acik ?riza|rizasi
withdraw ¦ rizasini geri al|riza.{0,12}geri alin
separate-consent ¦ acik ?riza
purpose ¦ amac(la|lar|i|in)
minimise ¦ sinirli ve olculu
accuracy ¦ dogru ve gerektiginde guncel|eksik ?veya ?yanlis
retention ¦ muhafaza edilme|gerekli olan sure kadar|azami sure
lawful ¦ hukuka ve durustluk|hukuka aykiri
principles ¦ ilkelere
legal-grounds ¦ sartlardan birinin ?varlig|isleme ?sartlari
legitimate-interest ¦ mesru ?menfaat
contract-need ¦ sozlesmenin (kurulmasi|ifasi)|sozlesmenin taraf
legal-duty ¦ hukuki ?yukumlulug
vital ¦ hayati veya beden
public-interest ¦ kamu yarari
made-public ¦ alenilestir
inform ¦ aydinlatma|bilgi ?vermekle
automated ¦ otomatik sistem
registration ¦ veri ?sorumlulari ?sicil|siciline
security ¦ veri ?guvenlig|guvenlik ?duzeyi|teknik ve idari
unauthorised-access ¦ hukuka ?aykiri olarak (islen|eris)
encrypt ¦ sifrele
breach ¦ kanuni olmayan yollarla|veri ihlal
breach-notice ¦ en kisa surede ilgilisine ve kurula
notify ¦ bildir
audit ¦ denetim
training ¦ egitim
certify ¦ sertifika|akredit
access-right ¦ ogrenme|bilgi talep etme
rectify ¦ duzeltilmesi
erase ¦ silin|yok edil
object ¦ itiraz
handle-request ¦ basvuru
free-charge ¦ ucret
complaint ¦ sikayet
judicial-remedy ¦ dava ac|mahkeme
appeal ¦ idare mahkeme
compensate ¦ tazminat|zararin
collective ¦ toplu dava|grup davasi
fine ¦ para ?ceza
fine-amount ¦ turk ?lirasi
sanction ¦ yaptirim|kabahat
crime ¦ suclar|turk ceza kanunu|hapis
corrective ¦ durdurulmasin|giderilmesine ?karar|onlemler al
investigate ¦ inceleme
publish-violation ¦ ilan ?edebil|kararlari kamuoyu
transfer ¦ yurt ?disina.{0,20}aktar|sinir otesi
third-country ¦ yurt ?disi|yabanci ulke|aktarimin yapilacagi ulke|uluslararasi ?kurulus
transfer-general ¦ yurt ?disina ?aktarilabilir|yurt ?disina ?aktarilama
adequacy ¦ yeterlilik karari|yeterli koruma
adequacy-criteria ¦ karsiliklilik|ulkenin ilgili mevzuat
safeguards ¦ uygun ?guvence|standart ?sozlesme|taahhut
bcr ¦ baglayici ?sirket ?kural
transfer-derogation ¦ arizi
legal-claims ¦ bir hakkin tesisi
security-assessment ¦ (kurul|kurum).{0,30}izn|izin ?verilmes
onward ¦ sonraki ?aktarim
localization ¦ turkiye.de.{0,30}(sakla|depola|muhafaza)|yurt ?icinde.{0,30}(sakla|depola|muhafaza|bulundur)
foreign-order ¦ yabanci (mahkeme|makam)
reciprocity ¦ karsiliklilik
suspend-flows ¦ aktarilmasinin durdurul
cooperation ¦ is ?birlig
international-coop ¦ uluslararasi ?kuruluslarla is ?birlig|uluslararasi ?gelisme
treaty ¦ uluslararasi ?sozlesme
establish-authority ¦ kurulmustur
independence ¦ bagimsiz|ozerk
members ¦ uye
appoint ¦ atanir|secilir|secimi
term-office ¦ gorev sure
removal ¦ gorevden
staff-budget ¦ butce|kadro|personel
internal-rules ¦ toplanti
tasks ¦ gorevleri ?sunlar
powers ¦ yetkileri ?sunlar|gorev ve yetki
opinions-guidelines ¦ gorus bildir
report ¦ faaliyet rapor
procedure ¦ usul ve ?esas
secrecy ¦ sirlari|sir saklama
delegated ¦ yonetmelik
amend-repeal ¦ yerine islenmis|mulga
commence ¦ yururluge ?gir
transition ¦ yayimi tarihinden
definitions ¦ tanim|uygulanmasinda
scope ¦ kapsam|uygulanmaz|hakkinda uygulanir
object-purpose ¦ amaci
fundamental-rights ¦ temel ?hak
natural-person ¦ gercek kisi
legal-person ¦ tuzel kisi
household ¦ aile fert
state-security ¦ milli ?guvenlik|milli ?savunma|kamu guvenlig
law-enforcement ¦ sorusturma|kovusturma
restrictions ¦ istisna
deadline ¦ gun icinde|gecikmeksizin|en kisa sure
`;
