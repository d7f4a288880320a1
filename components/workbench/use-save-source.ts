'use client';

import type { Annotation } from '@/lib/domain/annotation';
import type { Evidence } from '@/lib/domain/evidence';
import { newId } from '@/lib/domain/new-id';
import { sourceFrom } from '@/lib/domain/source';
import { askServer, Refusal } from '../articles/ask-server';
import { messages } from '../messages';
import { articles as articlesWords } from '../messages/articles';
import { sources as sourcesWords } from '../messages/sources';
import { useToast } from '../ui/Toast';
import { useWorkbench } from './workbench-context';

/** Keeps evidence as a source of the library, and names it as the one that the evidence is from. */
export function useSaveSource({ id: annotationId }: Annotation): (evidence: Evidence) => Promise<void> {
  const { propose } = useWorkbench();
  const { show } = useToast();
  return async ({ id: evidenceId, version, ...fields }) => {
    const sourceId = newId();
    try {
      await askServer('/api/sources', { body: { sourceId, fields: sourceFrom(fields) } });
    } catch (error) {
      const message = error instanceof Refusal ? error.message : articlesWords.noAnswer;
      return void show({ message, tone: 'danger' });
    }
    const changes = { sourceId };
    const answer = await propose({ type: 'evidence.change', annotationId, evidenceId, version, changes });
    if (answer.ok) show({ message: sourcesWords.suggest.saved(fields.title) });
    else show({ message: messages.margin.refused(answer.error.message), tone: 'danger' });
  };
}
