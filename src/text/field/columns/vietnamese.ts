/** Vietnamese terms of the field's concepts; folded, without tone marks and with d for đ. */
export const VIETNAMESE = `
personal-data ¦ du lieu ca nhan|thong tin ca nhan
data-subject ¦ chu the du lieu
controller ¦ ben kiem soat
processor ¦ ben xu ly
entrust ¦ thay mat ben kiem soat
representative ¦ van phong dai dien|dai dien tai
officer ¦ bo phan co chuc nang bao ve du lieu|nhan su phu trach
authority ¦ bo cong an|co quan chuyen trach|luc luong chuyen trach
public-body ¦ co quan nha nuoc
platform ¦ doanh nghiep.{0,40}cung cap dich vu
third-party ¦ ben thu ba
disclose ¦ tiet lo|cong khai
sensitive ¦ nhay cam
race-belief ¦ chung toc|dan toc|ton giao|chinh tri
biometric ¦ sinh trac
genetic ¦ di truyen
health ¦ suc khoe
financial-data ¦ to chuc tin dung|ngan hang
location-track ¦ vi tri
criminal-record ¦ hanh vi pham toi|toi pham
child ¦ tre em
deceased ¦ da chet|mat tich
anonymous ¦ khu nhan dang|an danh
identifiable ¦ xac dinh mot con nguoi
processing-op ¦ xu ly du lieu
research ¦ nghien cuu|thong ke
camera ¦ ghi am, ghi hinh
consent ¦ su dong y|dong y
valid-consent ¦ tu nguyen|the hien ro rang
withdraw ¦ rut lai
deemed-consent ¦ khong can su dong y
purpose ¦ muc dich xu ly|dung voi muc dich
minimise ¦ gioi han trong pham vi
accuracy ¦ chinh xac|cap nhat, bo sung
retention ¦ thoi gian luu tru|luu tru trong khoang
must-not-trade ¦ mua, ban
principles ¦ nguyen tac
accountability ¦ chung minh su tuan thu
contract-need ¦ nghia vu theo hop dong
vital ¦ tinh mang|khan cap
inform ¦ thong bao cho chu the|thong bao duoc thuc hien
marketing ¦ quang cao|tiep thi
records ¦ nhat ky he thong|ghi lai
security ¦ bien phap (bao ve|ky thuat|quan ly)|bao mat|an toan thong tin
unauthorised-access ¦ trai phep|mat mat, pha huy
encrypt ¦ ma hoa
breach ¦ vi pham quy dinh (ve )?bao ve du lieu|su co
breach-notice ¦ thong bao.{0,60}vi pham|72 gio
notify ¦ thong bao
impact ¦ danh gia tac dong
processor-contract ¦ hop dong.{0,30}ben kiem soat
audit ¦ kiem tra
training ¦ dao tao|tuyen truyen
certify ¦ chung nhan
access-right ¦ truy cap
rectify ¦ chinh sua
erase ¦ xoa
restrict ¦ han che xu ly
portability ¦ cung cap cho ban than
object ¦ phan doi
handle-request ¦ yeu cau cua chu the
subject-duties ¦ nghia vu cua chu the
complaint ¦ khieu nai|to cao
judicial-remedy ¦ khoi kien|toa an
compensate ¦ boi thuong
fine ¦ phat tien|xu phat
sanction ¦ xu ly vi pham|xu ly ky luat
crime ¦ hinh su
corrective ¦ yeu cau.{0,40}ngung|dinh chi|ngan chan|xoa bo
investigate ¦ thanh tra|dieu tra
transfer ¦ chuyen du lieu.{0,30}nuoc ngoai|ra nuoc ngoai
third-country ¦ nuoc ngoai|quoc gia khac|ngoai lanh tho
transfer-general ¦ duoc chuyen ra nuoc ngoai
adequacy ¦ muc do bao ve
safeguards ¦ rang buoc trach nhiem|van ban the hien su rang buoc
security-assessment ¦ ho so danh gia|tham dinh
localization ¦ (luu tru|dat).{0,40}(tai|o) viet nam
critical-infra ¦ he thong thong tin quan trong
suspend-flows ¦ ngung chuyen du lieu
cooperation ¦ hop tac|phoi hop
international-coop ¦ hop tac quoc te|tuong tro tu phap
territorial-scope ¦ tai viet nam|doi tuong ap dung
treaty ¦ dieu uoc quoc te
establish-authority ¦ thong nhat quan ly nha nuoc|luc luong chuyen trach
tasks ¦ nhiem vu|trach nhiem cua
powers ¦ quyen han
opinions-guidelines ¦ huong dan
report ¦ bao cao
procedure ¦ trinh tu|thu tuc
national-plan ¦ chien luoc|ke hoach
secrecy ¦ bi mat
delegated ¦ chinh phu quy dinh|quy dinh chi tiet
commence ¦ hieu luc thi hanh
transition ¦ chuyen tiep
definitions ¦ duoc hieu nhu sau|giai thich tu ngu
scope ¦ pham vi dieu chinh|doi tuong ap dung|ap dung doi voi
household ¦ gia dinh
state-security ¦ an ninh quoc gia|quoc phong
law-enforcement ¦ phong, chong toi pham
restrictions ¦ tru truong hop
deadline ¦ trong thoi (gian|han)|cham nhat|gio
small-firm ¦ doanh nghiep (sieu nho|nho)
cyber ¦ an ninh mang|khong gian mang|tan cong mang
`;
