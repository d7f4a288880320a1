import { findOpenFlag } from '../annotation';
import type { Command } from '../commands';
import { DomainError } from '../errors';
import type { EventBody } from '../events';
import { ensureCan } from '../policy';
import type { Given } from './decide';
import { difference, ensureVersion, named, part } from './decide-parts';

/** A command about a flag. */
export type FlagCommand = Extract<Command, { readonly type: `flag.${string}` }>;

/** Flags of an annotation, at most one of them open: what a command makes happen, or a refusal. */
export function decideFlag(command: FlagCommand, given: Given): EventBody {
  const { actor, at } = given;
  const annotation = named(given);
  const annotationId = annotation.id;
  const { flagId } = command;
  ensureCan(actor, command.type);
  const open = findOpenFlag(annotation);
  if (command.type === 'flag.raise') {
    if (open) throw new DomainError('INVALID', 'This passage is flagged already.', { current: open });
    const flag = {
      ...command.fields,
      id: flagId,
      raisedById: actor.userId,
      raisedAt: at,
      looked: null,
      version: 1,
    };
    return { type: 'flag.raised', annotationId, flag };
  }
  const flag = part(annotation.flags, flagId, 'flag');
  ensureVersion(command.version, flag, 'This flag');
  const version = flag.version + 1;
  switch (command.type) {
    case 'flag.change':
      return { type: 'flag.changed', annotationId, flagId, version, ...difference(flag, command.changes) };
    case 'flag.look':
      if (flag.looked)
        throw new DomainError('INVALID', 'Somebody has looked at this flag already.', { current: flag });
      return { type: 'flag.looked', annotationId, flagId, version, note: command.note };
    case 'flag.reopen':
      if (!flag.looked) throw new DomainError('INVALID', 'This flag is open already.', { current: flag });
      if (open) throw new DomainError('INVALID', 'This passage has a newer open flag.', { current: open });
      return { type: 'flag.reopened', annotationId, flagId, version };
  }
}
