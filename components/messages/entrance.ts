import type { Role } from '@/lib/domain/team';

/** Words of the pages before one is in: sign-in, set-up, invitation, reset. */
export const entrance = {
  email: 'E-mail address',
  name: 'Your name',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 15 characters. Four or five random words are easy to remember.',
  teamName: 'Name of the team',
  toSignIn: 'Go to sign-in',
  unreachable: 'Galley does not answer. Check the connection and try again.',
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    busy: 'Signing in…',
    wrong: 'This e-mail address and password do not belong together, or the account is disabled.',
    next: 'Your password is right. Now the second factor.',
    codeWrong: 'This code is not right, or was used already. Wait for the next one and try again.',
    back: 'Back',
    afterReset: 'Your password is set. Sign in with it; your second factor is asked for as well.',
    forgot: 'Forgotten the password? An owner of your team can make a link to set a new one.',
    noAccount:
      'There is no account on this Galley yet. Open the set-up link that Galley printed where it was started.',
  },
  setUp: {
    title: 'Set up Galley',
    lead: 'You make the first account and become the owner of your team. Everybody else comes by invitation.',
    submit: 'Make the account',
    busy: 'Making the account…',
    teamHint: 'Usually the newsroom or desk, for example “The Courier”.',
    done: {
      title: 'Galley is set up',
      lead: 'The first account exists already. Sign in, or ask an owner of the team for an invitation.',
    },
    wrong: {
      title: 'This set-up link is not the right one',
      lead: 'Galley prints the right link where it was started, in the line “Create the first account”. Open that one.',
    },
  },
  invitation: {
    title: (team: string) => `Join ${team}`,
    lead: (role: Role) => `You are invited as ${invitedAs[role]}.`,
    submit: 'Join',
    busy: 'Joining…',
    hasAccount: (email: string) => `There is an account for ${email} already. Sign in with it to accept.`,
    signIn: 'Sign in and accept',
    signedInAs: (email: string) => `You are signed in as ${email}.`,
    other: (email: string) => `This invitation is for ${email}. Sign out, then open the link again.`,
    signOut: 'Sign out',
    gone: {
      title: 'This invitation is no longer open',
      lead: 'It was used, was withdrawn, or is older than seven days. Ask an owner or editor of the team for a new one.',
    },
  },
  reset: {
    title: 'Set a new password',
    lead: (email: string) => `For ${email}. You are signed out everywhere else.`,
    submit: 'Set the password',
    busy: 'Setting the password…',
    gone: {
      title: 'This link no longer works',
      lead: 'It was used or is older than an hour. Ask an owner of your team for a new one.',
    },
  },
  signInAfter: 'Your password is set, but signing in failed. Go to sign-in and try there.',
};

const invitedAs: Record<Role, string> = {
  owner: 'an owner',
  editor: 'an editor',
  reviewer: 'a reviewer',
  viewer: 'a viewer',
};
