import { door } from '@/lib/server/http';
import { changeTeamRules, getAllTeamRules, teamRulesBody } from '@/lib/server/team/change-team-rules';

/** How the team checks. */
export const GET = door({}, ({ actor }) => getAllTeamRules(actor));

/** Changes some of it. */
export const PATCH = door({ body: teamRulesBody, rate: 'command' }, ({ actor, body }) =>
  changeTeamRules(actor, body),
);
