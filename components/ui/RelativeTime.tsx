'use client';

import { messages } from '../messages';
import { exactTime, relativeTime } from './relative-time';
import { useAlive, useNow } from './use-now';

type RelativeTimeProps = {
  /** ISO 8601, or a Date. */
  readonly at: string | Date;
  readonly className?: string | undefined;
};

/** How long ago something was; the exact moment on hover. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const moment = new Date(at);
  const alive = useAlive();
  const { text, relative } = relativeTime(moment, useNow());
  return (
    // Server and reader differ in clock and zone: the first paint keeps the server's words, then the element is made anew.
    <time
      key={alive ? 'alive' : 'first'}
      suppressHydrationWarning
      dateTime={moment.toISOString()}
      title={alive ? exactTime(moment) : undefined}
      className={className}
    >
      {text}
      {/* Always there: text may differ between server and reader, elements may not. */}
      <span suppressHydrationWarning className="sr-only">
        {relative ? messages.ui.time.ago : ''}
      </span>
    </time>
  );
}
