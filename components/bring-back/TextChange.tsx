import { useId } from 'react';
import type { BackInChange, ChangedWords } from '@/lib/exchange/back-in';
import { bringBackText as words } from '../messages/bring-back-text';

type TextChangeProps = {
  readonly change: BackInChange;
  readonly isChosen: boolean;
  /** Absent for who may not change the text. */
  readonly onToggle?: (() => void) | undefined;
};

const wordsClass = 'block py-0.5 font-serif text-md break-words whitespace-pre-wrap';

/** One change of the text among the words around it, with a box to accept or decline it. */
export function TextChange({ change, isChosen, onToggle }: TextChangeProps) {
  const id = useId();
  const { kind, authors, at, lead, tail } = change;
  const by = words.by(authors, at === null ? null : at.slice(0, 10));
  const inPlace = (
    <>
      <span className="text-ink-3">{lead}</span>
      <ChangedWordsView before={change.before} after={change.after} />
      <span className="text-ink-3">{tail}</span>
    </>
  );
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
            {inPlace}
          </p>
        ) : (
          <label htmlFor={id} className={wordsClass} dir="auto">
            {inPlace}
          </label>
        )}
        <p id={`${id}-by`} className="text-xs text-ink-2">
          <span className={kind === 'untracked' ? 'font-semibold text-warn' : undefined}>
            {words.kinds[kind]}
          </span>
          {by === '' ? null : ` · ${by}`}
        </p>
      </div>
    </li>
  );
}

/** Words that go, struck out, before those that come; said as well as coloured. */
export function ChangedWordsView({ before, after }: ChangedWords) {
  return (
    <>
      {before === '' ? null : (
        <del className="bg-danger-bg text-danger decoration-1">
          <span className="sr-only">{words.removed}</span>
          {withSigns(before)}
        </del>
      )}
      {after === '' ? null : (
        <ins className="bg-ok-bg text-ok decoration-1 underline-offset-2">
          <span className="sr-only">{words.added}</span>
          {withSigns(after)}
        </ins>
      )}
    </>
  );
}

/** The end of a paragraph is seen only by a sign. */
const withSigns = (text: string): string => text.replaceAll('\n', `${words.paragraph}\n`);
