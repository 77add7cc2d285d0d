import type { ActGrammar } from './act.js';

const B = '(?<![\\p{L}])';
const E = '(?![\\p{L}])';
const w = (words: string): string => `${B}(?:${words})${E}`;

/** How Vietnamese statutes state rules; a bare verb after the subject commands too. */
export const vietnamese: ActGrammar = {
  verb: 'first',
  soft: w('khuyến khích|thúc đẩy|nỗ lực|tạo điều kiện'),
  subordinator: w('khi|nếu|mà|nhằm|để|trừ trường hợp'),
  patterns: [
    ['define', w('được hiểu|là (?:thông tin|hoạt động|tổ chức|cá nhân|việc|quá trình|dữ liệu|những|sự|một|hệ thống)')],
    ['deem', w('(?:không )?được (?:coi|xem) là')],
    ['disapply', w('(?:sẽ )?không áp dụng')],
    ['exempt', w('không (?:cần|phải|bắt buộc)(?! là)|không cần sự đồng ý|được miễn')],
    ['forbid', w('không được(?: phép)?|nghiêm cấm|bị nghiêm cấm|bị cấm|cấm')],
    [
      'restrict',
      w(
        'chỉ được|chỉ (?:có hiệu lực |có thể )?khi|được (?:chuyển|cung cấp|xử lý|công khai)[^.;]{0,60}trong trường hợp',
      ),
    ],
    ['punish', w('bị (?:xử lý|xử phạt|truy cứu|phạt)')],
    ['entitle', w('có quyền|được quyền|được (?:biết|đồng ý|truy cập|yêu cầu|phản đối|xóa)')],
    [
      'empower',
      w(
        'quyết định (?:yêu cầu|việc|áp dụng|kiểm tra|đình chỉ|trưng dụng)|có thẩm quyền (?:quyết định|yêu cầu)|có nhiệm vụ, quyền hạn',
      ),
    ],
    ['oblige', w('phải|có trách nhiệm|có nghĩa vụ|chịu trách nhiệm|bắt buộc')],
    ['allow', w('có thể|được phép|được (?=chuyển|xử lý|thực hiện|cung cấp|công khai|thu thập)')],
    ['apply', w('được áp dụng|áp dụng đối với|thống nhất quản lý|có hiệu lực|được (?:thành lập|bố trí)')],
    ['oblige', w('gửi|lập|cập nhật|thông báo cho|tiến hành|áp dụng|thực hiện')],
  ],
};

/** How Indonesian statutes state rules; a modal after 'yang' belongs to a relative clause. */
export const indonesian: ActGrammar = {
  verb: 'first',
  soft: w('mendorong|memfasilitasi|mengupayakan|berupaya|hendaknya|dapat bekerja ?sama'),
  subordinator: w('jika|apabila|ketika|sepanjang|kecuali'),
  patterns: [
    ['define', w('yang dimaksud dengan|adalah')],
    ['deem', w('dinyatakan batal|dianggap|mempunyai kekuatan hukum')],
    ['exempt', w('tidak (?:wajib|diwajibkan|perlu|diperlukan)|dikecualikan dari (?:kewajiban|ketentuan)')],
    ['disapply', w('tidak berlaku|dikecualikan')],
    ['forbid', w('dilarang|tidak (?:dapat|boleh)')],
    ['restrict', w('hanya (?:dapat|boleh)|dapat [^.;]{0,160}(?:hanya|setelah mendapat)')],
    ['punish', w('dipidana|dapat dijatuhi pidana|dikenai sanksi|dikenakan sanksi')],
    ['entitle', w('berhak|memiliki hak|mempunyai hak')],
    ['empower', w('berwenang|memiliki (?:ke)?wewenang(?:an)?|mempunyai (?:ke)?wewenang(?:an)?|diberikan kewenangan')],
    ['oblige', `(?<!yang )${w('wajib|harus|bertanggung ?jawab|berkewajiban')}`],
    ['allow', `(?<!yang )${w('dapat|boleh|diperbolehkan')}`],
    ['apply', w('berlaku|dilaksanakan|ditetapkan|meliputi|berupa|terdiri atas|diatur|merupakan')],
  ],
};

/** How Thai statutes state rules: the modal stands before the verb, ให้ commands whoever follows. */
export const thai: ActGrammar = {
  verb: 'first',
  soft: 'พึง|ส่งเสริม|สนับสนุนให้',
  subordinator: null,
  patterns: [
    ['define', 'หมายความว่า|ให้หมายความรวมถึง'],
    ['disapply', 'ไม่ใช้บังคับ|มิให้นำ[^ ]{0,60}ใช้บังคับ'],
    ['exempt', '^\\s*เว้นแต่|ได้รับยกเว้นไม่ต้อง|ไม่ต้อง(?!มี)|ได้รับยกเว้น'],
    ['forbid', 'ห้ามมิให้|ห้าม(?!กระทำการ)|จะกระทำ[^.]{0,80}?ไม่ได้|ไม่ได้หาก|ต้องไม่|จะ[^ ]{0,60}มิได้'],
    ['restrict', 'ได้เฉพาะ(?:ในกรณี)?|ต่อเมื่อ'],
    ['punish', '(?:ต้อง)?ระวางโทษ|ต้องรับโทษ'],
    ['entitle', 'มีสิทธิ|เมื่อใดก็ได้'],
    ['empower', 'มี(?:หน้าที่และ)?อำนาจ(?!หน้าที่ตัดสินใจ)|จะสั่งให้'],
    ['oblige', 'ต้อง|มีหน้าที่|(?<!ทำ)(?<!ได้)ให้(?=ผู้|คณะ|สำนักงาน|เลขาธิการ|ศาล|นำ|เสนอ|แจ้ง|เป็นไปตาม)'],
    ['allow', 'อาจ|สามารถ|กระทำได้|ก็ได้'],
    ['apply', 'ใช้บังคับ|ให้มี|ประกอบด้วย'],
  ],
};
