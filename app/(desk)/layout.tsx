import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/AppShell';
import { requireSession } from '@/lib/server/access';
import { countQueue } from '@/lib/server/queue/count-queue';

/** The signed-in frame of every page but the workbench. Each page asks for its actor by itself. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  const { actor, teamName, needsSecondFactor } = await requireSession({ beforeSecondFactor: true });
  const queue = needsSecondFactor ? 0 : await countQueue(actor);
  return (
    <AppShell actor={{ ...actor, teamName }} counts={{ queue }}>
      {children}
    </AppShell>
  );
}
