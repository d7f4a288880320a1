'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Page } from '@/lib/domain/lists';
import { can, reasonOf } from '@/lib/domain/policy';
import type { QueueItem, QueueLook } from '@/lib/domain/queue';
import type { Person } from '@/lib/domain/team';
import { useMore } from '../articles/use-more';
import { usePageCommands } from '../commands/use-page-commands';
import { messages } from '../messages';
import { queue as queueWords } from '../messages/queue';
import { queueActs as queueActsWords } from '../messages/queue-acts';
import { Button } from '../ui/Button';
import { classNames } from '../ui/class-names';
import { ClaimMatches } from './ClaimMatches';
import { FailureList } from './FailureList';
import { LookForm } from './LookForm';
import { QueueActsBar } from './QueueActsBar';
import { QueueDetail } from './QueueDetail';
import { QueueEmpty } from './QueueEmpty';
import { QueueHints } from './QueueHints';
import { QueueList } from './QueueList';
import type { QueueAct } from './queue-act';
import { filtersOf, lookQuery, passageAddress } from './queue-address';
import { SelectionBar } from './SelectionBar';
import { useClaimMatches } from './use-claim-matches';
import { keepLookNote, useLookNote } from './use-look-note';
import { useQueueActs } from './use-queue-acts';
import { type OpenAt, useQueuePlace } from './use-queue-place';
import { useSelection } from './use-selection';

type QueueViewProps = {
  readonly actor: Actor;
  readonly look: QueueLook;
  readonly first: Page<QueueItem>;
  /** Who can be asked to check. */
  readonly people: readonly Person[];
};

/**
 * One look at the queue: the list at the left, the open claim at the right; on phones one after the other. The same
 * keys work in both; with claims selected they act on all of them. Long because it ties list, claim and keys together.
 */
export function QueueView({ actor, look, first, people }: QueueViewProps) {
  const words = queueWords;
  const { split } = look;
  const router = useRouter();
  const field = useRef<HTMLTextAreaElement>(null);
  const snoozeButton = useRef<HTMLButtonElement>(null);
  const { items, hasMore, isLoading, failure, more } = useMore(
    first,
    (cursor) => `/api/queue?${lookQuery(look)}&cursor=${encodeURIComponent(cursor)}`,
    ({ key }) => key,
  );
  const [open, setOpen] = useState<OpenAt>({ key: undefined, place: 0 });
  const acts = useQueueActs(split, (key) => setOpen((before) => ({ ...before, key })));
  const place = useQueuePlace({ look, items, gone: acts.gone, onNearEnd: () => hasMore && void more() }, [
    open,
    setOpen,
  ]);
  const { shown, at, current } = place;
  const selection = useSelection(shown.map(({ key }) => key));
  const selected = shown.filter(({ key }) => selection.keys.has(key));
  const note = useLookNote(actor.userId, current?.flag ? { ...current, flag: current.flag } : undefined);

  const matches = useClaimMatches(isChecked(current) ? current : undefined);

  async function act(what: QueueAct): Promise<void> {
    if (selected.length > 0) {
      const done = await acts.act(what, selected);
      // What failed stays selected, to be tried again.
      selection.setAll(selected.filter((item) => !done.includes(item)).map(({ key }) => key));
    } else if (current !== undefined) {
      const item = current;
      place.advance(place.isInDetail);
      const done = await acts.act(what, [item]);
      if (done.length > 0 && what.kind === 'look' && item.flag !== null)
        keepLookNote(actor.userId, { ...item, flag: item.flag }, '');
    }
  }

  function finish(): boolean {
    if (split === 'looked') {
      if (can(actor, 'flag.reopen').allowed) void act({ kind: 'reopen' });
    } else if (selected.length > 0) {
      if (can(actor, 'flag.look').allowed) void act({ kind: 'look', note: '' });
    } else {
      place.setInDetail(true);
      requestAnimationFrame(() => field.current?.focus());
    }
    return true;
  }

  function reach(by: 1 | -1): boolean {
    const next = shown[at + by];
    if (current === undefined || next === undefined) return false;
    selection.reachTo(current.key, next.key);
    place.show(at + by, 'list');
    return true;
  }

  function openPassage(): boolean {
    if (current === undefined) return false;
    router.push(passageAddress(current.articleId, current.annotationId, look));
    return true;
  }

  const hasCurrent = current !== undefined;
  const hasSelected = selected.length > 0;
  usePageCommands('queue', {
    'queue.next': () => place.step(1),
    'queue.previous': () => place.step(-1),
    'queue.open': hasCurrent ? openPassage : undefined,
    'queue.finish': hasSelected || current?.flag ? finish : undefined,
    'queue.snooze': hasCurrent
      ? () => {
          snoozeButton.current?.click();
          return snoozeButton.current !== null;
        }
      : undefined,
    'queue.select': hasCurrent
      ? () => {
          selection.toggle(current.key);
          return true;
        }
      : undefined,
    'queue.reuse':
      matches.chosen.size > 0 && can(actor, 'evidence.create').allowed
        ? () => {
            void matches.reuse();
            return true;
          }
        : undefined,
    'queue.selectDown': () => reach(1),
    'queue.selectUp': () => reach(-1),
    'queue.clear': hasSelected
      ? () => {
          selection.clear();
          return true;
        }
      : undefined,
    'queue.list': () => {
      place.goToList();
      return true;
    },
    'queue.undo': acts.undo,
  });

  const failures = <FailureList failures={acts.failures} onDismiss={acts.dismissFailures} />;
  if (current === undefined)
    return (
      <>
        {failures}
        <QueueEmpty look={look} isFiltered={Object.keys(filtersOf(look)).length > 0} />
      </>
    );
  const placeText = words.place(at + 1, hasMore ? `${shown.length}+` : String(shown.length));
  const bar = { actor, people, isSnoozed: split === 'snoozed', onAct: act, snoozeRef: snoozeButton };
  return (
    <>
      {failures}
      {selected.length === 0 ? null : (
        <SelectionBar
          count={selected.length}
          shown={shown.length}
          onSelectAll={() => selection.setAll(shown.map(({ key }) => key))}
          onClear={selection.clear}
          acts={
            <QueueActsBar {...bar} label={queueActsWords.bulkLabel}>
              <Button
                size="sm"
                reason={reasonOf(can(actor, split === 'looked' ? 'flag.reopen' : 'flag.look'))}
                onClick={() => act(split === 'looked' ? { kind: 'reopen' } : { kind: 'look', note: '' })}
              >
                {split === 'looked' ? words.reopen : queueActsWords.look}
              </Button>
            </QueueActsBar>
          }
        />
      )}
      <div className="grid items-start gap-x-8 lg:grid-cols-[22rem_minmax(0,1fr)] xl:grid-cols-[23rem_minmax(0,1fr)]">
        <QueueList
          className={classNames(place.isInDetail && 'max-lg:hidden')}
          place={place}
          split={split}
          selection={selection}
          failure={failure}
          {...(hasMore && { onMore: more })}
          isLoading={isLoading}
        />
        <div
          className={classNames(
            'pb-24 lg:sticky lg:top-14 lg:max-h-[calc(100dvh-3.5rem)] lg:overflow-y-auto lg:py-1 lg:ps-1',
            !place.isInDetail && 'max-lg:hidden',
          )}
        >
          <QueueDetail
            item={current}
            look={look}
            place={placeText}
            of={place}
            beside={
              isChecked(current) ? (
                <ClaimMatches of={matches} look={look} reason={reasonOf(can(actor, 'evidence.create'))} />
              ) : null
            }
          >
            {selected.length === 0 ? <QueueActsBar {...bar} label={queueActsWords.oneLabel} /> : null}
            {current.flag === null ? null : current.flag.looked === null ? (
              <LookForm
                note={note}
                onNote={(words) =>
                  current.flag && keepLookNote(actor.userId, { ...current, flag: current.flag }, words)
                }
                onLook={() => act({ kind: 'look', note: note.trim() })}
                onLeave={() => place.headingRef.current?.focus()}
                fieldRef={field}
                reason={reasonOf(can(actor, 'flag.look'))}
              />
            ) : (
              <div className="border-t pt-4">
                <Button onClick={() => act({ kind: 'reopen' })} reason={reasonOf(can(actor, 'flag.reopen'))}>
                  {words.reopen}
                </Button>
              </div>
            )}
          </QueueDetail>
        </div>
      </div>
      <p role="status" className="sr-only">
        {words.announce(
          placeText,
          messages.words.checkPriorities[current.priority],
          current.exact.slice(0, 200),
          current.articleTitle,
        )}
      </p>
      <QueueHints isLooked={split === 'looked'} />
    </>
  );
}

/** Only claims and sourced facts are checked, and only for them is there an archive. */
function isChecked(item: QueueItem | undefined): boolean {
  return item?.mark === 'claim' || item?.mark === 'sourced_fact';
}
