'use client';

import { useMemo, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage, Revision } from '@/lib/domain/article';
import { coverageByKind, type FactKind, factKinds } from '@/lib/domain/facts/facts';
import { nextGap } from '@/lib/workbench/sentence-cursor';
import { keysOfCommand, nameOfCommand } from '../../commands/command-words';
import { coverage as words } from '../../messages/coverage';
import { Button } from '../../ui/Button';
import { Kbd } from '../../ui/Kbd';
import { useFacts } from './use-facts';

type FactKindsProps = {
  readonly revision: Revision;
  readonly language: string | null;
  readonly annotations: readonly Annotation[];
  readonly onGo: (passage: Passage, said: string) => void;
};

/** How many numbers, names, dates and quotations lie under no mark yet, and the way to the next of each. */
export function FactKinds({ revision, language, annotations, onGo }: FactKindsProps) {
  const facts = useFacts(revision, language);
  const byKind = useMemo(
    () => (facts === null ? null : coverageByKind(facts, annotations)),
    [facts, annotations],
  );
  const last = useRef<Partial<Record<FactKind, number>>>({});

  function goToNext(kind: FactKind, gaps: readonly Passage[]): void {
    const next = nextGap(gaps, last.current[kind] ?? -1);
    if (next === null) return;
    last.current[kind] = next.start;
    onGo(next, words.fact(kind, revision.text.slice(next.start, next.end), gaps.length));
  }

  return (
    <section className="mt-4">
      <h3 className="font-semibold">{words.facts}</h3>
      <p className="mb-1 text-xs text-ink-2">{words.factsHint}</p>
      {byKind === null ? (
        <p className="py-2 text-ink-2">{words.readingFacts}</p>
      ) : (
        <ul>
          {factKinds.map((kind) => {
            const { gaps, total } = byKind[kind];
            return (
              <li key={kind} className="flex min-h-9 items-center gap-2 border-t">
                <span className="w-20 font-medium">{words.kinds[kind]}</span>
                <span className="min-w-0 flex-1 text-sm text-ink-2 tabular-nums">
                  {words.factsLeft(gaps.length, total)}
                </span>
                {gaps.length === 0 ? null : (
                  <Button size="sm" variant="ghost" onClick={() => goToNext(kind, gaps)}>
                    <span className="sr-only">{nameOfCommand(`fact.${kind}`)}</span>
                    <span aria-hidden className="flex items-center gap-1.5">
                      {words.nextOne}
                      <Kbd keys={keysOfCommand(`fact.${kind}`)} />
                    </span>
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
