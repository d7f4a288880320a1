import { z } from 'zod';
import type { Passage } from '@/lib/domain/article';
import type { Waiver } from '@/lib/domain/article-sign-off-schema';

const signOffDraftSchema = z.strictObject({
  /** Where the sentences start that are to be waived. */
  chosen: z.array(z.int()),
  reason: z.string(),
  /** Reasons of single sentences, by their start. */
  ownReasons: z.record(z.string(), z.string()),
  isOverride: z.boolean(),
  overrideReason: z.string(),
  withdrawReason: z.string(),
});
/** What is typed for an article's sign-off and not sent yet. */
export type SignOffDraft = Readonly<z.infer<typeof signOffDraftSchema>>;

export const blankSignOffDraft: SignOffDraft = {
  chosen: [],
  reason: '',
  ownReasons: {},
  isOverride: false,
  overrideReason: '',
  withdrawReason: '',
};

/** Most sentences that one sign-off can waive. */
export const maxWaivers = 2_000;

/** The waivers of those chosen sentences that still are gaps. `reason` is empty where none is given yet. */
export function waiversOf(draft: SignOffDraft, gaps: readonly Passage[]): readonly Waiver[] {
  const chosen = new Set(draft.chosen);
  return gaps
    .filter(({ start }) => chosen.has(start))
    .map(({ start, end }) => ({ start, end, reason: reasonAt(draft, start) }));
}

function reasonAt({ ownReasons, reason }: SignOffDraft, start: number): string {
  return (ownReasons[start] ?? '').trim() || reason.trim();
}

/** A draft that an earlier page may have kept; anything else is a blank one. */
export function readSignOffDraft(kept: unknown): SignOffDraft {
  const read = signOffDraftSchema.safeParse(kept);
  return read.success ? read.data : blankSignOffDraft;
}
