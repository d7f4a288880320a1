'use client';

import type { Annotation } from '@/lib/domain/annotation';
import { openProposal } from '@/lib/domain/check';
import { type CheckAct, refusalOfAct } from '@/lib/domain/check-laws';
import { seenIn } from '@/lib/workbench/check-drafts';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { Button } from '../../ui/Button';
import { useWorkbench } from '../workbench-context';

const words = check.form;

type MovedNoticeProps = {
  readonly annotation: Annotation;
  /** What the check was when the form was begun. */
  readonly seen: string;
  readonly act: CheckAct;
  readonly onKeepMine: () => void;
  readonly onDropMine: () => void;
};

/** Says that others concluded something while a form was open, and asks what is to become of one's own words. */
export function MovedNotice({ annotation, seen, act, onKeepMine, onDropMine }: MovedNoticeProps) {
  const { actor } = useWorkbench();
  if (seenIn(annotation.check) === seen) return null;
  return (
    <section aria-label={words.moved} className="rounded-lg border border-warn/30 bg-warn-bg px-2.5 py-2">
      <p role="alert" className="text-sm font-medium text-warn">
        <WhatHappened annotation={annotation} /> {words.movedAbove}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="sm" onClick={onKeepMine} reason={refusalOfAct(act, actor, annotation)}>
          {words.keepMine}
        </Button>
        <Button size="sm" onClick={onDropMine}>
          {words.dropMine}
        </Button>
      </div>
    </section>
  );
}

function WhatHappened({ annotation: { check: now } }: { readonly annotation: Annotation }) {
  const { people } = useWorkbench();
  const proposal = now.status === 'proposed' ? openProposal(now) : undefined;
  if (proposal === undefined)
    return words.movedStatus(messages.words.checkStatuses[now.status].toLowerCase());
  const name = people[proposal.byId]?.name ?? messages.margin.card.unknownPerson;
  return words.movedProposal(name, messages.words.outcomes[proposal.outcome]);
}
