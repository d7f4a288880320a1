import type { KeyPress } from './key-commands';

/** Everything that a key can do on the pages around the workbench. */
export const deskCommandIds = [
  'list.next',
  'list.previous',
  'list.open',
  'list.search',
  'queue.next',
  'queue.previous',
  'queue.open',
  'queue.finish',
  'queue.snooze',
  'queue.reuse',
  'queue.select',
  'queue.selectDown',
  'queue.selectUp',
  'queue.clear',
  'queue.list',
  'queue.undo',
  'inbox.next',
  'inbox.previous',
  'inbox.open',
  'inbox.read',
  'inbox.undo',
  'sources.search',
  'compare.next',
  'compare.previous',
  'compare.accept',
  'compare.recheck',
  'session.up',
  'session.down',
  'session.left',
  'session.right',
  'session.take',
  'session.vote',
  'session.article',
] as const;
export type DeskCommandId = (typeof deskCommandIds)[number];

export type DeskCommand = {
  readonly id: DeskCommandId;
  readonly group: 'list' | 'queue' | 'inbox' | 'sources' | 'compare' | 'session';
  readonly presses: readonly KeyPress[];
};

/** The keys of lists, queue and inbox. On each page a key means one thing. */
export const deskCommands: readonly DeskCommand[] = [
  { id: 'list.next', group: 'list', presses: [{ key: 'j' }] },
  { id: 'list.previous', group: 'list', presses: [{ key: 'k' }] },
  { id: 'list.open', group: 'list', presses: [{ key: 'Enter' }] },
  { id: 'list.search', group: 'list', presses: [{ key: '/' }] },
  { id: 'queue.next', group: 'queue', presses: [{ key: 'j' }] },
  { id: 'queue.previous', group: 'queue', presses: [{ key: 'k' }] },
  { id: 'queue.open', group: 'queue', presses: [{ key: 'Enter' }] },
  { id: 'queue.finish', group: 'queue', presses: [{ key: 'e' }] },
  { id: 'queue.snooze', group: 'queue', presses: [{ key: 'h' }] },
  { id: 'queue.reuse', group: 'queue', presses: [{ key: 'r' }] },
  { id: 'queue.select', group: 'queue', presses: [{ key: 'x' }] },
  { id: 'queue.selectDown', group: 'queue', presses: [{ key: 'ArrowDown', shift: true }] },
  { id: 'queue.selectUp', group: 'queue', presses: [{ key: 'ArrowUp', shift: true }] },
  { id: 'queue.clear', group: 'queue', presses: [{ key: 'Escape' }] },
  { id: 'queue.list', group: 'queue', presses: [{ key: 'u' }] },
  { id: 'queue.undo', group: 'queue', presses: [{ key: 'z' }] },
  { id: 'inbox.next', group: 'inbox', presses: [{ key: 'j' }] },
  { id: 'inbox.previous', group: 'inbox', presses: [{ key: 'k' }] },
  { id: 'inbox.open', group: 'inbox', presses: [{ key: 'Enter' }] },
  { id: 'inbox.read', group: 'inbox', presses: [{ key: 'e' }] },
  { id: 'inbox.undo', group: 'inbox', presses: [{ key: 'z' }] },
  { id: 'sources.search', group: 'sources', presses: [{ key: '/' }] },
  { id: 'compare.next', group: 'compare', presses: [{ key: 'j' }] },
  { id: 'compare.previous', group: 'compare', presses: [{ key: 'k' }] },
  { id: 'compare.accept', group: 'compare', presses: [{ key: 'a' }] },
  { id: 'compare.recheck', group: 'compare', presses: [{ key: 'r' }] },
  { id: 'session.up', group: 'session', presses: [{ key: 'ArrowUp' }, { key: 'k' }] },
  { id: 'session.down', group: 'session', presses: [{ key: 'ArrowDown' }, { key: 'j' }] },
  { id: 'session.left', group: 'session', presses: [{ key: 'ArrowLeft' }, { key: 'h' }] },
  { id: 'session.right', group: 'session', presses: [{ key: 'ArrowRight' }, { key: 'l' }] },
  { id: 'session.take', group: 'session', presses: [{ key: 't' }] },
  { id: 'session.vote', group: 'session', presses: [{ key: 'v' }] },
  { id: 'session.article', group: 'session', presses: [{ key: 'o' }] },
];
