'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Beat } from '@/lib/domain/beat';
import type { CommandAnswer } from '@/lib/domain/commands';
import type { HandedOut, OpenClaim } from '@/lib/domain/hand-out';
import { askServer } from '../articles/ask-server';
import { sendCommands } from '../articles/send-command';
import { articles as articlesWords } from '../messages/articles';
import { handOut as handOutWords } from '../messages/hand-out';
import { queue as queueWords } from '../messages/queue';
import { useToast } from '../ui/Toast';
import type { CommandWithoutId } from '../workbench/workbench-context';

/** A claim that could not be handed out, and why. */
export type NotHanded = { readonly claim: OpenClaim; readonly message: string };

export type HandOutWork = {
  /** Undefined while they are read. */
  readonly claims: readonly OpenClaim[] | undefined;
  /** What people know best. */
  readonly beats: Readonly<Record<string, Beat>>;
  readonly failure: string | undefined;
  readonly notHanded: readonly NotHanded[];
  readonly isBusy: boolean;
  /** Plans each claim for its person; true when all could be. */
  readonly carryOut: (handed: readonly HandedOut[]) => Promise<boolean>;
};

/** The open claims of an article, and handing them out with Undo. */
export function useHandOut(articleId: string): HandOutWork {
  const [claims, setClaims] = useState<readonly OpenClaim[]>();
  const [beats, setBeats] = useState<HandOutWork['beats']>({});
  const [failure, setFailure] = useState<string>();
  const [notHanded, setNotHanded] = useState<readonly NotHanded[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const router = useRouter();
  const toast = useToast();
  const words = handOutWords;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for them anew
  useEffect(() => {
    const leave = new AbortController();
    askServer(`/api/articles/${articleId}/open-claims`, { signal: leave.signal })
      // Our own door made this list; its shape is the door's contract.
      .then((answer) => {
        const { items, beats } = answer as {
          readonly items: readonly OpenClaim[];
          readonly beats: HandOutWork['beats'];
        };
        setClaims(items);
        setBeats(beats);
      })
      .catch((error: unknown) => {
        if (!leave.signal.aborted) setFailure(sentenceOf(error));
      });
    return () => leave.abort();
  }, [articleId, round]);

  async function carryOut(handed: readonly HandedOut[]): Promise<boolean> {
    const wanted = handed.flatMap(({ annotationId, assigneeId }) => {
      const claim = claims?.find((one) => one.annotationId === annotationId);
      return claim === undefined ? [] : [{ claim, assigneeId }];
    });
    setBusy(true);
    try {
      const answers = await sendCommands(
        articleId,
        wanted.map(({ claim, assigneeId }) => planFor(claim, claim.checkVersion, assigneeId)),
      );
      const refused = wanted.flatMap(({ claim }, index) => failureIn(claim, answers[index]));
      const done = wanted.filter((_, index) => answers[index]?.ok === true).map(({ claim }) => claim);
      setNotHanded(refused);
      if (done.length > 0)
        toast.show({ message: words.done(done.length), onUndo: () => void takeBack(done) });
      if (refused.length > 0) setRound((before) => before + 1);
      router.refresh();
      return refused.length === 0;
    } catch (error) {
      setFailure(sentenceOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function takeBack(done: readonly OpenClaim[]): Promise<void> {
    try {
      const answers = await sendCommands(
        articleId,
        done.map((claim) => planFor(claim, claim.checkVersion + 1, null)),
      );
      const [first] = done.flatMap((claim, index) => failureIn(claim, answers[index]));
      if (first === undefined) toast.show({ message: words.undone });
      else toast.show({ message: queueWords.refused(first.message), tone: 'danger' });
    } catch (error) {
      toast.show({ message: queueWords.refused(sentenceOf(error)), tone: 'danger' });
    }
    router.refresh();
  }

  return { claims, beats, failure, notHanded, isBusy, carryOut };
}

function planFor({ annotationId }: OpenClaim, version: number, assigneeId: string | null): CommandWithoutId {
  return { type: 'check.plan', annotationId, version, changes: { assigneeId } };
}

function failureIn(claim: OpenClaim, answer: CommandAnswer | undefined): readonly NotHanded[] {
  if (answer === undefined) return [{ claim, message: articlesWords.noAnswer }];
  return answer.ok ? [] : [{ claim, message: answer.error.message }];
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : articlesWords.noAnswer;
