import type { ClauseAnnotation, ProvisionRef, Tension, TensionGrade } from '../../model/index.js';
import type { Names } from './names.js';

/** A soft rule pulls half as hard; a reconciling clause takes off a part; a text not in force binds less. Judgements, not measurements. */
const SOFT = 0.5;
/** What a text states, it does not order: lists of tasks and of cases read so. */
const STATED = 0.7;
const RECONCILED = 0.7;
const NOT_IN_FORCE = 0.6;

/** Least severity of each grade. Judgements: an unreconciled conflict of two hard, well-read rules is grave. */
const GRADES: readonly (readonly [TensionGrade, number])[] = [
  ['grave', 0.6],
  ['serious', 0.4],
  ['moderate', 0.2],
];

/** What one tension is made of, before it is graded and put into words. */
export interface Clash {
  readonly type: string;
  readonly gravity: number;
  readonly left: Pick<ClauseAnnotation, 'provision' | 'force' | 'confidence' | 'modality'>;
  readonly right: Pick<ClauseAnnotation, 'provision' | 'force' | 'confidence' | 'modality'>;
  readonly parties: readonly string[];
  readonly partners: readonly string[];
  readonly reconcilers: readonly ProvisionRef[];
  readonly isAsleep: boolean;
  readonly says: string;
  readonly whileOther: string;
}

/** The clash graded, with its plain sentence of why. Severity in [0,1] is the product of what the constants above name. */
export function grade(clash: Clash, names: Names): Tension {
  const { left, right, reconcilers, isAsleep } = clash;
  const pull = (x: Clash['left']) => (x.force === 'hard' ? 1 : SOFT) * (x.modality === 'statement' ? STATED : 1);
  const severity =
    clash.gravity *
    pull(left) *
    pull(right) *
    Math.sqrt(left.confidence * right.confidence) *
    (reconcilers.length === 0 ? 1 : RECONCILED) *
    (isAsleep ? NOT_IN_FORCE : 1);
  return {
    left: left.provision,
    right: right.provision,
    type: clash.type,
    severity: Math.round(severity * 1e4) / 1e4,
    grade: GRADES.find(([, least]) => severity >= least)?.[0] ?? 'slight',
    parties: clash.parties,
    partners: clash.partners,
    reconciledBy: reconcilers[0] ?? null,
    reconcilers,
    reason: sentence(clash, names),
  };
}

function sentence(clash: Clash, names: Names): string {
  const { left, right, reconcilers } = clash;
  const softly = [left, right].filter((x) => x.force === 'soft').length;
  const parts = [
    `${names.holder(left.provision)}: ${names.cite(left.provision)} ${clash.says}, while ${names.cite(right.provision)}${names.binding(right.provision, clash.parties)} ${clash.whileOther}.`,
    reconcilers.length === 0
      ? 'No clause that reconciles them was found.'
      : `${listed(reconcilers.map((r) => names.cite(r)))} may reconcile them.`,
    softly === 0 ? '' : softly === 1 ? 'One of the two is soft.' : 'Both are soft.',
    clash.isAsleep ? 'One of the two is not in force.' : '',
  ];
  return parts.filter((p) => p !== '').join(' ');
}

const listed = (items: readonly string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
