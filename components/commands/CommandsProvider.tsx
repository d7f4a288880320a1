'use client';

import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { commandAt } from '@/lib/workbench/command-table';
import { doSingleKeysAct } from '../workbench/use-single-keys';
import { type Commands, CommandsContext, type OfferSource } from './commands-context';
import { isTyping, mayAct } from './may-act';
import { useTypeAhead } from './use-type-ahead';

const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('./KeySheet')).KeySheet }));

type CommandsProviderProps = {
  readonly userId: string;
  readonly canImport: boolean;
  readonly children: ReactNode;
};

/** Gives every signed-in page the palette and the key sheet, and the keys that open them. */
export function CommandsProvider({ userId, canImport, children }: CommandsProviderProps) {
  const [dialog, setDialog] = useState<'palette' | 'keys' | null>(null);
  const { begin, take } = useTypeAhead(() => setDialog(null));
  const sources = useRef<ReadonlySet<() => OfferSource>>(new Set());
  const commands = useMemo<Commands>(
    () => ({
      userId,
      openPalette() {
        begin();
        setDialog('palette');
      },
      openKeys: () => setDialog('keys'),
      register(source) {
        sources.current = new Set([...sources.current, source]);
        return () => {
          sources.current = new Set([...sources.current].filter((other) => other !== source));
        };
      },
    }),
    [userId, begin],
  );

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (!mayAct(event)) return;
    const command = commandAt('everywhere', event, doSingleKeysAct(userId));
    if (command !== 'palette' && command !== 'keys') return;
    // Letters and signs are text where text is written; Ctrl K belongs to the editor of a note.
    if (isTyping(event.target) && (command === 'keys' || isRichText(event.target))) return;
    event.preventDefault();
    if (command === 'palette') begin();
    setDialog(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  const close = (): void => setDialog(null);
  return (
    <CommandsContext value={commands}>
      {children}
      <Suspense>
        {dialog === 'palette' ? (
          <Palette
            sources={() => [...sources.current].map((source) => source())}
            canImport={canImport}
            takeTyped={take}
            onClose={close}
          />
        ) : null}
        {dialog === 'keys' ? <KeySheet onClose={close} /> : null}
      </Suspense>
    </CommandsContext>
  );
}

const isRichText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.isContentEditable;
