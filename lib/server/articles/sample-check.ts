import 'server-only';
import {
  type Check,
  type CheckPriority,
  type Confidence,
  freshCheck,
  type Outcome,
} from '@/lib/domain/check';
import { presetScale } from '@/lib/domain/team-rules';
import { findVerdict, type Verdict } from '@/lib/domain/verdict';

/** How far the check of a mark of the sample article is: it waits for the writer, or somebody proposed an outcome. */
export type SampleCheck = {
  readonly by: 'ines' | 'tom';
  readonly minutesAgo: number;
  readonly priority?: CheckPriority;
  readonly waitsForAuthor?: string;
  readonly outcome?: Outcome;
  /** Step of Galley's own scale. */
  readonly verdict?: string;
  readonly suggestedWording?: string;
  readonly rationale?: string;
  readonly confidence?: readonly [Confidence, string];
  readonly secondCheck?: { readonly by: 'ines' | 'tom'; readonly minutesAgo: number; readonly note: string };
};

type Given = {
  readonly people: Readonly<Record<'ines' | 'tom', string>>;
  readonly ago: (minutes: number) => string;
  readonly newId: () => string;
};

/** The check as a Galley file holds it. */
export function sampleCheck(sample: SampleCheck, { people, ago, newId }: Given): Check {
  const said = { byId: people[sample.by], at: ago(sample.minutesAgo) };
  const plan = { ...freshCheck.plan, priority: sample.priority ?? 'normal' };
  const { outcome, secondCheck } = sample;
  if (outcome === undefined) {
    const reason = sample.waitsForAuthor ?? '';
    const waiting = { ...said, on: 'author' as const, reason };
    return { ...freshCheck, version: 2, status: 'awaiting_author', plan, waiting };
  }
  const verdict = sample.verdict === undefined ? null : verdictOf(sample.verdict);
  const [confidence, confidenceReason] = sample.confidence ?? [null, null];
  const proposal = {
    ...said,
    outcome,
    verdict,
    suggestedWording: sample.suggestedWording ?? null,
    refusal: null,
    onAuthorReason: null,
    tried: null,
    rationale: sample.rationale ?? '',
    confidence,
    confidenceReason,
    revisionId: newId(),
  };
  if (secondCheck === undefined) return { ...freshCheck, version: 2, status: 'proposed', plan, proposal };
  const second = {
    id: newId(),
    outcome,
    verdict,
    note: secondCheck.note,
    suggestedWording: null,
    byId: people[secondCheck.by],
    at: ago(secondCheck.minutesAgo),
    isBlind: false,
  };
  return { ...freshCheck, version: 3, status: 'second_check', plan, proposal, secondChecks: [second] };
}

function verdictOf(key: string): Verdict | null {
  const scale = presetScale('galley');
  return findVerdict([scale], { scaleId: scale.id, scaleVersion: scale.version, key }) ?? null;
}
