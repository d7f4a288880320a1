import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/AppShell';
import { requireSession } from '@/lib/server/access';
import { countUnread } from '@/lib/server/inbox/find-inbox';
import { countQueue } from '@/lib/server/queue/count-queue';

/** The signed-in frame of every page but the workbench. Each page asks for its actor by itself. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  const { actor, teamName, teamMark, needsSecondFactor } = await requireSession({ beforeSecondFactor: true });
  const [queue, inbox] = needsSecondFactor
    ? [0, 0]
    : await Promise.all([countQueue(actor), countUnread(actor)]);
  return (
    <AppShell actor={{ ...actor, teamName, teamMark }} counts={{ queue, inbox }}>
      {children}
    </AppShell>
  );
}
