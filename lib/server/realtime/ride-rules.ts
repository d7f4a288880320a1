import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { onNotice } from './listen';
import type { Rider } from './stream';
import { teamMark } from './team-mark';

/**
 * Which rules the reader's team has, as their mark: at the beginning and whenever they have changed. A page whose rules
 * have another one reads them anew.
 */
export function rideRules({ teamId }: Pick<Actor, 'teamId'>, ring: () => void): Rider {
  let told: string | undefined;
  let isDue = true;
  const leave = onNotice('team', teamId, () => {
    isDue = true;
    ring();
  });
  return {
    async pump(write) {
      if (!isDue) return;
      isDue = false;
      const mark = await teamMark(teamId);
      if (mark === told) return;
      told = mark;
      write(`event: rules\ndata: ${JSON.stringify({ mark })}\n\n`);
    },
    leave,
  };
}
