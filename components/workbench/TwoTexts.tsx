import type { ReactNode } from 'react';
import { card as cardWords } from '../messages/card';
import { Button } from '../ui/Button';

const words = cardWords.conflict;

type TwoTextsProps = {
  /** Who changed what. */
  readonly title: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
  readonly theirsLabel?: string;
  readonly takeLabel?: string;
  /** Where both are kept; in the article's history unless said. */
  readonly below?: string;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  /** Absent where two values cannot be joined. */
  readonly onMerge?: (() => void) | undefined;
};

/** Two versions of the same thing side by side, and the choice between them. */
export function TwoTexts({
  title,
  mine,
  theirs,
  theirsLabel = words.theirs,
  takeLabel = words.takeTheirs,
  below = words.below,
  onKeepMine,
  onTakeTheirs,
  onMerge,
}: TwoTextsProps) {
  return (
    <section aria-label={title} className="rounded-lg border border-warn/30 bg-warn-bg px-2.5 py-2">
      <p role="alert" className="text-sm font-medium text-warn">
        {title}
      </p>
      <div className="mt-1.5 grid grid-cols-2 gap-1.5">
        <Side label={words.mine}>{mine}</Side>
        <Side label={theirsLabel}>{theirs}</Side>
      </div>
      <p className="mt-1.5 text-xs text-ink-2">{below}</p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="sm" onClick={onKeepMine}>
          {words.keepMine}
        </Button>
        <Button size="sm" onClick={onTakeTheirs}>
          {takeLabel}
        </Button>
        {onMerge === undefined ? null : (
          <Button size="sm" onClick={onMerge}>
            {words.merge}
          </Button>
        )}
      </div>
    </section>
  );
}

/** One of two versions. */
export function Side({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-md bg-sheet px-2 py-1.5">
      <p className="text-2xs font-medium text-ink-3">{label}</p>
      <div className="max-h-48 overflow-y-auto text-sm break-words">{children}</div>
    </div>
  );
}
