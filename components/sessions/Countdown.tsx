'use client';

import { useEffect, useState } from 'react';
import { sessions as words } from '../messages/sessions';
import { exactTime, spanText } from '../ui/relative-time';
import { useAlive, useNow } from '../ui/use-now';

type CountdownProps = {
  readonly until: string;
  /** Says the span in a sentence; "12 min left" unless given. */
  readonly say?: (span: string) => string;
};

const secondsFromMs = 120_000;

/** How long there is until a moment, or how long it is over; by the second when it is near. */
export function Countdown({ until, say = words.timeLeft }: CountdownProps) {
  const alive = useAlive();
  const now = useClock(until);
  const leftMs = Date.parse(until) - now.getTime();
  const isNear = leftMs >= 0 && leftMs < secondsFromMs;
  const span = isNear
    ? words.seconds(Math.ceil(leftMs / 1_000))
    : spanText(Math.abs(leftMs) / 1_000, Math.floor);
  return (
    <time
      key={alive ? 'alive' : 'first'}
      suppressHydrationWarning
      dateTime={until}
      title={alive ? exactTime(new Date(until)) : undefined}
      className="tabular-nums"
    >
      {leftMs < 0 ? words.timeOver(span) : say(span)}
    </time>
  );
}

/** The present moment, by the second while the other one is near. */
function useClock(until: string): Date {
  const slow = useNow();
  const [quick, setQuick] = useState<Date>();
  const leftMs = Date.parse(until) - slow.getTime();
  const isNear = leftMs > -35_000 && leftMs < secondsFromMs + 35_000;
  useEffect(() => {
    if (!isNear) return;
    const timer = setInterval(() => setQuick(new Date()), 1_000);
    return () => clearInterval(timer);
  }, [isNear]);
  return isNear && quick !== undefined && quick > slow ? quick : slow;
}
