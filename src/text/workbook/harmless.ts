/** What a spreadsheet would run; full-width forms too, which some programs fold. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/u;

/** Text that a spreadsheet shows and never runs: a leading apostrophe marks it as text. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The way back: the text without the apostrophe that `harmless` put before it. */
export function unmarked(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
