'use client';

import { useCallback, useMemo } from 'react';
import type { CommandAnswer } from '@/lib/domain/commands';
import type { Memory } from '@/lib/workbench/memory';
import type { Proposal } from '@/lib/workbench/proposal';
import type { View } from '@/lib/workbench/store';

type Proposals = {
  /** Annotations with a change that the server has not confirmed. */
  readonly pending: ReadonlySet<string>;
  /** Annotations whose latest change was refused, with the reason. */
  readonly failed: ReadonlyMap<string, string>;
  readonly propose: (proposal: Proposal) => Promise<CommandAnswer>;
};

/** How the margin asks for changes, and which annotations have one on its way or refused. */
export function useProposals(memory: Memory, { pending: changes, refusals }: View): Proposals {
  const pending = useMemo(
    () =>
      new Set(
        changes.flatMap(({ command, isSaved }) =>
          'annotationId' in command && !isSaved ? [command.annotationId] : [],
        ),
      ),
    [changes],
  );
  const failed = useMemo(
    () =>
      new Map(
        refusals.flatMap(({ command, error }) =>
          'annotationId' in command ? [[command.annotationId, error.message] as const] : [],
        ),
      ),
    [refusals],
  );
  const propose = useCallback((proposal: Proposal) => memory.act(proposal).answer, [memory]);
  return { pending, failed, propose };
}
