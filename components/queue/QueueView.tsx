'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Page, QueueItem, QueueSplit } from '@/lib/domain/lists';
import { can } from '@/lib/domain/policy';
import { DeskHints } from '../articles/DeskHints';
import { useDeskKeys } from '../articles/use-desk-keys';
import { useMore } from '../articles/use-more';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { reasonOf } from '../workbench/reason-of';
import { LookForm } from './LookForm';
import { QueueDetail } from './QueueDetail';
import { QueueEmpty } from './QueueEmpty';
import { QueueLine } from './QueueLine';
import { passageAddress, queueAddress } from './queue-address';
import { keepLookNote, useLookNote } from './use-look-note';
import { useQueueActs } from './use-queue-acts';

type QueueViewProps = {
  readonly actor: Actor;
  readonly split: QueueSplit;
  readonly first: Page<QueueItem>;
};

/** One part of the queue: the list at the left, the open claim at the right; on phones one after the other. */
export function QueueView({ actor, split, first }: QueueViewProps) {
  const words = messages.queue;
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { items, hasMore, isLoading, failure, more } = useMore(
    first,
    (cursor) => `/api/queue?split=${split}&cursor=${encodeURIComponent(cursor)}`,
    ({ flagId }) => flagId,
  );
  // Read here and not on the server: Back to this page shows it from memory, with the address as it was left.
  const annotationId = useSearchParams().get('annotation');
  const named = items.findIndex((item) => item.annotationId === annotationId);
  const [open, setOpen] = useState({ id: items[named]?.flagId, place: Math.max(named, 0) });
  const [isInDetail, setInDetail] = useState(named !== -1);
  const acts = useQueueActs((flagId) => setOpen((before) => ({ ...before, id: flagId })));

  const shown = items.filter(({ flagId }) => !acts.gone.has(flagId));
  const found = shown.findIndex(({ flagId }) => flagId === open.id);
  // What was open has left the list: whoever now stands at its place is the next.
  const at = found === -1 ? Math.min(open.place, shown.length - 1) : found;
  const current = shown[at];
  const note = useLookNote(actor.userId, current);

  function show(place: number, how: 'list' | 'detail'): void {
    const item = shown[place];
    if (item === undefined) return;
    setOpen({ id: item.flagId, place });
    window.history.replaceState(null, '', queueAddress(split, item.annotationId));
    reachLine(list.current, item.flagId, how === 'list');
    if (how === 'detail') requestAnimationFrame(() => heading.current?.focus());
    if (place >= shown.length - 3 && hasMore) void more();
  }

  /** Moves to a neighbour; the focus stays on the side where it is. */
  function step(by: 1 | -1): boolean {
    const place = Math.min(shown.length - 1, Math.max(0, at + by));
    const isLineFocused = list.current?.contains(document.activeElement) ?? false;
    show(place, isLineFocused || !isInDetail ? 'list' : 'detail');
    return current !== undefined;
  }

  function goToList(): void {
    setInDetail(false);
    if (current !== undefined) requestAnimationFrame(() => reachLine(list.current, current.flagId, true));
  }

  function openPassage(): boolean {
    if (current === undefined) return false;
    router.push(passageAddress(current.articleId, current.annotationId, split));
    return true;
  }

  /** After an act the next claim opens by itself, at the side where the act was done. */
  function afterAct(): void {
    setOpen({ id: (shown[at + 1] ?? shown[at - 1])?.flagId, place: at });
    requestAnimationFrame(() => heading.current?.focus());
  }

  async function look(): Promise<void> {
    if (current === undefined || !can(actor, 'flag.look').allowed) return;
    const item = current;
    afterAct();
    if (await acts.look(item, note.trim())) keepLookNote(actor.userId, item, '');
  }

  async function reopen(): Promise<void> {
    if (current === undefined || !can(actor, 'flag.reopen').allowed) return;
    afterAct();
    await acts.reopen(current);
  }

  const isLooked = split === 'looked';
  useDeskKeys({
    j: () => step(1),
    k: () => step(-1),
    Enter: openPassage,
    e: () => {
      setInDetail(true);
      if (isLooked) void reopen();
      else requestAnimationFrame(() => field.current?.focus());
      return true;
    },
    u: () => {
      goToList();
      return true;
    },
    z: acts.undo,
  });

  if (current === undefined) return <QueueEmpty split={split} />;
  const place = words.place(at + 1, hasMore ? `${shown.length}+` : String(Math.max(shown.length, 1)));
  const announced = words.announce(
    place,
    messages.words.flagPriorities[current.priority],
    current.exact.slice(0, 200),
    current.articleTitle,
  );
  return (
    <>
      <div className="grid items-start gap-x-8 lg:grid-cols-[22rem_minmax(0,1fr)] xl:grid-cols-[25rem_minmax(0,1fr)]">
        <div className={classNames(isInDetail && 'max-lg:hidden')}>
          <ul ref={list} aria-label={words.list} className="border-t">
            {shown.map((item, index) => (
              <QueueLine
                key={item.flagId}
                item={item}
                isCurrent={item === current}
                onOpen={() => {
                  setInDetail(true);
                  show(index, 'detail');
                }}
              />
            ))}
          </ul>
          {failure === undefined ? null : (
            <p role="alert" className="mt-3 text-sm text-danger">
              {failure}
            </p>
          )}
          {hasMore ? (
            <Button onClick={more} busy={isLoading} className="mt-4">
              {words.showMore}
            </Button>
          ) : null}
        </div>
        <div
          className={classNames(
            'pb-24 lg:sticky lg:top-14 lg:max-h-[calc(100dvh-3.5rem)] lg:overflow-y-auto lg:py-1 lg:ps-1',
            !isInDetail && 'max-lg:hidden',
          )}
        >
          <QueueDetail
            item={current}
            split={split}
            place={place}
            headingRef={heading}
            onStep={step}
            onBack={goToList}
          >
            {isLooked ? (
              <div className="border-t pt-4">
                <Button onClick={reopen} reason={reasonOf(can(actor, 'flag.reopen'))}>
                  {words.reopen}
                </Button>
              </div>
            ) : (
              <LookForm
                note={note}
                onNote={(words) => keepLookNote(actor.userId, current, words)}
                onLook={look}
                onLeave={() => heading.current?.focus()}
                fieldRef={field}
                reason={reasonOf(can(actor, 'flag.look'))}
              />
            )}
          </QueueDetail>
        </div>
      </div>
      <p role="status" className="sr-only">
        {announced}
      </p>
      <DeskHints
        hints={[
          ['J K', words.keyMove],
          ['↵', words.keyOpen],
          ['E', isLooked ? words.keyReopen : words.keyLook],
          ['U', words.keyBack],
          ['Z', words.keyUndo],
        ]}
      />
    </>
  );
}

/** Brings the line of a flag into view, and the focus onto it where wished. */
function reachLine(list: HTMLElement | null, flagId: string, takesFocus: boolean): void {
  const line = list?.querySelector<HTMLElement>(`[data-flag="${CSS.escape(flagId)}"]`);
  if (takesFocus) line?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: 'nearest' });
}
