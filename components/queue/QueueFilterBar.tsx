'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import type { Actor } from '@/lib/domain/actor';
import { claimTypes } from '@/lib/domain/annotation';
import { checkPriorities } from '@/lib/domain/check';
import { dueFilters, isFinished, type QueueFilters, type QueueLook, queueSorts } from '@/lib/domain/queue';
import type { Person } from '@/lib/domain/team';
import { messages } from '../messages';
import { claimWords } from '../messages/claim-words';
import { queue as queueWords } from '../messages/queue';
import { Button } from '../ui/Button';
import { type Option, Select } from '../ui/Select';
import { HandOutButton } from './HandOutButton';
import { filtersOf, parseQueueLook, queueAddress } from './queue-address';

type QueueFilterBarProps = {
  readonly actor: Actor;
  readonly look: QueueLook;
  /** The articles with something in the queue. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly Person[];
};

/** Order and filters of the queue; each choice is an address. */
export function QueueFilterBar({ actor, look, articles, people }: QueueFilterBarProps) {
  const router = useRouter();
  const words = queueWords;
  const go = (address: Route) => router.push(address, { scroll: false });
  const set = (name: keyof QueueFilters | 'sort', value: string) =>
    go(queueAddress(parseQueueLook({ ...look, [name]: value === '' ? undefined : value })));
  const hasFilters = Object.keys(filtersOf(look)).length > 0;

  return (
    <fieldset
      aria-label={words.filtersLabel}
      className="relative mb-4 flex min-w-0 flex-wrap items-center gap-2 max-phone:flex-nowrap max-phone:overflow-x-auto max-phone:p-0.5"
    >
      <Choice
        label={words.sort}
        value={isFinished(look.split) ? '' : look.sort}
        disabled={isFinished(look.split)}
        {...(isFinished(look.split) && { placeholder: words.sortFinished })}
        options={optionsOf(queueSorts, words.sorts)}
        onValue={(value) => set('sort', value)}
      />
      <Choice
        label={words.article}
        value={look.article ?? ''}
        placeholder={words.anyArticle}
        options={articles.map(({ id, title }) => ({ value: id, label: title }))}
        onValue={(value) => set('article', value)}
      />
      <Choice
        label={words.assignee}
        value={look.assignee ?? ''}
        placeholder={words.anyAssignee}
        options={[
          { value: 'nobody', label: words.nobody },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(value) => set('assignee', value)}
      />
      <Choice
        label={words.priorityFilter}
        value={look.priority ?? ''}
        placeholder={words.anyPriority}
        options={optionsOf([...checkPriorities].reverse(), messages.words.checkPriorities)}
        onValue={(value) => set('priority', value)}
      />
      <Choice
        label={words.type}
        value={look.type ?? ''}
        placeholder={words.anyType}
        options={optionsOf(claimTypes, claimWords.claimTypes)}
        onValue={(value) => set('type', value)}
      />
      <Choice
        label={words.due}
        value={look.due ?? ''}
        placeholder={words.anyDue}
        options={optionsOf(dueFilters, words.dues)}
        onValue={(value) => set('due', value)}
      />
      {hasFilters ? (
        <Button
          variant="ghost"
          size="sm"
          onClick={() => go(queueAddress({ split: look.split, sort: look.sort }))}
        >
          {words.clearFilters}
        </Button>
      ) : null}
      <span className="flex-1" />
      {look.article === undefined ? null : (
        <HandOutButton key={look.article} actor={actor} articleId={look.article} people={people} />
      )}
    </fieldset>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onValue: (value: string) => void;
};

function Choice({ onValue, ...rest }: ChoiceProps) {
  return (
    <Select
      {...rest}
      hideLabel
      className="w-36 max-phone:shrink-0"
      onChange={(event) => onValue(event.currentTarget.value)}
    />
  );
}

function optionsOf<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly Option[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
