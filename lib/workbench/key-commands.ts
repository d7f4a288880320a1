/** Everything in the workbench that a key can do. */
export const keyCommandIds = [
  'mark.claim',
  'mark.opinion',
  'mark.sourced_fact',
  'mark.no_fact',
  'note',
  'sentence.next',
  'sentence.previous',
  'gap.next',
  'coverage.show',
  'fact.number',
  'fact.name',
  'fact.date',
  'fact.quotation',
  'passage.grow',
  'passage.endLater',
  'passage.endEarlier',
  'passage.startEarlier',
  'passage.startLater',
  'annotation.next',
  'annotation.previous',
  'annotation.usePassage',
  'annotation.repeat',
  'annotation.delete',
  'anchor.accept',
  'check.take',
  'check.propose',
  'check.review',
  'check.recheck',
  'others.apply',
  'undo',
  'redo',
  'leave',
  'palette',
  'keys',
] as const;
export type KeyCommandId = (typeof keyCommandIds)[number];

/** The keys that take a step in the check of the open annotation. */
export type CheckKeyId = Extract<KeyCommandId, `check.${string}`>;

/** The keys that the open card obeys by itself. */
export type CardKeyId = CheckKeyId | 'anchor.accept';

/** One way to press a command. `mod` is Ctrl, or Cmd on a Mac. A letter is given in lower case. */
export type KeyPress = {
  readonly key: string;
  readonly mod?: true;
  readonly shift?: true;
};

export type KeyCommand = {
  readonly id: KeyCommandId;
  readonly group:
    | 'mark'
    | 'move'
    | 'coverage'
    | 'passage'
    | 'annotation'
    | 'check'
    | 'general'
    | 'everywhere';
  readonly presses: readonly KeyPress[];
};

/** The workbench's part of the one table of commands (`commandTable`), and what applies on every page. */
export const keyCommands: readonly KeyCommand[] = [
  { id: 'mark.claim', group: 'mark', presses: [{ key: 'c' }] },
  { id: 'mark.opinion', group: 'mark', presses: [{ key: 'o' }] },
  { id: 'mark.sourced_fact', group: 'mark', presses: [{ key: 's' }] },
  { id: 'mark.no_fact', group: 'mark', presses: [{ key: 'n' }] },
  { id: 'note', group: 'mark', presses: [{ key: 'Enter' }] },
  { id: 'sentence.next', group: 'move', presses: [{ key: 'j' }, { key: 'ArrowDown' }] },
  { id: 'sentence.previous', group: 'move', presses: [{ key: 'k' }, { key: 'ArrowUp' }] },
  { id: 'gap.next', group: 'coverage', presses: [{ key: 'g' }] },
  { id: 'coverage.show', group: 'coverage', presses: [{ key: '0' }] },
  { id: 'fact.number', group: 'coverage', presses: [{ key: '1' }] },
  { id: 'fact.name', group: 'coverage', presses: [{ key: '2' }] },
  { id: 'fact.date', group: 'coverage', presses: [{ key: '3' }] },
  { id: 'fact.quotation', group: 'coverage', presses: [{ key: '4' }] },
  { id: 'passage.grow', group: 'passage', presses: [{ key: 'e' }] },
  { id: 'passage.endLater', group: 'passage', presses: [{ key: 'ArrowRight', shift: true }] },
  { id: 'passage.endEarlier', group: 'passage', presses: [{ key: 'ArrowLeft', shift: true }] },
  { id: 'passage.startEarlier', group: 'passage', presses: [{ key: 'ArrowUp', shift: true }] },
  { id: 'passage.startLater', group: 'passage', presses: [{ key: 'ArrowDown', shift: true }] },
  { id: 'annotation.next', group: 'annotation', presses: [{ key: ']' }] },
  { id: 'annotation.previous', group: 'annotation', presses: [{ key: '[' }] },
  { id: 'annotation.usePassage', group: 'annotation', presses: [{ key: 'r' }] },
  { id: 'annotation.repeat', group: 'annotation', presses: [{ key: '=' }] },
  { id: 'annotation.delete', group: 'annotation', presses: [{ key: 'Delete' }, { key: 'Backspace' }] },
  { id: 'anchor.accept', group: 'annotation', presses: [{ key: 'a' }] },
  { id: 'check.take', group: 'check', presses: [{ key: 't' }] },
  { id: 'check.propose', group: 'check', presses: [{ key: 'p' }] },
  { id: 'check.review', group: 'check', presses: [{ key: 'v' }] },
  { id: 'check.recheck', group: 'check', presses: [{ key: 'y' }] },
  { id: 'others.apply', group: 'general', presses: [{ key: 'l' }] },
  { id: 'undo', group: 'general', presses: [{ key: 'z', mod: true }] },
  {
    id: 'redo',
    group: 'general',
    presses: [
      { key: 'z', mod: true, shift: true },
      { key: 'y', mod: true },
    ],
  },
  { id: 'leave', group: 'general', presses: [{ key: 'Escape' }] },
  { id: 'palette', group: 'everywhere', presses: [{ key: 'k', mod: true }] },
  { id: 'keys', group: 'everywhere', presses: [{ key: '?' }] },
];

/** What the handler needs of a keyboard event. */
export type KeyStroke = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
};

/** The command of a stroke; none when single keys are switched off and the stroke is a bare character. */
export function commandOf(stroke: KeyStroke, singleKeys: boolean): KeyCommandId | undefined {
  if (stroke.altKey) return undefined;
  const found = keyCommands.find(({ presses }) => presses.some((press) => fits(press, stroke)));
  if (found === undefined) return undefined;
  const isBareCharacter = [...stroke.key].length === 1 && !stroke.ctrlKey && !stroke.metaKey;
  return isBareCharacter && !singleKeys ? undefined : found.id;
}

/** The keys of a command as people write them, parts of one press parted by a space: "Ctrl Z". First press only. */
export function keysOf(id: KeyCommandId, isMac: boolean): string {
  return allKeysOf(id, isMac)[0] ?? '';
}

/** Every way to press a command, as people write it. */
export function allKeysOf(id: KeyCommandId, isMac: boolean): readonly string[] {
  const presses = keyCommands.find((command) => command.id === id)?.presses ?? [];
  return presses.map((press) => keysText(press, isMac));
}

/** One press as people write it, its parts parted by a space: "Ctrl Z". */
export function keysText({ key, mod, shift }: KeyPress, isMac: boolean): string {
  return [...(mod ? [isMac ? '⌘' : 'Ctrl'] : []), ...(shift ? ['⇧'] : []), nameOf(key)].join(' ');
}

/** Whether a stroke is a press. */
export function fits(press: KeyPress, stroke: KeyStroke): boolean {
  const key = [...stroke.key].length === 1 ? stroke.key.toLowerCase() : stroke.key;
  if (key !== press.key) return false;
  if ((press.mod ?? false) !== (stroke.ctrlKey || stroke.metaKey)) return false;
  // Signs such as "?" need Shift on some keyboards; a letter with Caps Lock is still that letter.
  const shiftMatters = press.mod === true || key.length > 1;
  return !shiftMatters || (press.shift ?? false) === stroke.shiftKey;
}

const names: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Backspace: '⌫',
};

const nameOf = (key: string): string => names[key] ?? key.toUpperCase();
