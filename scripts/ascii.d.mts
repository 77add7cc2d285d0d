export function patternsInAscii(source: string, path: string): string;
export function allInAscii(script: string, path: string): string;
