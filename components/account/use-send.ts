'use client';

import { useTransition } from 'react';
import { idleForm } from '@/lib/domain/form-state';
import { entrance as entranceWords } from '../messages/entrance';
import { useToast } from '../ui/Toast';
import { type FormAction, formOf, problemOf } from './form-action';

/** Sends values to a server action without a form on the page: a refusal becomes a toast, success runs `then`. */
export function useSend(): readonly [
  boolean,
  <Result>(
    action: FormAction<Result>,
    values: Readonly<Record<string, string>>,
    then?: (result: Result) => void,
  ) => void,
] {
  const [busy, start] = useTransition();
  const toast = useToast();

  function send<Result>(
    action: FormAction<Result>,
    values: Readonly<Record<string, string>>,
    then?: (result: Result) => void,
  ): void {
    start(async () => {
      try {
        const state = await action(idleForm, formOf(values));
        if (state.status === 'done') then?.(state.result);
        else toast.show({ message: problemOf(state) ?? entranceWords.unreachable, tone: 'danger' });
      } catch {
        // The server could not be reached at all: every other failure comes back as a state.
        toast.show({ message: entranceWords.unreachable, tone: 'danger' });
      }
    });
  }

  return [busy, send];
}
