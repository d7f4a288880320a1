import { useCallback, useEffect, useRef, useState } from 'react';
import type { Mark } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import type { BackInPlan } from '@/lib/exchange/back-in';
import type { FileProof } from '@/lib/exchange/file-proof';
import { askServer, Refusal } from '../articles/ask-server';
import { articles as articlesWords } from '../messages/articles';

/** What a file would do, and whether it is as a Galley signed it. */
export type CheckedPlan = BackInPlan & { readonly proof: FileProof };

/** What was chosen of a plan. */
export type Chosen = {
  readonly items: readonly string[];
  readonly mark: Mark;
  readonly places: Readonly<Record<string, Passage>>;
  /** Changes of the text and its looks to be made as one revision, why, and the headline. */
  readonly changes: readonly string[];
  readonly reason: string;
};

/** What became of it. */
export type Outcome = {
  readonly done: number;
  readonly refused: readonly { readonly id: string; readonly why: string }[];
  readonly changed: number;
  readonly isStopped: boolean;
  readonly text: BroughtText | null;
};

/** What became of the changes of the text. */
export type BroughtText = {
  readonly done: readonly string[];
  readonly changed: readonly string[];
  readonly headline: { readonly isDone: boolean; readonly why: string | null } | null;
  readonly revision: number | null;
  readonly why: string | null;
};

/** Where bringing a file back stands. */
export type BringingBack =
  | { readonly step: 'choose'; readonly failure?: string | undefined }
  | { readonly step: 'reading'; readonly file: File }
  | {
      readonly step: 'plan';
      readonly file: File;
      readonly plan: CheckedPlan;
      readonly failure?: string | undefined;
      /** The text has changed since the plan before this one. */
      readonly isAnew: boolean;
    }
  | {
      readonly step: 'applying';
      readonly file: File;
      readonly plan: CheckedPlan;
      readonly done: number;
      readonly all: number;
    }
  | { readonly step: 'done'; readonly plan: CheckedPlan; readonly outcome: Outcome };

/** The server's answer to what was chosen. */
type Answer = {
  readonly done: readonly string[];
  readonly refused: Outcome['refused'];
  readonly changed: readonly string[];
  readonly left: number;
  readonly text: BroughtText | null;
};

/** Reads a file into a plan, then has what was chosen of it done, in parts, so that it can be watched and stopped. */
export function useBringBack(articleId: string) {
  const [state, setState] = useState<BringingBack>({ step: 'choose' });
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const address = `/api/articles/${articleId}/bring-back`;

  const read = useCallback(
    async (file: File, isAnew = false): Promise<void> => {
      const controller = new AbortController();
      running.current = controller;
      setState({ step: 'reading', file });
      try {
        const { signal } = controller;
        // Our own door made this answer; its shape is the door's contract.
        const plan = (await askServer(`${address}?dryRun=true`, {
          form: formOf(file),
          signal,
        })) as CheckedPlan;
        setState({ step: 'plan', file, plan, isAnew });
      } catch (error) {
        setState({ step: 'choose', failure: controller.signal.aborted ? undefined : sentenceOf(error) });
      }
    },
    [address],
  );

  const apply = useCallback(
    async (file: File, plan: CheckedPlan, { items, changes, reason, ...rest }: Chosen): Promise<void> => {
      const controller = new AbortController();
      running.current = controller;
      let outcome: Outcome = { done: 0, refused: [], changed: 0, isStopped: false, text: null };
      let open = items;
      setState({ step: 'applying', file, plan, done: 0, all: items.length });
      // The text comes last, once everything that is said about it is there.
      let isTextOpen = changes.length > 0;
      while (open.length > 0 || isTextOpen) {
        if (controller.signal.aborted) {
          outcome = { ...outcome, isStopped: true };
          break;
        }
        const text = open.length === 0 ? { changes, reason } : {};
        const form = formOf(file, { ...rest, ...text, items: open, revision: plan.revision.number });
        try {
          // What is on its way is not taken back: only the next part is not begun.
          const answer = (await askServer(address, { form })) as Answer; // the door's contract
          const told = new Set([...answer.done, ...answer.refused.map(({ id }) => id), ...answer.changed]);
          outcome = {
            ...outcome,
            done: outcome.done + answer.done.length,
            refused: [...outcome.refused, ...answer.refused],
            changed: outcome.changed + answer.changed.length,
            text: answer.text ?? outcome.text,
          };
          if (open.length === 0) isTextOpen = false;
          open = open.filter((id) => !told.has(id));
          setState({ step: 'applying', file, plan, done: items.length - open.length, all: items.length });
          if (told.size === 0 && open.length > 0) break;
        } catch (error) {
          if (error instanceof Refusal && error.code === 'STALE') return read(file, true);
          setState({ step: 'plan', file, plan, failure: sentenceOf(error), isAnew: false });
          return;
        }
      }
      setState({ step: 'done', plan, outcome });
    },
    [address, read],
  );

  return {
    state,
    read,
    apply,
    stop: () => running.current?.abort(),
    again: () => setState({ step: 'choose' }),
  };
}

function formOf(file: File, choices?: object): FormData {
  const form = new FormData();
  form.set('file', file);
  if (choices !== undefined) form.set('choices', JSON.stringify(choices));
  return form;
}

const sentenceOf = (error: unknown): string =>
  error instanceof Refusal ? error.message : articlesWords.noAnswer;
