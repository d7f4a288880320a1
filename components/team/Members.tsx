import type { Actor } from '@/lib/domain/actor';
import type { Beat } from '@/lib/domain/beat';
import type { Instant } from '@/lib/domain/ids';
import type { Member } from '@/lib/domain/team';
import { messages } from '../messages';
import { team as teamWords } from '../messages/team';
import { Avatar } from '../ui/Avatar';
import { DataTable } from '../ui/DataTable';
import { RelativeTime } from '../ui/RelativeTime';
import { StatusChip } from '../ui/StatusChip';
import { MemberMenu } from './MemberMenu';
import type { TeamActions } from './team-actions';

export type MemberLine = Member & { readonly lastSeenAt: Instant | null; readonly beat: Beat };

type MembersProps = {
  readonly actor: Actor;
  readonly members: readonly MemberLine[];
  readonly actions: TeamActions;
};

/** The people of the team, what each may do, and what may be done about them. */
export function Members({ actor, members, actions }: MembersProps) {
  const words = teamWords;
  return (
    <DataTable caption={words.tableCaption} stack={false}>
      <thead>
        <tr>
          <th scope="col">{words.columns.name}</th>
          <th scope="col">{words.columns.role}</th>
          <th scope="col" className="max-lg:hidden">
            {words.columns.joined}
          </th>
          <th scope="col" className="max-md:hidden">
            {words.columns.seen}
          </th>
          <th scope="col">
            <span className="sr-only">{words.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <MemberRow key={member.id} actor={actor} member={member} actions={actions} />
        ))}
      </tbody>
    </DataTable>
  );
}

type MemberRowProps = Omit<MembersProps, 'members'> & { readonly member: MemberLine };

function MemberRow({ actor, member, actions }: MemberRowProps) {
  const words = teamWords;
  return (
    <tr id={`member-${member.id}`} className="scroll-mt-20 target:bg-pencil-bg">
      <th scope="row" className="w-full max-w-0">
        <div className="flex min-w-0 items-center gap-3">
          <Avatar
            person={member}
            decorative
            className={member.disabledAt === null ? undefined : 'opacity-60'}
          />
          <div className="min-w-0">
            <p className="truncate font-medium">
              {member.name}
              {member.id === actor.userId ? (
                <span className="font-normal text-ink-2"> ({words.you})</span>
              ) : null}
            </p>
            <p className="truncate text-xs font-normal text-ink-2">{member.email}</p>
          </div>
        </div>
      </th>
      <td className="whitespace-nowrap">
        {member.disabledAt === null ? (
          messages.shell.roles[member.role]
        ) : (
          <StatusChip tone="grey">{words.disabled}</StatusChip>
        )}
      </td>
      <td className="whitespace-nowrap text-ink-2 max-lg:hidden">
        <RelativeTime at={member.joinedAt} />
      </td>
      <td className="whitespace-nowrap text-ink-2 max-md:hidden">
        {member.lastSeenAt === null ? words.never : <RelativeTime at={member.lastSeenAt} />}
      </td>
      <td>
        <div className="flex justify-end pe-1">
          <MemberMenu actor={actor} member={member} actions={actions} />
        </div>
      </td>
    </tr>
  );
}
