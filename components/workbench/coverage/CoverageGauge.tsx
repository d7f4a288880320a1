'use client';

import { type Mark, marks } from '@/lib/domain/annotation';
import { messages } from '../../messages';
import { SegmentedBar } from '../../ui/SegmentedBar';

type CoverageGaugeProps = {
  readonly decided: number;
  readonly total: number;
  readonly byMark: Readonly<Record<Mark, number>>;
  readonly isOpen: boolean;
  readonly onPress: () => void;
};

/** How much of the article is decided, always in sight; a press shows what is left. Small screens see the share alone. */
export function CoverageGauge({ decided, total, byMark, isOpen, onPress }: CoverageGaugeProps) {
  const label = messages.workbench.coverage.decided(decided, total);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={onPress}
      className="-mx-1.5 shrink-0 rounded-md px-1.5 py-1.5 text-start hover:bg-wash aria-expanded:bg-wash print:hidden"
    >
      <span className="sr-only">{messages.workbench.coverage.show(label)}</span>
      <span aria-hidden className="block w-[13.375rem] max-wide:hidden">
        <SegmentedBar
          label={label}
          total={total}
          segments={marks.map((mark) => ({
            name: messages.words.marks[mark],
            value: byMark[mark],
            tone: tones[mark],
          }))}
        />
      </span>
      <span aria-hidden className="text-sm font-medium text-ink-2 tabular-nums wide:hidden">
        {messages.ui.percent(Math.floor((decided / Math.max(total, 1)) * 100))}
      </span>
    </button>
  );
}

const tones = { claim: 'amber', opinion: 'violet', sourced_fact: 'green', no_fact: 'grey' } as const;
