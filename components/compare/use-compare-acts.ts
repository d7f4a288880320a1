'use client';

import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleEvent } from '@/lib/domain/events';
import { refusalOfAct } from '@/lib/domain/laws/check-laws';
import { can, reasonOf } from '@/lib/domain/policy';
import { Refusal } from '../articles/ask-server';
import { sendCommand } from '../articles/send-command';
import { articles } from '../messages/articles';
import { revisions } from '../messages/revisions';
import { useToast } from '../ui/Toast';
import type { CommandWithoutId } from '../workbench/workbench-context';
import type { CompareRow } from './compare-rows';

/** What can be done about annotations while two revisions are compared; each act is sent at once and said aloud. */
export type CompareActs = {
  /** As they stand after what was done here. */
  readonly annotations: readonly Annotation[];
  /** The later revision is the current one, so that something can be done at all. */
  readonly isCurrent: boolean;
  readonly said: string;
  readonly reasonNotToAccept: (annotation: Annotation) => string | undefined;
  readonly reasonNotToRecheck: (annotation: Annotation) => string | undefined;
  readonly accept: (annotation: Annotation) => void;
  readonly recheck: (annotation: Annotation) => void;
  /** The first annotation of a row that waits. */
  readonly acceptNext: (row: CompareRow) => boolean;
  readonly recheckNext: (row: CompareRow) => boolean;
};

type CompareActsOptions = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly annotations: readonly Annotation[];
  readonly isCurrent: boolean;
};

const words = revisions.compare;

/** Whether new words or a new place wait to be accepted. */
export const isWaiting = ({ anchor }: Annotation): boolean =>
  anchor.state === 'touched' || anchor.state === 'moved';

export const isStale = ({ check }: Annotation): boolean => check.status === 'stale';

export function useCompareActs({
  actor,
  articleId,
  annotations: given,
  isCurrent,
}: CompareActsOptions): CompareActs {
  const [annotations, setAnnotations] = useState(given);
  const [said, setSaid] = useState('');
  const { show } = useToast();
  const reasonNotToAccept = ({ authorId }: Annotation) =>
    reasonOf(can(actor, 'annotation.change', { authorId }));
  const reasonNotToRecheck = (annotation: Annotation) => refusalOfAct('recheck', actor, annotation);

  async function send(
    command: CommandWithoutId,
    done: string,
    undoOf?: (event: ArticleEvent) => CommandWithoutId,
  ): Promise<void> {
    try {
      const event = await sendCommand(articleId, command);
      setAnnotations((before) => before.map((annotation) => afterEvent(annotation, event)));
      setSaid(done);
      if (undoOf !== undefined)
        show({ message: done, onUndo: () => void send(undoOf(event), words.takenBack) });
    } catch (error) {
      show({ message: error instanceof Refusal ? error.message : articles.noAnswer, tone: 'danger' });
    }
  }

  function accept({ id: annotationId, version, anchor }: Annotation, left = 0): void {
    void send(
      { type: 'annotation.accept_anchor', annotationId, version },
      words.accepted(left),
      ({ commandId: changeId }) => ({
        ...{ type: 'annotation.put_back', annotationId, version: version + 1, changeId, anchor },
      }),
    );
  }

  function recheck({ id, check }: Annotation): void {
    void send({ type: 'check.recheck', annotationId: id, version: check.version }, words.rechecked);
  }

  function tell(sentence: string): true {
    setSaid(sentence);
    show({ message: sentence });
    return true;
  }

  return {
    ...{ annotations, isCurrent, said, reasonNotToAccept, reasonNotToRecheck },
    accept: (annotation) => accept(annotation),
    recheck,
    acceptNext({ here }) {
      if (!isCurrent) return tell(words.onlyCurrent);
      const [next, ...others] = here.filter(isWaiting);
      if (next === undefined) return tell(words.nothingToAccept);
      const reason = reasonNotToAccept(next);
      if (reason !== undefined) return tell(reason);
      accept(next, others.length);
      return true;
    },
    recheckNext({ here }) {
      if (!isCurrent) return tell(words.onlyCurrent);
      const next = here.find(isStale);
      if (next === undefined) return tell(words.nothingToRecheck);
      const reason = reasonNotToRecheck(next);
      if (reason !== undefined) return tell(reason);
      recheck(next);
      return true;
    },
  };
}

/** An annotation after one's own act; other events have not been asked for. */
function afterEvent(annotation: Annotation, { body }: ArticleEvent): Annotation {
  if (!('annotationId' in body) || body.annotationId !== annotation.id) return annotation;
  if (body.type === 'annotation.changed')
    return { ...annotation, anchor: body.changes.anchor ?? annotation.anchor, version: body.version };
  return 'check' in body && body.check !== undefined ? { ...annotation, check: body.check } : annotation;
}
