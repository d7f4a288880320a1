import 'server-only';
import { roles } from '@/lib/domain/team';
import { plainRules, type TeamMember, type TeamRules } from '@/lib/domain/team-rules';
import type { VerdictScale } from '@/lib/domain/verdict';
import type { Reader } from './client';
import type { Prisma } from './generated/client';
import { known, toScale } from './rows';

/** Most members whose names come along with an article. */
const mostMembers = 500;

/** How a team checks and who is in it, in three queries. */
export async function readTeamRules(reader: Reader, teamId: string): Promise<TeamRules> {
  const team = await reader.team.findUniqueOrThrow({
    where: { id: teamId },
    select: { blindSecondCheck: true, usesAdmiraltyCode: true, scaleId: true },
  });
  const own = await reader.$queryRaw<Prisma.VerdictScaleModel[]>`
    SELECT DISTINCT ON ("id") * FROM "VerdictScale"
    WHERE "teamId" = ${teamId}::uuid ORDER BY "id", "version" DESC`;
  const members = await reader.$queryRaw<{ id: string; name: string; role: string }[]>`
    SELECT u."id", u."name", m."role" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."teamId" = ${teamId}::uuid AND m."disabledAt" IS NULL
    ORDER BY lower(u."name"), u."id" LIMIT ${mostMembers}`;
  const scales = [...own.filter(({ archivedAt }) => archivedAt === null).map(toScale), ...plainRules.scales];
  return {
    blindSecondCheck: team.blindSecondCheck,
    usesAdmiraltyCode: team.usesAdmiraltyCode,
    scales: chosenFirst(scales, team.scaleId),
    members: members.map(({ id, name, role }): TeamMember => ({ id, name, role: known(roles, role) })),
  };
}

/** Whether the second checks of a team are blind, alone. */
export async function readBlindness(
  reader: Reader,
  teamId: string,
): Promise<Pick<TeamRules, 'blindSecondCheck'>> {
  return reader.team.findUniqueOrThrow({ where: { id: teamId }, select: { blindSecondCheck: true } });
}

function chosenFirst(scales: readonly VerdictScale[], chosen: string | null): readonly VerdictScale[] {
  const first = scales.filter(({ id }) => id === (chosen ?? plainRules.scales[0]?.id));
  return [...first, ...scales.filter((scale) => !first.includes(scale))];
}
