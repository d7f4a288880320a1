'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ClaimMatch } from '@/lib/domain/claim-match';
import { type Evidence, evidenceFieldsOf, withoutContact } from '@/lib/domain/evidence';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { newId } from '@/lib/domain/new-id';
import type { QueueItem } from '@/lib/domain/queue';
import { askServer } from '../articles/ask-server';
import { sendCommands } from '../articles/send-command';
import { articles as articlesWords } from '../messages/articles';
import { claimMatch as claimMatchWords } from '../messages/claim-match';
import { queue as queueWords } from '../messages/queue';
import { useToast } from '../ui/Toast';

export type ClaimMatches = {
  /** Undefined while they are looked for. */
  readonly matches: readonly ClaimMatch[] | undefined;
  readonly failure: string | undefined;
  /** Ids of the evidence that is to be used again; at first that of the most alike claim. */
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (evidenceId: string) => void;
  /** Copies what is chosen onto the open claim. */
  readonly reuse: () => Promise<void>;
  readonly isBusy: boolean;
};

/** Similar earlier claims of the one that is open, and their evidence to use again. */
export function useClaimMatches(item: QueueItem | undefined): ClaimMatches {
  const annotationId = item?.annotationId;
  const [found, setFound] = useState<Found>();
  const [isBusy, setBusy] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const words = claimMatchWords;

  useEffect(() => {
    if (annotationId === undefined) return;
    const leave = new AbortController();
    askServer(`/api/annotations/${annotationId}/matches`, { signal: leave.signal })
      // Our own door made this list; its shape is the door's contract.
      .then((answer) => (answer as { readonly items: readonly ClaimMatch[] }).items)
      .then((matches) => setFound({ annotationId, matches, chosen: firstEvidence(matches) }))
      .catch((error: unknown) => {
        if (leave.signal.aborted) return;
        setFound({ annotationId, matches: [], chosen: new Set(), failure: sentenceOf(error) });
      });
    return () => leave.abort();
  }, [annotationId]);

  const here = found?.annotationId === annotationId ? found : undefined;

  async function reuse(): Promise<void> {
    if (item === undefined || here === undefined || isBusy) return;
    const chosen = here.matches.flatMap(({ evidence }) => evidence).filter(({ id }) => here.chosen.has(id));
    const copies = chosen.map((evidence) => ({ evidence, id: newId() }));
    if (copies.length === 0) return;
    setBusy(true);
    try {
      const { made, refusal } = await attach(item, copies);
      setFound({ ...here, chosen: new Set() });
      if (made.length > 0)
        toast.show({ message: words.reused(made.length), onUndo: () => void takeBack(item, made) });
      if (refusal !== undefined) toast.show({ message: queueWords.refused(refusal), tone: 'danger' });
      router.refresh();
    } catch (error) {
      toast.show({ message: queueWords.refused(sentenceOf(error)), tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }

  async function takeBack({ articleId, annotationId }: QueueItem, ids: readonly string[]): Promise<void> {
    const answers = await sendCommands(
      articleId,
      ids.map((evidenceId) => ({ type: 'evidence.delete', annotationId, evidenceId, version: 1 })),
    ).catch(() => []);
    const refused = answers.find((answer) => !answer.ok);
    if (refused?.ok === false)
      toast.show({ message: queueWords.refused(refused.error.message), tone: 'danger' });
    else if (answers.length === 0) toast.show({ message: articlesWords.offline, tone: 'danger' });
    else toast.show({ message: queueWords.undone });
    router.refresh();
  }

  return {
    matches: annotationId === undefined ? [] : here?.matches,
    failure: here?.failure,
    chosen: here?.chosen ?? new Set(),
    toggle(evidenceId) {
      if (here === undefined) return;
      const chosen = new Set(here.chosen);
      if (!chosen.delete(evidenceId)) chosen.add(evidenceId);
      setFound({ ...here, chosen });
    },
    reuse,
    isBusy,
  };
}

type Found = {
  readonly annotationId: string | undefined;
  readonly matches: readonly ClaimMatch[];
  readonly chosen: ReadonlySet<string>;
  readonly failure?: string;
};

function firstEvidence(matches: readonly ClaimMatch[]): ReadonlySet<string> {
  const first = matches.find(({ evidence }) => evidence.length > 0);
  return new Set(first?.evidence.map(({ id }) => id));
}

/** The ids of the copies that were made, and why another one was not. */
async function attach(
  { articleId, annotationId }: QueueItem,
  copies: readonly { readonly evidence: Evidence; readonly id: string }[],
): Promise<{ readonly made: readonly string[]; readonly refusal: string | undefined }> {
  const files = await Promise.all(copies.map(({ evidence }) => copyFile(articleId, evidence)));
  const answers = await sendCommands(
    articleId,
    copies.map(({ evidence, id }, index) => ({
      type: 'evidence.create',
      annotationId,
      evidenceId: id,
      fields: {
        ...withoutContact(evidenceFieldsOf(evidence)),
        file: files[index] ?? null,
        reusedFromId: evidence.id,
      },
    })),
  );
  const made = copies.filter((_, index) => answers[index]?.ok === true).map(({ id }) => id);
  const refused = answers.find((answer) => !answer.ok);
  return { made, refusal: refused?.ok === false ? refused.error.message : undefined };
}

/** A file belongs to its own article: the other one gets it under an id of its own. */
async function copyFile(articleId: string, { id, file }: Evidence): Promise<EvidenceFile | null> {
  if (file === null) return null;
  const body = { fileId: newId(), evidenceId: id };
  const answer = await askServer(`/api/articles/${articleId}/files`, { body });
  return answer as EvidenceFile; // our own door made it; its shape is the door's contract
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : articlesWords.noAnswer;
