'use client';

import type { Annotation } from '@/lib/domain/annotation';
import { newId } from '@/lib/domain/new-id';
import { can } from '@/lib/domain/policy';
import type { ThreadKind } from '@/lib/domain/thread';
import type { DraftOf } from '@/lib/workbench/drafts';
import { newThread } from '@/lib/workbench/thread-drafts';
import { threads as threadsWords } from '../../messages/threads';
import { Button } from '../../ui/Button';
import type { CardForms } from '../use-card-forms';
import { useWorkbench } from '../workbench-context';
import { ThreadComposer } from './ThreadComposer';
import { ThreadIcon } from './ThreadIcon';
import { ThreadItem } from './ThreadItem';

const words = threadsWords;

type ThreadsProps = { readonly annotation: Annotation; readonly forms: CardForms };

/** The conversations on an annotation, those being begun, and the two ways to begin one. */
export function Threads({ annotation, forms }: ThreadsProps) {
  const { actor } = useWorkbench();
  // What was said and taken back altogether leaves nothing to show.
  const threads = annotation.threads.filter(({ replies }) => replies.length > 0);
  const begun = forms.shown.filter((draft): draft is DraftOf<'thread'> => draft.kind === 'thread');
  const isBegun = (kind: ThreadKind): boolean => begun.some(({ values }) => values.kind === kind);
  const begin = (kind: ThreadKind) => () => forms.begin(newThread(kind, annotation.id, [newId(), newId()]));
  return (
    <>
      {threads.length === 0 ? null : (
        <ul aria-label={words.list} className="mt-2.5 flex flex-col gap-2.5">
          {threads.map((thread) => (
            <ThreadItem key={thread.id} annotation={annotation} thread={thread} forms={forms} />
          ))}
        </ul>
      )}
      {begun.map((draft) => (
        <section key={draft.itemId} aria-label={words.newForm[draft.values.kind]} className="mt-2.5">
          <p aria-hidden className="flex items-center gap-1.5 text-xs font-semibold text-ink-2">
            <ThreadIcon kind={draft.values.kind} />
            {words.newForm[draft.values.kind]}
          </p>
          <ThreadComposer
            draft={draft}
            reply={undefined}
            drafts={forms.drafts}
            onClose={() => forms.close(draft)}
            label={words.newForm[draft.values.kind]}
            postLabel={words.post[draft.values.kind]}
            hint={words.newHint[draft.values.kind]}
          />
        </section>
      ))}
      {can(actor, 'thread.open').allowed ? (
        <div className="mt-2.5 flex flex-wrap gap-1.5">
          {isBegun('author_query') ? null : (
            <Button size="sm" onClick={begin('author_query')}>
              <ThreadIcon kind="author_query" />
              {words.ask}
            </Button>
          )}
          {isBegun('discussion') ? null : (
            <Button size="sm" onClick={begin('discussion')}>
              <ThreadIcon kind="discussion" />
              {words.discuss}
            </Button>
          )}
        </div>
      ) : null}
    </>
  );
}
