import type { Command } from '@/lib/domain/commands';

type WithoutId<T> = T extends Command ? Omit<T, 'commandId'> : never;

/** A command before the store has given it its id, unless whoever asks has named one. */
export type Proposal = WithoutId<Command> & { readonly commandId?: string };
