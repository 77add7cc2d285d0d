// Source whose every letter is ASCII, so that the engine can take its bytes as they are. The bundler writes other letters of strings as escapes, but leaves patterns and raw
// templates alone; here they are written as escapes too. What a pattern matches and what a raw template says stays the same.
import ts from 'typescript';

const OTHER = /[^\0-\x7f]/g;
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The source with its patterns and raw templates in ASCII. @throws Error where a template of another tag holds other letters */
export function patternsInAscii(source, path) {
  if (source.search(OTHER) < 0) return source;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const edits = [];
  const edit = (node, text) => edits.push({ start: node.getStart(file), end: node.end, text });
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral)
      edit(
        node,
        node.getText(file).replace(/\\?([^\0-\x7f])/g, (_, letter) => escaped(letter)),
      );
    else if (ts.isTaggedTemplateExpression(node) && node.getText(file).search(OTHER) >= 0) {
      if (node.tag.getText(file) !== 'String.raw')
        throw new Error(`${path}: a template other than String.raw holds letters beyond ASCII`);
      const { template } = node;
      edits.push({ start: node.getStart(file), end: template.getStart(file), text: '' });
      for (const part of ts.isNoSubstitutionTemplateLiteral(template)
        ? [template]
        : [template.head, ...template.templateSpans.map((s) => s.literal)])
        edit(part, part.getText(file).replaceAll('\\', '\\\\').replace(OTHER, escaped));
      if (ts.isTemplateExpression(template)) for (const span of template.templateSpans) visit(span.expression);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: now }) => text.slice(0, start) + now + text.slice(end), source);
}

/** A packed script without other letters in its comments. @throws Error where others are left */
export function allInAscii(script, path) {
  const lines = script.split('\n').map((line) => (/^\s*(?:\/\/|\/?\*)/.test(line) ? line.replace(OTHER, '?') : line));
  const left = lines.findIndex((line) => line.search(OTHER) >= 0);
  if (left >= 0) throw new Error(`${path}:${left + 1} holds letters beyond ASCII: ${lines[left].trim().slice(0, 200)}`);
  return lines.join('\n');
}
