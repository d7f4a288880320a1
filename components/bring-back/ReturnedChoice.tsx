import { type ReactNode, useId } from 'react';
import { bringBackText as words } from '../messages/bring-back-text';

type ReturnedChoiceProps = {
  readonly label: ReactNode;
  readonly kind: string;
  readonly kindName: string;
  readonly authors: readonly string[];
  readonly at: string | null;
  readonly isChosen: boolean;
  /** Absent for who may not change the text. */
  readonly onToggle?: (() => void) | undefined;
  /** What else is to be known before it is chosen. */
  readonly children?: ReactNode;
};

const wordsClass = 'block py-0.5 font-serif text-md break-words whitespace-pre-wrap';

/** One thing that a Word report brings back to the text, and who changed it when, with a box to accept or decline it. */
export function ReturnedChoice({
  label,
  kind,
  kindName,
  authors,
  at,
  isChosen,
  onToggle,
  children,
}: ReturnedChoiceProps) {
  const id = useId();
  const by = words.by(authors, at === null ? null : at.slice(0, 10));
  return (
    <li className="flex gap-3 border-b py-3 last:border-b-0">
      {onToggle === undefined ? null : (
        <input
          id={id}
          type="checkbox"
          checked={isChosen}
          onChange={onToggle}
          aria-describedby={`${id}-by`}
          className="mt-1.5 size-4 shrink-0"
        />
      )}
      <div className="min-w-0 flex-1">
        {onToggle === undefined ? (
          <p className={wordsClass} dir="auto">
            {label}
          </p>
        ) : (
          <label htmlFor={id} className={wordsClass} dir="auto">
            {label}
          </label>
        )}
        <div id={`${id}-by`} className="text-xs text-ink-2">
          <span className={kind === 'untracked' ? 'font-semibold text-warn' : undefined}>{kindName}</span>
          {by === '' ? null : ` · ${by}`}
          {children}
        </div>
      </div>
    </li>
  );
}
