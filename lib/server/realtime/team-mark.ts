import 'server-only';
import { db } from '@/lib/db/client';
import { readTeamRules } from '@/lib/db/team-rules';
import { rulesMark } from '@/lib/domain/rules-mark';
import { onNotice } from './listen';

// Next loads this module more than once in a process.
const shared: typeof globalThis & { galleyRules?: Map<string, Promise<string>> } = globalThis;
const mostTeams = 1_000;

/**
 * The mark of a team's rules and names: read once in this process until they change. It is never newer than what is read
 * after it, so that a page which was drawn with older rules can tell by it.
 */
export function teamMark(teamId: string): Promise<string> {
  const marks = known();
  const found = marks.get(teamId);
  if (found !== undefined) return found;
  if (marks.size >= mostTeams) marks.clear();
  const mark = readTeamRules(db, teamId).then(rulesMark);
  marks.set(teamId, mark);
  mark.catch(() => marks.delete(teamId)); // whoever asked is told; the next one asks anew
  return mark;
}

function known(): Map<string, Promise<string>> {
  if (shared.galleyRules !== undefined) return shared.galleyRules;
  const marks = new Map<string, Promise<string>>();
  shared.galleyRules = marks;
  onNotice('team', null, (teamId) => (teamId === undefined ? marks.clear() : marks.delete(teamId)));
  return marks;
}
