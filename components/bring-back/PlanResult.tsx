import { useEffect, useRef } from 'react';
import type { BackInPlan } from '@/lib/exchange/back-in';
import { articleAddress, historyAddress } from '../history/history-address';
import { bringBack } from '../messages/bring-back';
import { bringBackText as textWords } from '../messages/bring-back-text';
import { compareAddress } from '../revisions/revisions-address';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { Notice } from '../ui/Notice';
import { PlanSection } from './PlanSection';
import type { Outcome } from './use-bring-back';

type PlanResultProps = {
  readonly articleId: string;
  readonly plan: BackInPlan;
  readonly outcome: Outcome;
  readonly onAgain: () => void;
};

const words = bringBack.result;

/** What became of a plan, and the ways on. */
export function PlanResult({ articleId, plan, outcome, onAgain }: PlanResultProps) {
  const { done, refused, changed, isStopped, text } = outcome;
  const isAnythingDone = done > 0 || (text?.done.length ?? 0) > 0;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const known = new Map(
    [...plan.items, ...plan.unplaced].map((item) => [
      item.id,
      item.kind === 'annotation' ? item.quote.exact : item.exact,
    ]),
  );
  return (
    <section className="flex max-w-form flex-col gap-4">
      <h2 ref={heading} tabIndex={-1} className="font-serif text-xl font-semibold outline-none">
        {words.title}
      </h2>
      <Notice tone={isAnythingDone ? 'ok' : 'plain'} role="status">
        {done === 0 ? text === null ? words.nothing : null : <p>{words.done(done)}</p>}
        {text === null || text.revision === null ? null : (
          <p>{textWords.saved(text.revision, text.done.length - (text.headline?.isDone === true ? 1 : 0))}</p>
        )}
        {text?.headline?.isDone === true ? <p>{textWords.headlineSaved}</p> : null}
      </Notice>
      {text === null || text.why === null ? null : (
        <Notice tone="danger" role="alert">
          {textWords.notSaved(text.why)}
        </Notice>
      )}
      {text?.headline?.why == null ? null : (
        <Notice tone="danger" role="alert">
          {textWords.headlineNotSaved(text.headline.why)}
        </Notice>
      )}
      {text === null || text.changed.length === 0 ? null : (
        <p className="text-ink-2">{textWords.changed(text.changed.length)}</p>
      )}
      {isStopped ? <p className="text-ink-2">{words.stopped}</p> : null}
      {changed === 0 ? null : <p className="text-ink-2">{words.changed(changed)}</p>}
      <PlanSection title={words.refused} items={refused}>
        {({ id, why }) => (
          <li key={id} className="border-b py-2 text-sm last:border-b-0">
            <span className="font-serif" dir="auto">
              {bringBack.item.quoted(known.get(id) ?? '')}
            </span>{' '}
            {why}
          </li>
        )}
      </PlanSection>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={articleAddress(articleId)}>
          {words.article}
        </ButtonLink>
        {text === null || text.revision === null ? null : (
          <ButtonLink href={compareAddress(articleId, text.revision - 1, text.revision)}>
            {textWords.compare}
          </ButtonLink>
        )}
        <ButtonLink href={historyAddress(articleId)}>{words.history}</ButtonLink>
        <Button onClick={onAgain}>{words.again}</Button>
      </div>
    </section>
  );
}
