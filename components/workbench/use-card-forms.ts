'use client';

import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { isBlankDraft } from '@/lib/workbench/blank-drafts';
import type { Draft, DraftKey } from '@/lib/workbench/drafts';
import { type CardDrafts, useDrafts } from './use-drafts';

/** Which forms of a card are open, and the drafts in them. */
export type CardForms = {
  readonly drafts: CardDrafts;
  /** Drafts whose form shows: opened by hand, or refused and waiting for a decision. */
  readonly shown: readonly Draft[];
  /** Drafts with words in them whose form is closed. */
  readonly kept: readonly Draft[];
  /** Opens the form of a draft; a draft of the same thing that was begun earlier goes on. */
  readonly begin: (draft: Draft) => void;
  readonly open: (draft: DraftKey) => void;
  readonly close: (draft: DraftKey) => void;
};

export function useCardForms(annotation: Annotation): CardForms {
  const drafts = useDrafts(annotation);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());

  const open = (draft: DraftKey): void => setOpened((now) => new Set(now).add(keyOf(draft)));
  const close = (draft: DraftKey): void =>
    setOpened((now) => new Set([...now].filter((key) => key !== keyOf(draft))));

  function begin(draft: Draft): void {
    const earlier = drafts.all.find((other) => other.state !== 'sent' && isSameThing(other, draft));
    if (earlier === undefined) drafts.write(draft);
    open(earlier ?? draft);
  }

  // What came back refused is open again, and stays so while it is corrected.
  useEffect(() => {
    const refused = drafts.all.filter(({ state }) => state === 'refused').map(keyOf);
    if (refused.length > 0) setOpened((now) => new Set([...now, ...refused]));
  }, [drafts.all]);

  // A form that closes takes the focus with it: the card keeps it.
  const openCount = opened.size;
  const before = useRef(openCount);
  useEffect(() => {
    if (openCount < before.current && document.activeElement === document.body) {
      const card = document.querySelector(`[data-annotation-card="${annotation.id}"]`);
      card?.querySelector<HTMLElement>('[data-card-toggle]')?.focus({ preventScroll: true });
    }
    before.current = openCount;
  }, [openCount, annotation.id]);

  const waiting = drafts.all.filter((draft) => draft.state !== 'sent');
  const isShown = (draft: Draft): boolean => opened.has(keyOf(draft)) || draft.state === 'refused';
  return {
    drafts,
    shown: waiting.filter(isShown),
    kept: waiting.filter((draft) => !isShown(draft) && !isBlankDraft(draft)),
    begin,
    open,
    close,
  };
}

const keyOf = ({ kind, itemId }: DraftKey): string => `${kind} ${itemId}`;

/** New things of one kind share one draft; changes go by what they change. */
function isSameThing(one: Draft, other: Draft): boolean {
  if (one.kind !== other.kind || placeOf(one) !== placeOf(other)) return false;
  return (one.base === null && other.base === null && one.kind !== 'look') || one.itemId === other.itemId;
}

/** A question and a discussion, and replies to two conversations, are not the same thing. */
function placeOf(draft: Draft): string {
  if (draft.kind === 'thread') return draft.values.kind;
  return draft.kind === 'reply' ? draft.values.threadId : '';
}
