'use client';

import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { openProposal } from '@/lib/domain/check';
import { newId } from '@/lib/domain/new-id';
import { can } from '@/lib/domain/policy';
import { askServer, Refusal } from '../../articles/ask-server';
import { drift as words } from '../../messages/drift';
import { margin } from '../../messages/margin';
import { Button } from '../../ui/Button';
import { useToast } from '../../ui/Toast';
import { useWorkbench } from '../workbench-context';

/** Puts a suggested wording that others have confirmed into the text, as a revision of its own. Nothing where there is none. */
export function ApplyWording({ annotation }: { readonly annotation: Annotation }) {
  const { actor, articleId, revision } = useWorkbench();
  const { show } = useToast();
  const [isBusy, setBusy] = useState(false);
  const { anchor, check } = annotation;
  const wording = openProposal(check)?.suggestedWording ?? null;
  const isConfirmed = check.status === 'second_check' || check.status === 'signed_off';
  const isThere = wording === null || anchor.state === 'orphaned' || anchor.exact === wording;
  if (!isConfirmed || isThere || !can(actor, 'article.revise').allowed) return null;

  async function apply(wording: string): Promise<void> {
    setBusy(true);
    try {
      const { withWording } = await import('@/lib/editor/with-wording');
      const answer = await askServer(`/api/articles/${articleId}/revisions`, {
        body: {
          commandId: newId(),
          type: 'article.revise',
          baseRevisionId: revision.id,
          revisionId: newId(),
          doc: withWording(revision.doc, anchor, wording),
          edits: [{ from: anchor.start, to: anchor.end, inserted: wording }],
          source: 'wording',
          reason: words.wordingReason(anchor.exact).slice(0, 1_000),
        },
      });
      // Our own door made this answer; its shape is the door's contract.
      const { number } = (answer as { readonly revision: { readonly number: number } }).revision;
      show({ message: words.wordingApplied(number) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      show({ message: margin.refused(error.message), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="mt-1.5">
      <Button size="sm" busy={isBusy} onClick={() => void apply(wording)}>
        <PencilLine aria-hidden className="size-3.5" /> {words.applyWording}
      </Button>
    </div>
  );
}
