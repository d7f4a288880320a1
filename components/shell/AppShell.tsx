import type { ReactNode } from 'react';
import { can } from '@/lib/domain/policy';
import { CommandsProvider } from '../commands/CommandsProvider';
import { messages } from '../messages';
import { contentId } from '../ui/page-content';
import type { DrawnFor } from './follow-team';
import { HomeLink, NavLinks, type Place } from './NavLinks';
import { SkipLink } from './SkipLink';
import { type ShellActor, UserMenu } from './UserMenu';

type AppShellProps = {
  readonly actor: ShellActor & DrawnFor;
  /** Where we are, when the address does not tell. */
  readonly active?: Place | undefined;
  readonly counts?: { readonly queue?: number | undefined; readonly inbox?: number | undefined };
  readonly children: ReactNode;
};

/** The signed-in frame: a rail of places at the side (on phones along the top) and the page's content. */
export function AppShell({ actor, active, counts = {}, children }: AppShellProps) {
  return (
    <CommandsProvider userId={actor.userId} canImport={can(actor, 'article.import').allowed}>
      <div className="phone:grid phone:grid-cols-[3.5rem_minmax(0,1fr)] print:block!">
        <SkipLink />
        <nav
          aria-label={messages.shell.navigation}
          className="flex items-center gap-1.5 border-line max-phone:h-13 max-phone:border-b max-phone:px-3 phone:sticky phone:top-0 phone:h-dvh phone:flex-col phone:border-e phone:py-3 print:hidden"
        >
          <HomeLink />
          <NavLinks
            active={active}
            actor={{
              userId: actor.userId,
              teamId: actor.teamId,
              role: actor.role,
              teamMark: actor.teamMark,
            }}
            counts={{ queue: counts.queue ?? 0, inbox: counts.inbox ?? 0 }}
          />
          <div className="flex-1 max-phone:hidden" />
          <UserMenu actor={actor} />
        </nav>
        <main id={contentId} tabIndex={-1} className="min-w-0 outline-none">
          {children}
        </main>
      </div>
    </CommandsProvider>
  );
}
