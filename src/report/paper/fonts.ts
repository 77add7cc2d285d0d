import type PDFKit from 'pdfkit';

/** A font file that the caller read; `family` names one face of a collection (`.ttc`). */
export interface FontFile {
  readonly bytes: Uint8Array;
  readonly family: string | null;
}

type Doc = typeof PDFKit.prototype;

/** Words in the first font that holds their signs. */
export interface Dressed {
  readonly font: string;
  readonly text: string;
}

/** The fonts of a document, best first. */
export interface Fonts {
  readonly body: string;
  readonly bold: string;
  /** Cuts a text where the font must change; signs that no font holds become `□`. */
  dress(text: string, first?: string): readonly Dressed[];
  /** The one font that holds most of a text: table cells have a single one. */
  oneFor(text: string): string;
}

/** What pdfkit keeps of an open font and does not show in its types. */
interface OpenFont {
  readonly font: { hasGlyphForCodePoint?(codePoint: number): boolean };
}

/** Signs of the fonts that every PDF reader has: WinAnsi. */
const WIN_ANSI = /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]$/u;

/**
 * Opens the fonts in a document. Without any file, the reader's own Times is used, which knows Western European letters only;
 * other signs are then shown as `□`, never dropped in silence.
 */
export function openFonts(doc: Doc, files: readonly FontFile[]): Fonts {
  const names = files.map((file, i) => {
    const name = `law-${i}`;
    doc.registerFont(name, Buffer.from(file.bytes), file.family ?? undefined);
    return name;
  });
  const [body = 'Times-Roman'] = names;
  const bold = names[1] ?? (names.length === 0 ? 'Times-Bold' : body);
  const all = names.length === 0 ? ['Times-Roman'] : names;
  const known = new Map<string, boolean>();
  const holds = (font: string, sign: string): boolean => {
    const key = `${font}${sign}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = opened(doc, font, sign);
      known.set(key, answer);
    }
    return answer;
  };
  const fontOf = (sign: string, now: string): string | null =>
    holds(now, sign) ? now : (all.find((f) => holds(f, sign)) ?? null);
  const dress = (text: string, first = body): Dressed[] => {
    const pieces: { font: string; text: string }[] = [];
    let now = first;
    for (const sign of text) {
      // Blanks stay with the word before them, so that a line of Chinese is not cut at every blank.
      const font = /\s/.test(sign) ? now : (fontOf(sign, /[\u0020-\u024f]/.test(sign) ? first : now) ?? first);
      const shown = /\s/.test(sign) || holds(font, sign) ? sign : '□';
      const last = pieces.at(-1);
      if (last !== undefined && last.font === font) last.text += shown;
      else pieces.push({ font, text: shown });
      now = font;
    }
    return pieces;
  };
  return {
    body,
    bold,
    dress,
    oneFor: (text) => {
      const count = (font: string): number => [...text].filter((s) => /\s/.test(s) || holds(font, s)).length;
      return all.reduce((best, font) => (count(font) > count(best) ? font : best), body);
    },
  };
}

function opened(doc: Doc, font: string, sign: string): boolean {
  if (!font.startsWith('law-')) return WIN_ANSI.test(sign);
  doc.font(font);
  const open = (doc as unknown as { _font: OpenFont })._font;
  return open.font.hasGlyphForCodePoint?.(sign.codePointAt(0) ?? 0) ?? false;
}
