'use client';

import { articleAddress } from '../history/history-address';
import { bringBack as words } from '../messages/bring-back';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { ProgressBar } from '../ui/ProgressBar';
import { ChooseFile } from './ChooseFile';
import { PlanResult } from './PlanResult';
import { PlanView } from './PlanView';
import { useBringBack } from './use-bring-back';

type BringBackProps = {
  readonly articleId: string;
  readonly mayBringBack: boolean;
  readonly mayRevise: boolean;
};

/** Brings a file back onto an article: choose it, see what would happen, say what of it is to be done. */
export function BringBack({ articleId, mayBringBack, mayRevise }: BringBackProps) {
  const { state, read, apply, stop, again } = useBringBack(articleId);
  if (!mayBringBack)
    return (
      <EmptyState
        title={words.mayNot.title}
        actions={<ButtonLink href={articleAddress(articleId)}>{words.toArticle}</ButtonLink>}
      >
        {words.mayNot.lead}
      </EmptyState>
    );
  switch (state.step) {
    case 'choose':
      return <ChooseFile failure={state.failure} onChoose={(file) => void read(file)} />;
    case 'reading':
      return <Waiting label={words.choose.reading} stop={words.choose.cancel} onStop={stop} />;
    case 'applying':
      return (
        <Waiting
          label={words.plan.applying}
          stop={words.plan.stop}
          onStop={stop}
          value={state.done}
          max={state.all}
          text={words.plan.progress(state.done, state.all)}
        />
      );
    case 'done':
      return <PlanResult articleId={articleId} {...state} onAgain={again} />;
    case 'plan':
      return (
        <PlanView
          key={state.plan.revision.number}
          {...state}
          mayRevise={mayRevise}
          onApply={(chosen) => void apply(state.file, state.plan, chosen)}
          onAgain={again}
        />
      );
  }
}

type WaitingProps = {
  readonly label: string;
  readonly stop: string;
  readonly onStop: () => void;
  readonly value?: number;
  readonly max?: number;
  readonly text?: string;
};

function Waiting({ stop, onStop, ...bar }: WaitingProps) {
  return (
    <div className="flex max-w-form items-end gap-4">
      <div className="flex-1">
        <ProgressBar {...bar} />
      </div>
      <Button onClick={onStop}>{stop}</Button>
    </div>
  );
}
