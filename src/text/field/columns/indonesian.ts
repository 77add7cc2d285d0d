/** Indonesian terms of the field's concepts. */
export const INDONESIAN = String.raw`
personal-data ¦ data pribadi
data-subject ¦ subjek data|pemilik data pribadi
controller ¦ pengendali data
processor ¦ prosesor data
entrust ¦ atas nama pengendali
instructions ¦ perintah pengendali
joint-control ¦ bersama-sama|2 .dua. atau lebih pengendali
representative ¦ perwakilan
officer ¦ pejabat atau petugas yang melaksanakan fungsi
authority ¦ lembaga|kementerian
public-body ¦ badan publik|lingkup publik|instansi
platform ¦ penyelenggara sistem elektronik
third-party ¦ pihak ketiga
disclose ¦ pengungkapan|mengungkapkan|penyebarluasan
sensitive ¦ bersifat spesifik
biometric ¦ biometrik
genetic ¦ genetika
health ¦ kesehatan
financial-data ¦ keuangan
criminal-record ¦ catatan kejahatan
child ¦ anak\b
disabled-elderly ¦ disabilitas
identifiable ¦ teridentifikasi|dapat diidentifikasi
processing-op ¦ pemrosesan
research ¦ statistik|penelitian
camera ¦ pengolah data visual
consent ¦ perset\w{2,5}an
valid-consent ¦ sah secara eksplisit
withdraw ¦ menarik kembali perset
separate-consent ¦ eksplisit
purpose ¦ tujuan pemrosesan|sesuai dengan tujuan
minimise ¦ terbatas dan spesifik
accuracy ¦ akurasi|akurat|ketidakakuratan
retention ¦ masa retensi|jangka waktu retensi
end-processing ¦ mengakhiri pemrosesan
transparency ¦ transparan
lawful ¦ sah secara hukum|melawan hukum
principles ¦ prinsip
accountability ¦ pertanggung ?jawaban|dapat dipertanggung
legal-grounds ¦ dasar pemrosesan
legitimate-interest ¦ kepentingan yang sah
contract-need ¦ kewajiban perjanjian
legal-duty ¦ kewajiban hukum
vital ¦ kepentingan vital
public-interest ¦ kepentingan umum
inform ¦ menyampaikan informasi|memberitahukan
automated ¦ secara otomatis|pemrofilan
records ¦ perekaman|catatan
registration ¦ pendaftaran
security ¦ keamanan data|tingkat keamanan|pengamanan|langkah teknis
unauthorised-access ¦ tidak sah
encrypt ¦ enkripsi
breach ¦ kegagalan pe(r)?lindungan
breach-notice ¦ kegagalan pe(r)?lindungan.{0,80}pemberitahuan|memberitahukan.{0,60}kegagalan
notify ¦ pemberitahuan|memberitahukan
impact ¦ penilaian dampak
risk ¦ risiko
processor-contract ¦ menunjuk prosesor
audit ¦ audit
training ¦ pelatihan|pendidikan
certify ¦ sertifik
access-right ¦ mendapatkan akses|salinan data
rectify ¦ memperbaiki|pembaruan|memperbarui
erase ¦ penghapusan|menghapus|memusnahkan|pemusnahan
restrict ¦ menunda atau membatasi
portability ¦ format yang lazim
object ¦ mengajukan keberatan
handle-request ¦ permohonan|permintaan
complaint ¦ aduan|pengaduan
judicial-remedy ¦ pengadilan|menggugat|gugatan
compensate ¦ ganti rugi|ganti kerugian
collective ¦ gugatan (perwakilan|kelompok)
mediation ¦ arbitrase|penyelesaian sengketa
fine ¦ denda
fine-amount ¦ persen dari|rp\d|miliar
sanction ¦ sanksi
crime ¦ pidana|dipidana
corporate-offence ¦ korporasi
corrective ¦ penghentian sementara|pemutusan akses|memberikan perintah
investigate ¦ pengawasan|penelusuran|pemeriksaan
transfer ¦ transfer data.{0,80}luar|(ke|di) luar wilayah|luar negeri
third-country ¦ luar wilayah|negara lain|luar negeri|organisasi internasional
transfer-general ¦ transfer data pribadi ke
adequacy ¦ tingkat pe(r)?lindungan|setara atau lebih tinggi
safeguards ¦ memadai dan.{0,8}mengikat
localization ¦ di wilayah indonesia|pusat data|di dalam negeri
critical-infra ¦ infrastruktur (informasi )?vital|data elektronik strategis
reciprocity ¦ timbal balik
cooperation ¦ kerja ?sama|bekerja ?sama
international-coop ¦ kerja ?sama internasional
territorial-scope ¦ di wilayah hukum|berlaku untuk setiap orang
treaty ¦ perjanjian internasional
establish-authority ¦ ditetapkan oleh presiden|dilaksanakan oleh lembaga
independence ¦ independen
tasks ¦ tugas|berperan
powers ¦ berwenang|wewenang
opinions-guidelines ¦ pedoman|kebijakan
procedure ¦ tata cara|hukum acara
delegated ¦ ketentuan lebih lanjut|peraturan (pemerintah|menteri|presiden)
relation-other-law ¦ ketentuan peraturan perundang
amend-repeal ¦ dicabut|tidak berlaku
commence ¦ mulai berlaku
transition ¦ ketentuan peralihan
definitions ¦ yang dimaksud dengan|adalah
scope ¦ berlaku untuk|tidak berlaku untuk
natural-person ¦ orang perseorangan
legal-person ¦ badan hukum|korporasi
household ¦ rumah tangga
state-security ¦ keamanan nasional|pertahanan
law-enforcement ¦ penegakan hukum
restrictions ¦ dikecualikan
deadline ¦ paling lambat|jangka waktu
merger ¦ penggabungan|peleburan|pembubaran
ecommerce ¦ transaksi elektronik
e-auth ¦ tanda tangan elektronik|sertifikat elektronik
source-code ¦ kode sumber
`;
