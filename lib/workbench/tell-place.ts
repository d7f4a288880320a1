import type { Whereabouts } from '@/lib/domain/presence';
import { isSamePlace } from './company';

/** Tells colleagues where one is: seldom, never twice the same, and nothing while nobody is there to hear it. */
export type PlaceTeller = {
  readonly move: (at: Whereabouts) => void;
  /** Under which name one's browser is known; another name has to be told the place anew. */
  readonly knownAs: (client: string) => void;
  readonly stop: () => void;
};

type PlaceTellerOptions = {
  readonly post: (client: string, at: Whereabouts) => void;
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
};

/** The least time between two tellings; what happens meanwhile is told as one. */
export const tellEveryMs = 400;

/** Makes a teller that knows neither place nor name yet. */
export function createPlaceTeller({ post, schedule }: PlaceTellerOptions): PlaceTeller {
  let client = '';
  let now: Whereabouts | undefined;
  let told: Whereabouts | undefined;
  let cancel: (() => void) | undefined;

  function tell(): void {
    if (cancel !== undefined || client === '' || now === undefined) return;
    if (told !== undefined && isSamePlace(told, now)) return;
    told = now;
    post(client, now);
    cancel = schedule(() => {
      cancel = undefined;
      tell();
    }, tellEveryMs);
  }

  return {
    move(at) {
      now = at;
      tell();
    },
    knownAs(name) {
      if (name === client) return;
      client = name;
      told = undefined;
      tell();
    },
    stop: () => cancel?.(),
  };
}
