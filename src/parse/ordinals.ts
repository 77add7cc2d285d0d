/** Arabic ordinals as laws write them after المادة (article), by value; the tens are joined to the units by و. */
const ARABIC: Readonly<Record<string, number>> = {
  الأول: 1,
  الأولى: 1,
  الاولى: 1,
  الحادي: 1,
  الحادية: 1,
  الثاني: 2,
  الثانية: 2,
  الثالث: 3,
  الثالثة: 3,
  الرابع: 4,
  الرابعة: 4,
  الخامس: 5,
  الخامسة: 5,
  السادس: 6,
  السادسة: 6,
  السابع: 7,
  السابعة: 7,
  الثامن: 8,
  الثامنة: 8,
  التاسع: 9,
  التاسعة: 9,
  العاشر: 10,
  العاشرة: 10,
  عشر: 10,
  عشرة: 10,
  العشرون: 20,
  العشرين: 20,
  الثلاثون: 30,
  الثلاثين: 30,
  الأربعون: 40,
  الأربعين: 40,
  الخمسون: 50,
  الخمسين: 50,
  الستون: 60,
  الستين: 60,
  السبعون: 70,
  السبعين: 70,
  الثمانون: 80,
  الثمانين: 80,
  التسعون: 90,
  التسعين: 90,
  المائة: 100,
  المئة: 100,
  بعد: 0,
};
const INDONESIAN: readonly string[] = [
  '',
  'kesatu',
  'kedua',
  'ketiga',
  'keempat',
  'kelima',
  'keenam',
  'ketujuh',
  'kedelapan',
  'kesembilan',
  'kesepuluh',
  'kesebelas',
];
const TURKISH: readonly string[] = [
  '',
  'birinci',
  'ikinci',
  'üçüncü',
  'dördüncü',
  'beşinci',
  'altıncı',
  'yedinci',
  'sekizinci',
  'dokuzuncu',
  'onuncu',
];

/** Small letters as Turkish has them: ı for I, i for İ. */
function turkish(word: string): string {
  return word.toLocaleLowerCase('tr');
}

/**
 * The value of a number that a law of Arabic, Indonesian or Turkish language spells out after its word, as an ordinal: 24 for
 * المادة الرابعة والعشرون, 2 for 'Bagian Kedua' and 'İKİNCİ BÖLÜM'. Null where the words are no such number.
 */
export function ordinalValue(num: string): number | null {
  const [word = '', ...rest] = num.trim().split(/\s+/u);
  if (rest.length === 0) return null;
  if (/^bagian$/iu.test(word)) {
    const last = (rest[0] ?? '').toLowerCase();
    const value = last === 'pertama' ? 1 : INDONESIAN.indexOf(last);
    return value < 1 ? null : value + (/^belas$/iu.test(rest[1] ?? '') ? 10 : 0);
  }
  if (/^(?:bölüm|kısım)$/u.test(turkish(rest.at(-1) ?? ''))) {
    const value = TURKISH.indexOf(turkish(rest.at(-2) ?? word));
    return value < 1 ? null : value + (rest.length > 1 && turkish(word) === 'on' ? 10 : 0);
  }
  if (!/^\p{Script=Arabic}+$/u.test(word)) return null;
  let sum = 0;
  for (const token of rest) {
    const value = ARABIC[token] ?? ARABIC[token.replace(/^و/u, '')];
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}
