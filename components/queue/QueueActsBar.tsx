'use client';

import { AlarmClock, CalendarClock, Flag, UserRound } from 'lucide-react';
import { type ReactNode, type Ref, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { checkPriorities } from '@/lib/domain/check';
import { can, reasonOf } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';
import { messages } from '../messages';
import { queueActs as queueActsWords } from '../messages/queue-acts';
import { Button } from '../ui/Button';
import { Kbd } from '../ui/Kbd';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu';
import { DayDialog } from './DayDialog';
import { type TimeChoice, timeOf } from './due-choices';
import type { QueueAct } from './queue-act';

type QueueActsBarProps = {
  readonly label: string;
  readonly actor: Actor;
  /** Who can be asked to check. */
  readonly people: readonly Person[];
  readonly isSnoozed: boolean;
  readonly onAct: (act: QueueAct) => void;
  /** The button that H presses. */
  readonly snoozeRef: Ref<HTMLButtonElement>;
  readonly children?: ReactNode;
};

const dueHour = 18;
const snoozeHour = 9;

/** Assign, priority, due time and snooze, for one claim or for all that are selected. */
export function QueueActsBar(props: QueueActsBarProps) {
  const { label, actor, people, isSnoozed, onAct, snoozeRef, children } = props;
  const [asksDay, setAsksDay] = useState<'due' | 'snooze'>();
  const words = queueActsWords;
  const reason = reasonOf(can(actor, 'check.plan'));
  return (
    <fieldset aria-label={label} className="flex flex-wrap items-center gap-1.5">
      <Menu trigger={<BarButton icon={<UserRound aria-hidden />}>{words.assign}</BarButton>}>
        {people.map(({ id, name }) => (
          <MenuItem key={id} reason={reason} onSelect={() => onAct({ kind: 'assign', assigneeId: id })}>
            {id === actor.userId ? words.me(name) : name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem reason={reason} onSelect={() => onAct({ kind: 'assign', assigneeId: null })}>
          {words.nobody}
        </MenuItem>
      </Menu>
      <Menu trigger={<BarButton icon={<Flag aria-hidden />}>{words.priority}</BarButton>}>
        {[...checkPriorities].reverse().map((priority) => (
          <MenuItem key={priority} reason={reason} onSelect={() => onAct({ kind: 'priority', priority })}>
            {messages.words.checkPriorities[priority]}
          </MenuItem>
        ))}
      </Menu>
      <Menu trigger={<BarButton icon={<CalendarClock aria-hidden />}>{words.due}</BarButton>}>
        <Times
          choices={[
            ['today', words.dueToday],
            ['tomorrow', words.dueTomorrow],
            ['next_week', words.dueNextWeek],
          ]}
          hour={dueHour}
          reason={reason}
          onTime={(dueAt) => onAct({ kind: 'due', dueAt })}
        />
        <MenuItem reason={reason} onSelect={() => setAsksDay('due')}>
          {words.chooseDay}
        </MenuItem>
        <MenuSeparator />
        <MenuItem reason={reason} onSelect={() => onAct({ kind: 'due', dueAt: null })}>
          {words.dueNone}
        </MenuItem>
      </Menu>
      {isSnoozed ? (
        <Button size="sm" ref={snoozeRef} onClick={() => onAct({ kind: 'snooze', until: null })}>
          <AlarmClock aria-hidden className="size-3.5" />
          {words.wake}
          <Kbd keys="H" className="max-lg:hidden" />
        </Button>
      ) : (
        <Menu
          trigger={
            <BarButton ref={snoozeRef} icon={<AlarmClock aria-hidden />} keys="H">
              {words.snooze}
            </BarButton>
          }
        >
          <Times
            choices={[
              ['tomorrow', words.snoozeTomorrow],
              ['next_week', words.snoozeNextWeek],
            ]}
            hour={snoozeHour}
            onTime={(until) => onAct({ kind: 'snooze', until })}
          />
          <MenuItem onSelect={() => setAsksDay('snooze')}>{words.chooseDay}</MenuItem>
        </Menu>
      )}
      {children}
      {asksDay === undefined ? null : (
        <DayDialog
          what={asksDay}
          hour={asksDay === 'due' ? dueHour : snoozeHour}
          onClose={() => setAsksDay(undefined)}
          onTime={(time) =>
            onAct(asksDay === 'due' ? { kind: 'due', dueAt: time } : { kind: 'snooze', until: time })
          }
        />
      )}
    </fieldset>
  );
}

type BarButtonProps = Parameters<typeof Button>[0] & { readonly icon: ReactNode; readonly keys?: string };

function BarButton({ icon, keys, children, ...rest }: BarButtonProps) {
  return (
    <Button size="sm" {...rest} className="[&_svg]:size-3.5">
      {icon}
      {children}
      {keys === undefined ? null : <Kbd keys={keys} className="max-lg:hidden" />}
    </Button>
  );
}

type TimesProps = {
  readonly choices: readonly (readonly [TimeChoice, string])[];
  readonly hour: number;
  readonly reason?: string | undefined;
  readonly onTime: (time: string) => void;
};

function Times({ choices, hour, reason, onTime }: TimesProps) {
  return choices.map(([choice, label]) => {
    const time = timeOf(choice, new Date(), hour);
    return (
      <MenuItem
        key={choice}
        reason={reason ?? (time === undefined ? queueActsWords.past : undefined)}
        onSelect={() => time !== undefined && onTime(time)}
      >
        {label}
      </MenuItem>
    );
  });
}
