import 'server-only';

/** A minute's requests of somebody: how many there are now, and in how many milliseconds counting begins anew. */
export type Count = { readonly count: number; readonly leftMs: number };

/** What a process counted since it said so last, and what all processes have together. */
export type Sent = { readonly key: string; readonly added: number; readonly leftMs: number };
export type Told = { readonly key: string; readonly count: number; readonly leftMs: number };

/** How a count reaches the others, and time. */
export type Surroundings = {
  /** Adds what was counted here to what all have, and answers that. */
  readonly share: (sent: readonly Sent[]) => Promise<readonly Told[]>;
  readonly onFailure: (error: unknown) => void;
  readonly now: () => number;
  readonly schedule: (callback: () => void, afterMs: number) => void;
};

export type SharedCount = {
  /** Counts one request unless there are `limit` already; undefined then. `count` says how many there are at any time. */
  readonly add: (key: string, limit: number) => Count | undefined;
  readonly count: (key: string) => Count;
};

/** What is counted is said to the others so long after it was counted, all keys in one statement. */
export const shareAfterMs = 500;
const windowMs = 60_000;

type Held = { own: number; sent: number; others: number; endsAt: number };

/**
 * Counts requests in this process, and hears at most half a second later what the other processes have counted. While
 * nobody answers it counts by itself. A minute begins with the first request of its key, in whichever process that was.
 */
export function createSharedCount({ share, onFailure, now, schedule }: Surroundings): SharedCount {
  const held = new Map<string, Held>();
  let isScheduled = false;

  function heldFor(key: string): Held {
    const known = held.get(key);
    if (known !== undefined && known.endsAt > now()) return known;
    const fresh = { own: 0, sent: 0, others: 0, endsAt: now() + windowMs };
    held.set(key, fresh);
    return fresh;
  }

  const countOf = ({ own, others, endsAt }: Held): Count => ({ count: own + others, leftMs: endsAt - now() });

  function shareSoon(): void {
    if (isScheduled) return;
    isScheduled = true;
    schedule(() => void shareNow(), shareAfterMs);
  }

  async function shareNow(): Promise<void> {
    for (const [key, { endsAt }] of held) if (endsAt <= now()) held.delete(key);
    const due = [...held].filter(([, { own, sent }]) => own > sent);
    const sent = due.map(([key, one]) => ({ key, added: one.own - one.sent, leftMs: one.endsAt - now() }));
    try {
      if (sent.length > 0) hear(sent, new Map(due), await share(sent));
    } catch (error) {
      onFailure(error);
    }
    isScheduled = false;
    if ([...held.values()].some((one) => one.own > one.sent)) shareSoon();
  }

  /** What a minute that ended meanwhile was told of goes to nobody. */
  function hear(sent: readonly Sent[], due: ReadonlyMap<string, Held>, told: readonly Told[]): void {
    for (const { key, added } of sent) {
      const one = due.get(key);
      if (one !== undefined) one.sent += added;
    }
    for (const { key, count, leftMs } of told) {
      const one = due.get(key);
      if (one === undefined) continue;
      one.others = Math.max(0, count - one.sent);
      one.endsAt = now() + leftMs;
    }
  }

  return {
    add(key, limit) {
      const one = heldFor(key);
      if (one.own + one.others >= limit) return undefined;
      one.own += 1;
      shareSoon();
      return countOf(one);
    },
    count: (key) => countOf(heldFor(key)),
  };
}
