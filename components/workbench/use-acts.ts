'use client';

import type { Annotation, Mark } from '@/lib/domain/annotation';
import { type ClaimLink, linksOf } from '@/lib/domain/laws/claim-links';
import { messages } from '../messages';
import { useToast } from '../ui/Toast';
import { useAct } from './use-act';
import { useWorkbench } from './workbench-context';

const words = messages.margin;

/** What can be done to an annotation without typing. Each act shows at once and offers to be undone. */
export function useActs(annotation: Annotation) {
  const { annotations, activeId, setActive } = useWorkbench();
  const { show } = useToast();
  const { act, actWithUndo } = useAct();
  const annotationId = annotation.id;

  return {
    /** A claim's repetitions go with it. */
    changeMark(mark: Mark): void {
      if (annotation.repeatsId !== null) return void show({ message: messages.compound.markThere });
      if (mark === annotation.mark) return;
      const type = 'annotation.change';
      const all = [annotation, ...linksOf(annotationId, annotations).repetitions];
      for (const { id, version } of all) void act({ type, annotationId: id, version, changes: { mark } });
      show({
        message: words.card.markChanged(messages.words.marks[mark]),
        onUndo: () => {
          for (const { id, version, mark: before } of all)
            void act({ type, annotationId: id, version: version + 1, changes: { mark: before } });
        },
      });
    },

    /** Takes a part or repetition off its claim. */
    unlink(link: ClaimLink): void {
      const { version, partOfId, repeatsId } = annotation;
      const type = 'annotation.change';
      actWithUndo({ type, annotationId, version, changes: link }, messages.compound.unlinked, {
        type,
        annotationId,
        version: version + 1,
        changes: link.partOfId === null ? { partOfId } : { repeatsId },
      });
    },

    remove(): void {
      const { version } = annotation;
      if (activeId === annotationId) setActive(null, 'pointer');
      actWithUndo(
        { type: 'annotation.delete', annotationId, version },
        words.card.removed(messages.words.marks[annotation.mark]),
        { type: 'annotation.restore', annotationId, version: version + 1 },
      );
    },

    async copyLink(): Promise<void> {
      const address = linkTo(annotationId);
      try {
        await navigator.clipboard.writeText(address);
        show({ message: words.card.linkCopied });
      } catch {
        // Browsers forbid it on pages without https: the address is then shown to be copied by hand.
        show({ message: words.card.linkFailed(address), timeoutMs: 0 });
      }
    },
  };
}

/** The address that opens this article at an annotation, whatever is filtered. */
function linkTo(annotationId: string): string {
  const address = new URL(window.location.pathname, window.location.origin);
  address.searchParams.set('annotation', annotationId);
  return address.href;
}
