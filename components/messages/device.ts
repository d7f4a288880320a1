import type { Command } from '@/lib/domain/commands';
import type { DeviceTrouble } from '@/lib/workbench/device';

/** Words about what this device keeps: recovered work, why nothing is kept, and signing in again in place. */
export const device = {
  label: 'Kept on this device',
  sending: (count: number) =>
    count === 1
      ? 'Recovered on this device: 1 change that had not been sent. It goes to the server from here.'
      : `Recovered on this device: ${count} changes that had not been sent. They go to the server from here.`,
  unfinished: (count: number) =>
    count === 1
      ? 'Recovered on this device: 1 unfinished text. It waits on its card.'
      : `Recovered on this device: ${count} unfinished texts. They wait on their cards.`,
  elsewhere: (count: number) =>
    count === 1
      ? 'Recovered on this device: 1 change of another article. It goes to the server from here.'
      : `Recovered on this device: ${count} changes of other articles. They go to the server from here.`,
  on: (what: string, exact: string) => `${what} on “${exact}”`,
  show: 'Show',
  close: 'Got it',
  more: (count: number) => `and ${count} more`,
  trouble: {
    missing:
      'This browser keeps nothing on this device at this address: it needs https and a store. Leave this page open until it says saved.',
    forbidden:
      'This window keeps nothing on this device, as private windows do. Leave it open until it says saved.',
    full: 'This device is full, so nothing more is kept on it. Leave this page open until it says saved.',
  } satisfies Record<DeviceTrouble, string>,
  signIn: {
    title: 'Sign in to go on',
    lead: (name: string) =>
      `Your session has ended. Everything on this page stays as it is and is saved once you, ${name}, have signed in.`,
    other: (name: string) =>
      `This is somebody else. The work on this page belongs to ${name}: sign in as ${name} to save it.`,
  },
};

/** What a command does, in a word or two. */
export function nameOfCommand({ type }: Command): string {
  return names[type] ?? type;
}

const names: Partial<Record<string, string>> = {
  'annotation.create': 'Mark',
  'annotation.create_orphaned': 'Mark without a place',
  'annotation.change': 'Change of a mark',
  'annotation.accept_anchor': 'Acceptance of a passage',
  'annotation.put_back': 'Undo of a passage',
  'annotation.delete': 'Deletion of a mark',
  'note.create': 'Note',
  'note.change': 'Change of a note',
  'note.delete': 'Deletion of a note',
  'evidence.create': 'Evidence',
  'evidence.change': 'Change of evidence',
  'flag.raise': 'Flag',
  'flag.change': 'Change of a flag',
  'flag.look': 'Look at a flag',
  'thread.open': 'Conversation',
  'thread.reply': 'Reply',
  'reply.change': 'Change of a reply',
  'check.plan': 'Plan of a check',
  'check.propose': 'Proposed outcome',
  'check.join': 'Merged proposal',
  'check.review': 'Second check',
};
