import 'server-only';
import { db } from '@/lib/db/client';
import { readTeamRules } from '@/lib/db/team-rules';
import type { Actor } from '@/lib/domain/actor';
import { rulesMark } from '@/lib/domain/rules-mark';
import { onNotice } from './listen';
import type { Rider } from './stream';

// Next loads this module more than once in a process.
const shared: typeof globalThis & { galleyRules?: Map<string, Promise<string>> } = globalThis;
const mostTeams = 1_000;

/**
 * Which rules the reader's team has, as their mark: at the beginning and whenever they have changed. A page whose rules
 * have another one reads them anew.
 */
export function rideRules({ teamId }: Pick<Actor, 'teamId'>, ring: () => void): Rider {
  let told: string | undefined;
  let isDue = true;
  const leave = onNotice('team', teamId, () => {
    known().delete(teamId);
    isDue = true;
    ring();
  });
  return {
    async pump(write) {
      if (!isDue) return;
      isDue = false;
      const mark = await markOf(teamId);
      if (mark === told) return;
      told = mark;
      write(`event: rules\ndata: ${JSON.stringify({ mark })}\n\n`);
    },
    leave,
  };
}

function known(): Map<string, Promise<string>> {
  shared.galleyRules ??= new Map();
  return shared.galleyRules;
}

/** Read once for all readers of a team in this process, until it changes. */
function markOf(teamId: string): Promise<string> {
  const marks = known();
  const found = marks.get(teamId);
  if (found !== undefined) return found;
  if (marks.size >= mostTeams) marks.clear();
  const mark = readTeamRules(db, teamId).then(rulesMark);
  marks.set(teamId, mark);
  mark.catch(() => marks.delete(teamId)); // whoever asked is told; the next one asks anew
  return mark;
}
