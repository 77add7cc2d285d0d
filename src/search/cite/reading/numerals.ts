const DIGITS = new Map<string, number>([...'〇一二三四五六七八九'].map((c, i) => [c, i]));
DIGITS.set('零', 0);
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const OTHER_DIGITS: readonly string[] = ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '๐๑๒๓๔๕๖๗๘๙', '０１２３４５６７８９'];

/** The text with Arabic-Indic, Persian, Thai and full-width digits as 0-9. */
export function plainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹๐-๙０-９]/gu, (c) => {
    const row = OTHER_DIGITS.find((r) => r.includes(c));
    return row === undefined ? c : String(row.indexOf(c));
  });
}

/** 三十八 → 38; 38 → 38; 一七一 → 171. 0 for characters that are no numeral. */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (!/[十百千]/.test(text)) return Number([...text].map((c) => DIGITS.get(c) ?? 0).join(''));
  let total = 0;
  let digit = 0;
  for (const c of text) {
    const unit = TENS[c];
    if (unit === undefined) digit = DIGITS.get(c) ?? 0;
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

/** XIV → 14; null for letters that are no Roman numeral. */
export function romanNumber(text: string): number | null {
  if (!/^(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return null;
  let total = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = ROMAN[text[i] ?? ''] ?? 0;
    total += value < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}
