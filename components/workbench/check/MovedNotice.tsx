'use client';

import type { Annotation } from '@/lib/domain/annotation';
import { openProposal } from '@/lib/domain/check';
import { type CheckAct, refusalOfAct } from '@/lib/domain/laws/check-laws';
import { seenIn } from '@/lib/workbench/check-drafts';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { Button } from '../../ui/Button';
import { useSetAside } from '../use-set-aside';
import { useWorkbench } from '../workbench-context';

const words = check.form;

type MovedNoticeProps = {
  readonly annotation: Annotation;
  /** What the check was when the form was begun. */
  readonly seen: string;
  readonly act: CheckAct;
  /** What was typed; the history keeps it when theirs stands. */
  readonly mine: string;
  readonly onKeepMine: () => void;
  readonly onDropMine: () => void;
  /** Another way in which one's own words stay, where the rules do not let them go on as they are. */
  readonly instead?:
    | { readonly label: string; readonly hint?: string; readonly onChoose: () => void }
    | undefined;
  /** Makes one of both; absent where they cannot be joined. */
  readonly onMerge?: (() => void) | undefined;
};

/** Says that others concluded something while a form was open, and asks what is to become of one's own words. */
export function MovedNotice(props: MovedNoticeProps) {
  const { annotation, seen, act, mine, instead, onMerge, onKeepMine, onDropMine } = props;
  const { actor } = useWorkbench();
  const setAside = useSetAside(annotation.id);
  if (seenIn(annotation.check) === seen) return null;

  function takeTheirs(): void {
    setAside('check', annotation.id, mine);
    onDropMine();
  }

  return (
    <section aria-label={words.moved} className="rounded-lg border border-warn/30 bg-warn-bg px-2.5 py-2">
      <p role="alert" className="text-sm font-medium text-warn">
        <WhatHappened annotation={annotation} /> {words.movedAbove}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {instead === undefined ? (
          <Button size="sm" onClick={onKeepMine} reason={refusalOfAct(act, actor, annotation)}>
            {words.keepMine}
          </Button>
        ) : (
          <Button size="sm" onClick={instead.onChoose}>
            {instead.label}
          </Button>
        )}
        {onMerge === undefined ? null : (
          <Button size="sm" onClick={onMerge}>
            {words.merge}
          </Button>
        )}
        <Button size="sm" onClick={takeTheirs}>
          {words.dropMine}
        </Button>
      </div>
      <p className="mt-1.5 text-xs text-ink-2">
        {[instead?.hint, onMerge && words.mergeHint, words.dropped].filter(Boolean).join(' ')}
      </p>
    </section>
  );
}

function WhatHappened({ annotation: { check: now } }: { readonly annotation: Annotation }) {
  const { actor, people } = useWorkbench();
  const proposal = now.status === 'proposed' ? openProposal(now) : undefined;
  if (proposal === undefined)
    return words.movedStatus(messages.words.checkStatuses[now.status].toLowerCase());
  if (proposal.byId === actor.userId) return words.movedOwn(messages.words.outcomes[proposal.outcome]);
  const name = people[proposal.byId]?.name ?? messages.margin.card.unknownPerson;
  return words.movedProposal(name, messages.words.outcomes[proposal.outcome]);
}
