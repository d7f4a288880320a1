import { isSealed } from '@/lib/domain/check';
import { isSealedVote } from '@/lib/domain/session';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';

/** How much of everything a Galley file brings along, and what it lacks. */
export type GalleyCounts = {
  readonly annotations: number;
  readonly replyRequests: number;
  /** The rest is null where the file holds only a copy of the report. */
  readonly whole: {
    /** Before the present one. */
    readonly revisions: number;
    readonly events: number;
    readonly sessions: number;
    readonly votes: number;
    readonly captures: number;
    readonly files: number;
    readonly corrections: number;
    readonly deleted: number;
    /** Attached files that are named without their bytes. */
    readonly missingFiles: number;
    /** Votes and proposals that whoever wrote the file could not see. */
    readonly sealed: number;
  } | null;
};

/** What will come in with a Galley file. */
export function galleyCounts({ annotations, replyRequests, whole }: GalleyFile): GalleyCounts {
  const present = { annotations: annotations.length, replyRequests: replyRequests.length };
  if (whole === null) return { ...present, whole };
  const { deleted, files } = whole;
  const votes = whole.ballots.flatMap(({ rounds }) => rounds.flatMap((round) => round.votes));
  const hidden = annotations.filter(({ check }) => check.proposal !== null && isSealed(check.proposal));
  return {
    ...present,
    whole: {
      revisions: whole.revisions.length - 1,
      events: whole.events.length,
      sessions: whole.sessions.length,
      votes: votes.filter((vote) => !isSealedVote(vote)).length,
      captures: whole.captures.length,
      files: files.filter(({ content }) => content !== null).length,
      corrections: whole.corrections.length,
      deleted:
        deleted.annotations.length + deleted.notes.length + deleted.evidence.length + deleted.replies.length,
      missingFiles: files.filter(({ content }) => content === null).length,
      sealed: votes.filter(isSealedVote).length + hidden.length,
    },
  };
}
