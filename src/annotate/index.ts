import type {
  Addressee,
  ClauseAnnotation,
  Code,
  Codebook,
  Evidence,
  Force,
  Instrument,
  Modality,
  Provision,
} from '../model/index.js';

/** Log-odds of a code before any cue fired, so that one cue of weight 2 is a coin toss. Set by hand, not yet calibrated. */
const PRIOR = -2;
/** Least probability that is reported. */
const THRESHOLD = 0.5;

/** Fitted log-odds of each code before any cue fires; a code without an entry keeps the default. */
export interface AnnotateModel {
  readonly priors: Readonly<Record<string, number>>;
}

/**
 * The codes that the cues of the instrument's language find, in document order; empty where none fires.
 * Recitals, preambles, footnotes and quoted or repealed units are not read. Confidence is not yet calibrated on gold.
 */
export function annotate(instrument: Instrument, codebook: Codebook, model?: AnnotateModel): ClauseAnnotation[] {
  const language = instrument.metadata.language.slice(0, 2).toLowerCase();
  const found: ClauseAnnotation[] = [];
  for (const provision of instrument.provisions) {
    if (!isRead(provision)) continue;
    for (const code of codebook.codes) {
      const evidence = fire(instrument, provision, code, language);
      const total = evidence.reduce((sum, e) => sum + e.weight, model?.priors[code.id] ?? PRIOR);
      const confidence = 1 / (1 + Math.exp(-total));
      if (evidence.length > 0 && confidence >= THRESHOLD)
        found.push(record(instrument, provision, code, evidence, confidence));
    }
  }
  return found;
}

function isRead(p: Provision): boolean {
  const front = p.tier === 'front' || p.kind === 'recital' || p.kind === 'preamble' || p.kind === 'footnote';
  return !front && p.status === 'in-force' && p.ownSpans.length > 0;
}

function fire(instrument: Instrument, p: Provision, code: Code, language: string): Evidence[] {
  const out: Evidence[] = [];
  for (const cue of code.cues) {
    if (cue.language !== language || cue.in === 'context') continue;
    const spans = cue.in === 'text' ? p.ownSpans : p.headingSpan === null ? [] : [p.headingSpan];
    for (const s of spans) {
      const m = pattern(cue.pattern).exec(instrument.text.slice(s.start, s.end));
      if (m === null) continue;
      const start = s.start + m.index;
      out.push({ by: cue.id, span: { start, end: start + m[0].length }, weight: cue.weight });
      break;
    }
  }
  return out;
}

function record(i: Instrument, p: Provision, code: Code, evidence: Evidence[], confidence: number): ClauseAnnotation {
  const own = p.ownSpans.map((s) => i.text.slice(s.start, s.end)).join(' ');
  const span = p.ownSpans[0] ?? p.span;
  const attributes = { modality: modalityOf(own, code), force: forceOf(own), addressee: addresseeOf(own) };
  const provision = { instrument: i.metadata.id, eId: p.eId };
  return {
    provision,
    code: code.id,
    annotator: 'rule:cues',
    ...attributes,
    quantities: [],
    evidence,
    confidence,
    span,
  };
}

function modalityOf(text: string, code: Code): Modality {
  if (code.family === 'concepts') return 'definition';
  if (/\b(shall|must|may) not\b|\bno party (shall|may)\b|\bprohibited\b/i.test(text)) return 'prohibition';
  if (/\bright to\b|\bentitled to\b/i.test(text)) return 'right';
  if (/\b(authority|commission|minister|government) may\b/i.test(text)) return 'power';
  if (/\b(shall|must)\b/i.test(text)) return 'obligation';
  return /\bmay\b/i.test(text) ? 'permission' : 'statement';
}

function forceOf(text: string): Force {
  return /\b(endeavou?r|should|recogni[sz]es?|encourage|may cooperate)\b/i.test(text) ? 'soft' : 'hard';
}

const ADDRESSEES: readonly (readonly [Addressee, RegExp])[] = [
  ['controller', /\b(controller|fiduciary|organi[sz]ation)\b/i],
  ['processor', /\bprocessor\b/i],
  ['state', /\b(part(y|ies)|member states?)\b/i],
  ['authority', /\b(authority|commission|minister|government|board)\b/i],
  ['court', /\bcourts?\b/i],
  ['provider', /\bprovider\b/i],
  ['individual', /\b(data subject|person|individual|consumer)s?\b/i],
];

/** The actor named first in the words; at a tie the earlier row wins. */
function addresseeOf(text: string): Addressee {
  const hits = ADDRESSEES.map(([who, words]) => ({ who, at: text.search(words) })).filter((h) => h.at >= 0);
  return hits.sort((a, b) => a.at - b.at)[0]?.who ?? 'other';
}

const compiled = new Map<string, RegExp>();
function pattern(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, 'iu');
  compiled.set(source, known);
  return known;
}
