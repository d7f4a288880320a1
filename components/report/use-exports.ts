import { useEffect, useState } from 'react';
import { newId } from '@/lib/domain/new-id';
import { type Export, isOpen } from '@/lib/domain/report/export';
import type { Arrangement } from '@/lib/domain/report/report-arrangement';
import { askServer } from '../articles/ask-server';
import { articles } from '../messages/articles';

/** A format and, for CSV, a table. */
export type ExportChoice = { readonly format: string; readonly table?: string | undefined };

const restMs = 1_000;

/** One's own exports of an article: asked for, followed while one is still to come, and stopped. */
export function useExports(articleId: string, first: readonly Export[]) {
  const [exports, setExports] = useState(first);
  const [problem, setProblem] = useState<string>();
  const isWaiting = exports.some(isOpen);
  const address = `/api/v1/articles/${articleId}/exports`;

  useEffect(() => {
    if (!isWaiting) return;
    let isOver = false;
    let timer = setTimeout(look, restMs);
    async function look(): Promise<void> {
      // What cannot be asked now is asked again: nothing is lost by it.
      const answer = await askServer(address).catch(() => undefined);
      if (isOver) return;
      if (answer !== undefined) setExports((answer as { readonly items: readonly Export[] }).items); // our own door's contract
      timer = setTimeout(look, restMs);
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isWaiting, address]);

  /** Shows what comes of it, or says why nothing did. */
  async function send(asking: Promise<unknown>): Promise<void> {
    setProblem(undefined);
    try {
      const one = (await asking) as Export; // our own door's contract
      setExports((now) => [one, ...now.filter(({ id }) => id !== one.id)]);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : articles.noAnswer);
    }
  }

  return {
    exports,
    problem,
    ask: ({ format, table }: ExportChoice, arrangement: Arrangement) => {
      const body = { format, ...(table === undefined ? {} : { table }), ...arrangement };
      return send(askServer(address, { body, key: newId() }));
    },
    stop: (id: string) => send(askServer(`/api/v1/exports/${id}`, { method: 'DELETE' })),
  };
}
