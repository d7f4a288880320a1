/** What a form shows after it was sent: nothing yet, what is wrong and where, or what came of it. */
export type FormState<Result = undefined> =
  | { readonly status: 'idle' }
  | {
      readonly status: 'failed';
      /** What is wrong as a whole; absent when each fault belongs to a field. */
      readonly message?: string;
      /** Faults by name of the field. */
      readonly fields: Readonly<Record<string, string>>;
      /** What was typed, passwords excepted, so that nothing is lost. */
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly status: 'done'; readonly result: Result };

/** A form before it was sent. */
export const idleForm = { status: 'idle' } as const;
