import type { BackInHeadline } from '@/lib/exchange/back-in';
import { bringBackText as words } from '../messages/bring-back-text';
import { PlanSection } from './PlanSection';
import { ReturnedChoice } from './ReturnedChoice';
import { ChangedWordsView } from './TextChange';

type HeadlineChangeProps = {
  readonly headline: BackInHeadline;
  readonly isChosen: boolean;
  /** Absent for who may not change the details of the article. */
  readonly onToggle?: (() => void) | undefined;
};

/** The headline as it is and as the file has it; where it was changed here as well, also as it went out. */
export function HeadlineChange({ headline, ...choice }: HeadlineChangeProps) {
  return (
    <PlanSection
      title={words.headline}
      hint={choice.onToggle === undefined ? undefined : words.headlineHint}
      items={[headline]}
    >
      {({ id, before, after, sent, isConflict, ...said }) => (
        <ReturnedChoice
          key={id}
          {...choice}
          {...said}
          kindName={words.formattingKinds[said.kind]}
          label={<ChangedWordsView before={before} after={after} isApart />}
        >
          {isConflict ? <p className="mt-1 text-sm text-warn">{words.conflict(sent)}</p> : null}
        </ReturnedChoice>
      )}
    </PlanSection>
  );
}
