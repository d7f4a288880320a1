import type { FormAction } from '../account/form-action';

/** What can be done about scales: the server actions, handed down by the page. */
export type ScaleActions = {
  readonly save: FormAction;
  readonly choose: FormAction;
  readonly archive: FormAction;
};
