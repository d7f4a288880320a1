import { randomUUID } from 'node:crypto';
import type { Command } from '@/lib/domain/commands';
import { noDepth } from '@/lib/domain/no-depth';

/** `Omit` for each kind of command by itself. */
export type WithoutId<T> = T extends unknown ? Omit<T, 'commandId'> : never;

/** A command with an id of its own. */
export function command(request: WithoutId<Command>): Command {
  // the same command with the one field that was left out
  return { commandId: randomUUID(), ...request } as Command;
}

/** Evidence as somebody would write it down. */
export const portStatistics = {
  type: 'dataset',
  tier: 'primary',
  stance: 'supports',
  title: 'Port statistics 2025',
  address: 'https://example.org/port.csv',
  quote: '11.4 million tonnes',
  locator: 'row 12',
  accessedOn: '2026-03-14',
  ...noDepth,
} as const;
