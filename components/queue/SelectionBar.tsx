import type { ReactNode } from 'react';
import { queueActs as queueActsWords } from '../messages/queue-acts';
import { Button } from '../ui/Button';

type SelectionBarProps = {
  readonly count: number;
  readonly shown: number;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  /** What can be done to them. */
  readonly acts: ReactNode;
};

/** How many claims are selected, and what can be done to all of them. */
export function SelectionBar({ count, shown, onSelectAll, onClear, acts }: SelectionBarProps) {
  const words = queueActsWords;
  return (
    <div className="sticky top-14 z-10 mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line-2 bg-sheet px-3 py-2 shadow-float">
      <p role="status" className="font-medium tabular-nums">
        {words.selected(count)}
      </p>
      {acts}
      <span className="flex-1" />
      {count < shown ? (
        <Button size="sm" variant="ghost" onClick={onSelectAll}>
          {words.selectAll(shown)}
        </Button>
      ) : null}
      <Button size="sm" variant="ghost" onClick={onClear}>
        {words.clear}
      </Button>
    </div>
  );
}
