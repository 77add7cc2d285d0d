import { roman } from '../roman.js';

/** Letters that Word counts by, by its `numFmt`; beyond the last it writes the first twice (aa, bb). */
const LETTERS: Readonly<Record<string, string>> = {
  lowerLetter: 'abcdefghijklmnopqrstuvwxyz',
  upperLetter: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  russianLower: 'абвгдежзиклмнопрстуфхцчшщыэюя',
  russianUpper: 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ',
  thaiLetters: 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
  arabicAlpha: 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  arabicAbjad: 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  ganada: '가나다라마바사아자차카타파하',
  chosung: 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
};
/** Digits in place of 0 to 9, by `numFmt`. */
const DIGITS: Readonly<Record<string, string>> = {
  decimalFullWidth: '０１２３４５６７８９',
  hindiNumbers: '०१२३४५६७८९',
  thaiNumbers: '๐๑๒๓๔๕๖๗๘๙',
  ideographDigital: '〇一二三四五六七八九',
  japaneseDigitalTenThousand: '〇一二三四五六七八九',
  taiwaneseDigital: '○一二三四五六七八九',
  koreanDigital: '영일이삼사오육칠팔구',
};
/** Counting by tens, hundreds and thousands: the digits, the words for 10, 100 and 1000, and the word for a gap. */
const EAST_ASIAN: Readonly<Record<string, readonly [digits: string, units: string, gap: string]>> = {
  chineseCounting: ['一二三四五六七八九', '十百千', '零'],
  chineseCountingThousand: ['一二三四五六七八九', '十百千', '零'],
  taiwaneseCounting: ['一二三四五六七八九', '十百千', '零'],
  taiwaneseCountingThousand: ['一二三四五六七八九', '十百千', '零'],
  japaneseCounting: ['一二三四五六七八九', '十百千', ''],
  koreanCounting: ['일이삼사오육칠팔구', '십백천', ''],
};
/** Word itself repeats a letter 30 times at most. */
const MOST_REPEATS = 30;

/**
 * A count as Word writes it in a format (`numFmt` of ECMA-376, 17.18.59). Formats that are not known here come in digits:
 * the number is right, its dress may not be.
 */
export function written(value: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperRoman') return roman(value).toUpperCase();
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format === 'ordinal') return `${value}${ordinalEnding(value)}`;
  const letters = Object.hasOwn(LETTERS, format) ? [...(LETTERS[format] ?? '')] : [];
  if (letters.length > 0) return lettered(value, letters);
  const digits = Object.hasOwn(DIGITS, format) ? DIGITS[format] : undefined;
  if (digits !== undefined) return String(value).replace(/\d/gu, (d) => digits.charAt(Number(d)));
  return Object.hasOwn(EAST_ASIAN, format) ? byTens(value, format) : String(value);
}

function lettered(value: number, letters: readonly string[]): string {
  const repeats = Math.ceil(value / letters.length);
  if (value < 1 || repeats > MOST_REPEATS) return String(value);
  return (letters[(value - 1) % letters.length] ?? '').repeat(repeats);
}

/** 12 is 十二, 105 一百零五 (百五 in Japan); what they have no short word for comes in digits. */
function byTens(value: number, format: string): string {
  const [digits, units, gap] = EAST_ASIAN[format] ?? ['', '', ''];
  if (value < 1 || value > 9999) return String(value);
  const places = [...String(value)].map(Number);
  let words = '';
  let skipped = false;
  places.forEach((digit, i) => {
    const power = places.length - 1 - i;
    if (digit === 0) {
      skipped = words !== '';
      return;
    }
    // Ten is 十 and not 一十; Japan and Korea say so of hundreds and thousands too.
    const isBare = digit === 1 && power > 0 && (gap === '' || (power === 1 && i === 0));
    words += `${skipped ? gap : ''}${isBare ? '' : digits.charAt(digit - 1)}${power === 0 ? '' : units.charAt(power - 1)}`;
    skipped = false;
  });
  return words;
}

function ordinalEnding(value: number): string {
  const isTeen = Math.floor(value / 10) % 10 === 1;
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
}
