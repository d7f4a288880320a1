'use client';

import type { Annotation, Flag, Note } from '@/lib/domain/annotation';
import type { Evidence } from '@/lib/domain/evidence';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { card as cardWords } from '../messages/card';
import { useAct } from './use-act';

/** What can be done to what hangs on an annotation, without typing. Each act shows at once and offers to be undone. */
export function usePartActs({ id: annotationId }: Annotation) {
  const { act, actWithUndo } = useAct();
  return {
    removeNote({ id: noteId, version }: Note): void {
      actWithUndo({ type: 'note.delete', annotationId, noteId, version }, cardWords.note.removed, {
        type: 'note.restore',
        annotationId,
        noteId,
        version: version + 1,
      });
    },

    removeEvidence({ id: evidenceId, version }: Evidence): void {
      actWithUndo(
        { type: 'evidence.delete', annotationId, evidenceId, version },
        cardWords.evidence.removed,
        {
          type: 'evidence.restore',
          annotationId,
          evidenceId,
          version: version + 1,
        },
      );
    },

    removeFile({ id: evidenceId, version }: Evidence, file: EvidenceFile): void {
      const change = { type: 'evidence.change', annotationId, evidenceId } as const;
      actWithUndo({ ...change, version, changes: { file: null } }, cardWords.file.removed(file.name), {
        ...change,
        version: version + 1,
        changes: { file },
      });
    },

    reopenFlag({ id: flagId, version }: Flag): void {
      void act({ type: 'flag.reopen', annotationId, flagId, version });
    },
  };
}
