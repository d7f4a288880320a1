import { expect, it } from 'vitest';
import { commandSchema } from '../commands';

/** What carries no version, and why nothing can be overwritten by it. */
const withoutVersion: Readonly<Record<string, string>> = {
  'article.delete': 'takes the article as it is, and can be restored',
  'article.restore': 'brings back exactly what was deleted',
  'article.sign_off': 'names the revision and every gap that it waives',
  'article.withdraw_sign_off': 'ends the one sign-off that there is',
  'annotation.create': 'makes something new',
  'annotation.create_orphaned': 'makes something new',
  'note.create': 'makes something new',
  'evidence.create': 'makes something new',
  'flag.raise': 'makes something new',
  'thread.open': 'makes something new',
  'thread.reply': 'makes something new',
  'reply_request.create': 'makes something new',
  'session.open': 'makes something new',
  'session.join': 'puts oneself on a list; a second time changes nothing',
  'session.call_vote': 'makes something new',
  'session.vote': 'is one’s own vote in one round',
  'session.reveal': 'shows what everybody has said',
  'words.set_aside': 'changes nothing but the record',
};

const types = commandSchema.options.map(({ shape }) => ({
  type: shape.type.value,
  hasVersion: 'version' in shape,
}));

it.each(types)(
  '$type names the version that it has seen, or cannot overwrite anything',
  ({ type, hasVersion }) => {
    expect(hasVersion).toBe(!(type in withoutVersion));
  },
);
