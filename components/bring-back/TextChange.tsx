import type { BackInChange, ChangedWords } from '@/lib/exchange/back-in';
import { bringBackText as words } from '../messages/bring-back-text';
import { ReturnedChoice } from './ReturnedChoice';

type TextChangeProps = {
  readonly change: BackInChange;
  readonly isChosen: boolean;
  /** Absent for who may not change the text. */
  readonly onToggle?: (() => void) | undefined;
};

/** One change of the text among the words around it, with a box to accept or decline it. */
export function TextChange({ change, ...choice }: TextChangeProps) {
  return (
    <ReturnedChoice
      {...choice}
      {...change}
      kindName={words.kinds[change.kind]}
      label={
        <>
          <span className="text-ink-3">{change.lead}</span>
          <ChangedWordsView before={change.before} after={change.after} />
          <span className="text-ink-3">{change.tail}</span>
        </>
      }
    />
  );
}

/** Words that go, struck out, before those that come; said as well as coloured. Whole lines stand `isApart`. */
export function ChangedWordsView({
  before,
  after,
  isApart = false,
}: ChangedWords & { readonly isApart?: boolean }) {
  return (
    <>
      {before === '' ? null : (
        <del className="bg-danger-bg text-danger decoration-1">
          <span className="sr-only">{words.removed}</span>
          {withSigns(before)}
        </del>
      )}
      {isApart ? ' ' : null}
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
