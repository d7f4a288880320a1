import type { InternalVerdict } from '@/lib/domain/verdict';
import { messages } from '../messages';
import { scales as scalesWords } from '../messages/scales';
import { StatusChip, type StatusTone } from '../ui/StatusChip';

type ScaleStepsProps = {
  readonly label: string;
  readonly steps: readonly { readonly label: string; readonly internal: InternalVerdict }[];
};

/** The steps of a scale in their order, each with its meaning where its name does not say it. */
export function ScaleSteps({ label, steps }: ScaleStepsProps) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-2 gap-y-1.5">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while they are written, two steps may read the same
        <li key={index} className="inline-flex max-w-full items-baseline gap-1">
          <StatusChip tone={verdictTones[step.internal]} className="whitespace-normal">
            {step.label}
          </StatusChip>
          {step.label === messages.words.verdicts[step.internal] ? null : (
            <span className="text-xs text-ink-2">
              <span className="sr-only"> {scalesWords.countsAs} </span>
              <span aria-hidden>→ </span>
              {messages.words.verdicts[step.internal]}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const verdictTones: Readonly<Record<InternalVerdict, StatusTone>> = {
  true: 'green',
  mostly_true: 'green',
  mixed: 'amber',
  misleading_or_missing_context: 'amber',
  mostly_false: 'red',
  false: 'red',
  unproven: 'grey',
  not_applicable: 'plain',
};
