import { type DeskCommand, type DeskCommandId, deskCommands } from './desk-commands';
import {
  fits,
  type KeyCommand,
  type KeyCommandId,
  type KeyStroke,
  keyCommands,
  keysText,
} from './key-commands';

/** Everything that can be done by a key, wherever. */
export type CommandId = KeyCommandId | DeskCommandId;
export type CommandGroup = KeyCommand['group'] | DeskCommand['group'];
/** Where a command applies. */
export const commandPlaces = [
  'workbench',
  'articles',
  'queue',
  'inbox',
  'sources',
  'compare',
  'session',
  'everywhere',
] as const;
export type CommandPlace = (typeof commandPlaces)[number];

/** The one table of commands: handlers act by it; palette, key sheet, toolbar, hint bars and menus show it. */
export const commandTable: readonly (KeyCommand | DeskCommand)[] = [...keyCommands, ...deskCommands];

/** Where the commands of a group apply. */
export function placeOf(group: CommandGroup): CommandPlace {
  if (group === 'list') return 'articles';
  return commandPlaces.find((place) => place === group) ?? 'workbench';
}

/** The command of a place that a stroke means; single characters mean nothing while single keys are switched off. */
export function commandAt(
  place: CommandPlace,
  stroke: KeyStroke,
  singleKeys: boolean,
): CommandId | undefined {
  if (stroke.altKey) return undefined;
  if (!singleKeys && [...stroke.key].length === 1 && !stroke.ctrlKey && !stroke.metaKey) return undefined;
  return commandTable.find(
    ({ group, presses }) => placeOf(group) === place && presses.some((press) => fits(press, stroke)),
  )?.id;
}

/** Every way to press a command, as people write it: "Ctrl Z". */
export function waysToPress(id: CommandId, isMac: boolean): readonly string[] {
  const presses = commandTable.find((command) => command.id === id)?.presses ?? [];
  return presses.map((press) => keysText(press, isMac));
}
