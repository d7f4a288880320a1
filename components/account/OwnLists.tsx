import type { Instant } from '@/lib/domain/ids';
import type { Role } from '@/lib/domain/team';
import type { TokenScope } from '@/lib/domain/token-scope';
import { messages } from '../messages';
import { account as accountWords } from '../messages/account';
import { RelativeTime } from '../ui/RelativeTime';
import { StatusChip } from '../ui/StatusChip';
import type { FormAction } from './form-action';
import { OwnThing, OwnThings } from './OwnThings';

type SessionListProps = {
  readonly sessions: readonly {
    readonly id: string;
    readonly browser: string;
    readonly teamName: string;
    readonly startedAt: Instant;
    readonly lastSeenAt: Instant;
  }[];
  readonly hereId: string;
  readonly action: FormAction;
};

/** Where one is signed in; every session but this one can be ended here. */
export function SessionList({ sessions, hereId, action }: SessionListProps) {
  const words = accountWords.sessions;
  return (
    <OwnThings>
      {sessions.map(({ id, browser, teamName, startedAt, lastSeenAt }) => (
        <OwnThing
          key={id}
          title={browser}
          meta={
            <>
              {teamName} · {words.started} <RelativeTime at={startedAt} />
              {id === hereId ? null : (
                <>
                  {' '}
                  · {words.seen} <RelativeTime at={lastSeenAt} />
                </>
              )}
            </>
          }
          {...(id === hereId
            ? { state: <StatusChip tone="green">{words.here}</StatusChip> }
            : {
                act: {
                  action,
                  values: { sessionId: id },
                  label: words.end,
                  fullLabel: words.endFor(browser),
                  danger: true,
                  done: words.ended(browser),
                },
              })}
        />
      ))}
    </OwnThings>
  );
}

type TeamListProps = {
  readonly teams: readonly { readonly id: string; readonly name: string; readonly role: Role }[];
  readonly hereId: string;
  readonly action: FormAction;
};

/** The teams one can work in. */
export function TeamList({ teams, hereId, action }: TeamListProps) {
  const words = accountWords.teams;
  return (
    <OwnThings>
      {teams.map(({ id, name, role }) => (
        <OwnThing
          key={id}
          title={name}
          meta={messages.shell.roles[role]}
          {...(id === hereId
            ? { state: <StatusChip tone="green">{words.here}</StatusChip> }
            : {
                act: { action, values: { teamId: id }, label: words.switch, fullLabel: words.switchTo(name) },
              })}
        />
      ))}
    </OwnThings>
  );
}

type TokenListProps = {
  readonly tokens: readonly {
    readonly id: string;
    readonly name: string;
    readonly scope: TokenScope;
    readonly createdAt: Instant;
    readonly expiresAt: Instant | null;
    readonly lastUsedAt: Instant | null;
  }[];
  readonly action: FormAction;
};

/** The scripts that act as oneself. */
export function TokenList({ tokens, action }: TokenListProps) {
  const words = accountWords.tokens;
  if (tokens.length === 0) return <p className="text-ink-2">{words.none}</p>;
  return (
    <OwnThings>
      {tokens.map(({ id, name, scope, createdAt, expiresAt, lastUsedAt }) => (
        <OwnThing
          key={id}
          title={name}
          meta={
            <>
              {words.scopes[scope].label} · {words.created} <RelativeTime at={createdAt} /> ·{' '}
              {lastUsedAt === null ? (
                words.never
              ) : (
                <>
                  {words.used} <RelativeTime at={lastUsedAt} />
                </>
              )}
              {expiresAt === null ? null : (
                <>
                  {' '}
                  · {words.ends} <RelativeTime at={expiresAt} />
                </>
              )}
            </>
          }
          act={{
            action,
            values: { tokenId: id },
            label: words.revoke,
            fullLabel: words.revokeFor(name),
            danger: true,
            done: words.revoked(name),
          }}
        />
      ))}
    </OwnThings>
  );
}
