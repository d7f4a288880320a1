import type { BackInText } from '@/lib/exchange/back-in';
import { bringBack } from '../messages/bring-back';
import { bringBackText as words } from '../messages/bring-back-text';
import { FormattingChanges } from './FormattingChanges';
import { HeadlineChange } from './HeadlineChange';
import { PlanSection } from './PlanSection';
import { ChangedWordsView, TextChange } from './TextChange';

type TextChangesProps = {
  readonly text: BackInText;
  readonly chosen: ReadonlySet<string>;
  /** Absent for who may not change the text. */
  readonly onToggle?: ((id: string) => void) | undefined;
};

/** How the text of a Word report that came back reads otherwise: change by change, and what is not to be made. */
export function TextChanges({ text, chosen, onToggle }: TextChangesProps) {
  const { changes, headline, present, unplaced, suggestions } = text;
  const choose = (id: string) => (onToggle === undefined ? undefined : () => onToggle(id));
  const isForOthers =
    onToggle === undefined && (headline !== null || changes.length + text.formatting.length > 0);
  return (
    <>
      {isForOthers ? <p className="text-sm text-pretty text-ink-2">{words.mayNot}</p> : null}
      {headline === null ? null : (
        <HeadlineChange
          headline={headline}
          isChosen={chosen.has(headline.id)}
          onToggle={choose(headline.id)}
        />
      )}
      <PlanSection title={words.title} hint={onToggle === undefined ? undefined : words.hint} items={changes}>
        {(change) => (
          <TextChange
            key={change.id}
            change={change}
            isChosen={chosen.has(change.id)}
            onToggle={choose(change.id)}
          />
        )}
      </PlanSection>
      <FormattingChanges text={text} chosen={chosen} onToggle={onToggle} />
      <PlanSection title={words.unplaced} hint={words.unplacedHint} items={unplaced}>
        {({ why, ...change }, index) => (
          <li key={index} className="border-b py-2 text-sm last:border-b-0">
            <p className="font-serif break-words whitespace-pre-wrap" dir="auto">
              <ChangedWordsView {...change} />
            </p>
            {why}
          </li>
        )}
      </PlanSection>
      <PlanSection title={words.suggestions} items={suggestions}>
        {({ annotationId, exact, wording, state }) => (
          <li key={annotationId} className="border-b py-2 text-sm last:border-b-0">
            <span className="font-serif break-words" dir="auto">
              {bringBack.item.quoted(exact)} → {bringBack.item.quoted(wording)}
            </span>{' '}
            <span className="text-ink-2">{words[state]}</span>
          </li>
        )}
      </PlanSection>
      <PlanSection title={words.present} items={present}>
        {(change, index) => (
          <li key={index} className="border-b py-2 font-serif text-sm break-words last:border-b-0" dir="auto">
            <ChangedWordsView {...change} />
          </li>
        )}
      </PlanSection>
    </>
  );
}
