import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { back, code, files, instrument } from './build.js';

/** Apache UIMA itself, the library inside INCEpTION, as Debian packages it (apt-get install libuima-core-java default-jdk-headless). */
const UIMA = '/usr/share/java/uimaj-core.jar';
const isHere = existsSync(UIMA) && spawnSync('java', ['-version']).status === 0;
if (!isHere) console.warn(`SKIPPED: Apache UIMA is not here (${UIMA}, java), so it was not asked to read our XMI.`);

/** Reads a type system and a CAS, prints what each coding covers, and writes the CAS anew as UIMA writes it. */
const COPY = `
import java.io.*;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.impl.*;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.util.*;
public class Copy {
  public static void main(String[] a) throws Exception {
    CAS cas = CasCreationUtils.createCas(UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(a[0])), null, null);
    XmiCasDeserializer.deserialize(new FileInputStream(a[1]), cas, false);
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    for (AnnotationFS f : cas.getAnnotationIndex(cas.getTypeSystem().getType("custom.Coding"))) out.println(f.getCoveredText());
    try (FileOutputStream copy = new FileOutputStream(a[2])) { XmiCasSerializer.serialize(cas, copy); }
  }
}`;
const folder = mkdtempSync(join(tmpdir(), 'lexatlas-uima-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.runIf(isHere)(
  'Apache UIMA reads our XMI, sees the words we marked, and what it writes comes back the same',
  async () => {
    const law = instrument('xx/a', [['1', 'A "carrier" & co. <moves> 個人情報 abroad; 𝒳, نقل. Next.']]);
    const annotations = [
      code(law, '1(1)', 'transfer.free-flow', 0.875),
      { ...code(law, '1', 'transfer.free-flow', 0.5), span: { start: 2, end: 11 } },
      { ...code(law, '1', 'transfer.free-flow', 0.25), span: { start: 26, end: 45 } },
    ];
    const { out } = await files([[law, annotations]], 'xmi');
    const at = (name: string): string => join(folder, name);
    for (const [name, bytes] of [...out, ['Copy.java', COPY] as const]) writeFileSync(at(name), bytes);
    const [cas = ''] = [...out.keys()].filter((name) => name.endsWith('.xmi'));
    const words = execFileSync('java', ['-cp', UIMA, at('Copy.java'), at('TypeSystem.xml'), at(cas), at('copy.xmi')], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(words.replace(/\n$/u, '').split('\n').sort()).toEqual(
      annotations.map(({ span }) => law.text.slice(span.start, span.end)).sort(),
    );
    const copied = await back(new Map([[cas, readFileSync(at('copy.xmi'))]]), 'xmi', law);
    const order = (list: readonly object[]): string[] => list.map((a) => JSON.stringify(a)).sort();
    expect(order(copied)).toEqual(order(annotations));
  },
  90_000,
);
