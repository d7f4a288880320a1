import type { Instant } from './ids';

/** How long a claim was held during a session, by whomever; `since` while somebody holds it, else null. */
export type Clock = { readonly heldMs: number; readonly since: Instant | null };
export type Clocks = Readonly<Record<string, Clock>>;

/** What of an event moves a clock. */
export type ClockEvent = {
  readonly type: string;
  readonly annotationId?: string;
  readonly check?: { readonly holder: object | null } | undefined;
  /** The clocks with which a session begins, or goes on after it was reopened. */
  readonly clocks?: Clocks;
};

/**
 * The clocks of the claims of a session after an event in it: a clock runs while somebody holds the claim, goes on
 * when another person takes it over, and rests while nobody does. At the end of a session all stop.
 */
export function clocksAfter(clocks: Clocks, event: ClockEvent, at: Instant): Clocks {
  switch (event.type) {
    case 'session.opened':
    case 'session.reopened':
      return event.clocks ?? {};
    case 'session.closed':
      return Object.fromEntries(Object.entries(clocks).map(([id, clock]) => [id, stopped(clock, at)]));
    case 'annotation.deleted': {
      const clock = clocks[event.annotationId ?? ''];
      return clock === undefined ? clocks : { ...clocks, [event.annotationId ?? '']: stopped(clock, at) };
    }
    default:
      return event.annotationId === undefined || event.check === undefined
        ? clocks
        : turned(clocks, event.annotationId, event.check.holder !== null, at);
  }
}

/** How long a claim has been held up to an instant, in milliseconds. */
export function heldUntil({ heldMs, since }: Clock, at: Instant): number {
  return since === null ? heldMs : heldMs + Math.max(0, Date.parse(at) - Date.parse(since));
}

function turned(clocks: Clocks, id: string, isHeld: boolean, at: Instant): Clocks {
  const clock = clocks[id];
  if (isHeld) return clock?.since ? clocks : startClocks(clocks, [id], at);
  return clock?.since ? { ...clocks, [id]: stopped(clock, at) } : clocks;
}

/** Clocks with those of these claims running from an instant on. */
export function startClocks(clocks: Clocks, ids: readonly string[], at: Instant): Clocks {
  const running = ids.map((id) => [id, { heldMs: clocks[id]?.heldMs ?? 0, since: at }] as const);
  return { ...clocks, ...Object.fromEntries(running) };
}

function stopped(clock: Clock, at: Instant): Clock {
  return clock.since === null ? clock : { heldMs: heldUntil(clock, at), since: null };
}
