import type { FormAction } from '../account/form-action';

/** The server actions of the team page, handed down by it. */
export type TeamActions = {
  readonly invite: FormAction<{ readonly email: string; readonly invitationUrl: string }>;
  readonly withdraw: FormAction;
  readonly changeRole: FormAction;
  readonly disable: FormAction;
  readonly enable: FormAction;
  readonly resetLink: FormAction<{ readonly resetUrl: string }>;
  readonly setBeat: FormAction;
  readonly rename: FormAction;
};
