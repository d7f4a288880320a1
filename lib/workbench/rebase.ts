import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';
import { seenIn } from './check-drafts';
import { sameValue } from './same-value';

/** What a change was begun from: the fields that it touches, as they were. */
export type Base = Readonly<Record<string, unknown>>;

/** Something that commands change, with its version: what stands in the fields that a command touches. */
type Thing = { readonly version: number; readonly fields: Base };

/** What a command is begun from, in the state that it met; undefined where it must meet exactly that state. */
export function baseOf(command: Command, before: ArticleState): Base | undefined {
  const thing = thingOf(command, before);
  return thing !== undefined && 'version' in command && thing.version === command.version
    ? thing.fields
    : undefined;
}

/**
 * The same command for the state as it is now, where others have changed only what it does not touch; undefined where
 * it would overwrite their work. A field that they have set to the same value as the command is no quarrel.
 */
export function rebase(command: Command, base: Base | undefined, now: ArticleState): Command | undefined {
  const thing = thingOf(command, now);
  if (base === undefined || thing === undefined || !('version' in command)) return undefined;
  const wish = wishOf(command);
  const isFree = Object.entries(base).every(
    ([field, value]) =>
      sameValue(value, thing.fields[field]) ||
      (wish[field] !== undefined && sameValue(wish[field], thing.fields[field])),
  );
  return isFree ? { ...command, version: thing.version } : undefined;
}

function thingOf(command: Command, state: ArticleState): Thing | undefined {
  if (command.type === 'article.change') return touched(state.article, command.changes);
  if (command.type === 'reply_request.change') {
    const request = state.replyRequests.find(({ id }) => id === command.requestId);
    return request && touched(request, command.changes);
  }
  const annotation = 'annotationId' in command ? state.annotations[command.annotationId] : undefined;
  return annotation && thingOn(annotation, command);
}

function thingOn(annotation: Annotation, command: Command): Thing | undefined {
  switch (command.type) {
    case 'annotation.change': {
      const { passage, claim, ...rest } = command.changes;
      const { version, fields } = touched(annotation, { ...rest, ...(passage && { anchor: passage }) });
      return { version, fields: { ...fields, ...(claim && touchedClaim(annotation, claim)) } };
    }
    case 'note.change': {
      const note = annotation.notes.find(({ id }) => id === command.noteId);
      return note && touched(note, { body: command.body });
    }
    case 'reply.change': {
      const thread = annotation.threads.find(({ id }) => id === command.threadId);
      const reply = thread?.replies.find(({ id }) => id === command.replyId);
      return reply && touched(reply, { body: command.body });
    }
    case 'evidence.change': {
      const item = annotation.evidence.find(({ id }) => id === command.evidenceId);
      return item && touched(item, command.changes);
    }
    case 'flag.change': {
      const flag = annotation.flags.find(({ id }) => id === command.flagId);
      return flag && touched(flag, command.changes);
    }
    case 'check.plan':
      return {
        version: annotation.check.version,
        fields: touched({ ...annotation.check.plan, version: 0 }, command.changes).fields,
      };
    case 'check.begin':
    case 'check.release':
    case 'check.wait':
    case 'check.resume': {
      const { holder, status } = annotation.check;
      return concluded(annotation, {
        status,
        ...(isAboutHolder(command) && { holder: holder?.byId ?? null }),
      });
    }
    case 'check.propose':
    case 'check.join':
    case 'check.withdraw':
    case 'check.review':
    case 'check.dispute':
    case 'check.decide':
    case 'check.sign_off':
    case 'check.reopen':
    case 'check.recheck':
      // Who plans or takes a claim while somebody concludes something does not stand in the way.
      return concluded(annotation, {});
    default:
      return undefined;
  }
}

const isAboutHolder = ({ type }: Command): boolean => type === 'check.begin' || type === 'check.release';

const concluded = ({ check }: Annotation, more: Base): Thing => ({
  version: check.version,
  fields: { seen: seenIn(check), ...more },
});

function touched(thing: { readonly version: number }, wish: object): Thing {
  const now = new Map<string, unknown>(Object.entries(thing));
  const fields = Object.keys(wish).map((field) => [field, now.get(field) ?? null] as const);
  return { version: thing.version, fields: Object.fromEntries(fields) };
}

function touchedClaim({ claim }: Annotation, wish: object): Base {
  const now = new Map<string, unknown>(Object.entries(claim));
  return Object.fromEntries(Object.keys(wish).map((field) => [`claim.${field}`, now.get(field) ?? null]));
}

/** The values that a command wants, by the names that `thingOf` gives its fields. */
function wishOf(command: Command): Base {
  if (command.type === 'note.change' || command.type === 'reply.change') return { body: command.body };
  if (!('changes' in command)) return {};
  const { claim = {}, ...rest } = { claim: {}, ...command.changes };
  const ofClaim = Object.entries(claim).map(([field, value]) => [`claim.${field}`, value] as const);
  return { ...rest, ...Object.fromEntries(ofClaim) };
}
