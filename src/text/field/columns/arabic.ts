/** Arabic terms of the field's concepts; prefixes are written on to the words. */
export const ARABIC = `
personal-data ¦ البيانات الشخصية|بيانات شخصية
data-subject ¦ صاحب البيانات|أصحاب البيانات
controller ¦ جهة التحكم|المتحكم
processor ¦ جهة المعالجة|المعالج(?!ة)
representative ¦ ممثل
officer ¦ مسؤول حماية البيانات
authority ¦ الجهة المختصة|المكتب|الهيئة
public-body ¦ جهة عامة|الجهات العامة|الحكومية
disclose ¦ الإفصاح|إفصاح
sensitive ¦ الحساسة|حساسة
race-belief ¦ العرقي|الدينية|السياسية
biometric ¦ البيومترية|السمات الحيوية
genetic ¦ الوراثية|الجينية
health ¦ الصحية|الصحة
financial-data ¦ الائتمانية
child ¦ القاصر|الأطفال|ناقص أو عديم الأهلية
deceased ¦ المتوفى
anonymous ¦ إخفاء (ال)?هوية
identifiable ¦ معرفة الفرد|التعرف عليه
research ¦ علمية|إحصائية|بحثية
consent ¦ موافقة|الموافقة
withdraw ¦ الرجوع عن|العدول
purpose ¦ الغرض
minimise ¦ الحد الأدنى|مقتصرة
accuracy ¦ دقتها|دقيقة
retention ¦ الاحتفاظ|إتلاف
contract-need ¦ تنفيذ.{0,12}(عقد|لاتفاق)|تعاقد
vital ¦ حياة|الحيوية
public-interest ¦ المصلحة العامة
made-public ¦ متاحة للعموم|متاحة ومعلومة للكافة
inform ¦ إحاطته علم|إحاطتهم
privacy-policy ¦ سياسة لخصوصية|سياسة خصوصية
automated ¦ المؤتمتة|التنميط
marketing ¦ تسويق|دعائية
records ¦ سجلات|سجل خاص
registration ¦ التسجيل|سجل وطني
security ¦ تقنية وتنظيمية|تنظيمية وإدارية وتقنية|أمن (ال)?معلومات|المحافظة على البيانات
unauthorised-access ¦ غير مشروع|غير مصرح
encrypt ¦ تشفير
breach ¦ تسر.?ب|اختراق|انتهاك
notify ¦ إشعار|تشعر|إبلاغ
impact ¦ تقويم للآثار|تقييم.{0,6}أثر|تقييم اثر
certify ¦ شهادات? اعتماد
access-right ¦ الوصول إلى|الحصول على المعلومات
rectify ¦ تصحيح
erase ¦ محو|إتلاف
restrict ¦ تقييد
portability ¦ قابل للقراءة
object ¦ الاعتراض
complaint ¦ شكوى|الشكاوى
judicial-remedy ¦ المحكمة|القضاء
appeal ¦ التظلم|الطعن
compensate ¦ التعويض|تعويض
fine ¦ غرامة
fine-amount ¦ ريال|درهم
sanction ¦ جزاءات|عقوبة|مخالف
crime ¦ بالسجن|الحبس|يعاقب
corrective ¦ إيقاف|سحب|إلغاء الترخيص|مصادرة
investigate ¦ ضبط المخالفات|التحقيق
transfer ¦ نقل.{0,40}(خارج|عبر الحدود)
third-country ¦ خارج (المملكة|الدولة)|دولة أخرى|منظمة دولية
adequacy ¦ مستوى حماية|لا تقل معايير
safeguards ¦ ضمانات
localization ¦ (حفظ|تخزين).{0,30}داخل (المملكة|الدولة)|حدود المملكة
cooperation ¦ التعاون
territorial-scope ¦ نطاق سريان|تتم في المملكة|متواجد في الدولة
treaty ¦ اتفاقية|الاتفاقيات
establish-authority ¦ الجهة المشرفة
tasks ¦ مهماتها|اختصاصات|المهام
delegated ¦ تحدد اللوائح|اللائحة التنفيذية
secrecy ¦ الأسرار|سرية
commence ¦ يعمل ب
definitions ¦ يقصد ب|يُقصد|المعاني
scope ¦ تسري|يسري|نطاق
household ¦ العائلي|لأغراض شخصية
state-security ¦ الأمن الوطني|لأغراض أمنية
restrictions ¦ يستثنى|يُستثنى|استثناء
deadline ¦ خلال مدة|فور
`;
