'use client';

import type { Annotation, Mark } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Passage } from '@/lib/domain/article';
import type { FactKind } from '@/lib/domain/facts/facts';
import { type AnnotationFilters, filterAnnotations } from '@/lib/workbench/filters';
import type { CardKeyId, KeyCommandId } from '@/lib/workbench/key-commands';
import { messages } from '../messages';
import type { Pane } from './pane';
import { spokenAnnotation } from './spoken';
import type { KeyPlace } from './use-keys';
import type { Marking } from './use-marking';
import type { Reading } from './use-reading';
import type { CheckRequest } from './workbench-context';

type CommandsOptions = {
  readonly pane: Pane | null;
  readonly state: ArticleState;
  readonly actorId: string;
  readonly annotations: readonly Annotation[];
  readonly unread: ReadonlySet<string>;
  readonly filters: AnnotationFilters;
  readonly reading: Reading;
  readonly marking: Marking;
  readonly activeId: string | null;
  readonly setActive: (id: string | null, how: 'pointer' | 'key' | 'link') => void;
  readonly requestNote: (annotationId: string) => void;
  readonly requestCheck: (request: CheckRequest) => void;
  /** There is a margin: a new mark's card opens beside it. Without one a card would cover the text. */
  readonly hasMargin: boolean;
  readonly speak: (text: string) => void;
  readonly showCoverage: () => void;
  readonly goToFact: (kind: FactKind) => void;
  readonly showKeys: () => void;
  readonly showPalette: () => void;
  /** Lets the margin show what colleagues did. */
  readonly applyOthers: () => void;
};

/** Does what a key or a button asks; false when there is nothing to do it to. `key` is the key that was pressed. */
export type RunCommand = (command: KeyCommandId, from: KeyPlace, key?: string) => boolean;

/** Every command of the workbench, done to what is selected, under the cursor or open at this moment. */
export function createRunCommand(options: CommandsOptions): RunCommand {
  const { pane, reading, marking } = options;
  const marks = createMarkCommands(options);
  const inText =
    (act: (from: KeyPlace) => boolean) =>
    (from: KeyPlace): boolean =>
      from !== 'elsewhere' && act(from);
  const always = (act: () => void) => (): boolean => {
    act();
    return true;
  };
  const step = (by: 1 | -1) => (_from: KeyPlace, key: string) =>
    // Before anybody has touched the text, arrows scroll the page as everywhere.
    (!key.startsWith('Arrow') || reading.cursor !== null || isFocused(pane)) && reading.step(by);

  /** The open card takes the step, or says why not. */
  const askCheck = (key: CardKeyId): boolean => {
    const open = options.annotations.find(({ id }) => id === options.activeId);
    if (open === undefined) return false;
    if (open.repeatsId !== null && key !== 'anchor.accept') {
      marking.tell(messages.compound.checkElsewhere);
      return true;
    }
    options.requestCheck({ annotationId: open.id, key });
    return true;
  };

  const table: Readonly<Record<KeyCommandId, (from: KeyPlace, key: string) => boolean>> = {
    'mark.claim': inText((from) => marks.mark('claim', from) !== null),
    'mark.opinion': inText((from) => marks.mark('opinion', from) !== null),
    'mark.sourced_fact': inText((from) => marks.mark('sourced_fact', from) !== null),
    'mark.no_fact': inText((from) => marks.mark('no_fact', from) !== null),
    note: inText(marks.note),
    'sentence.next': step(1),
    'sentence.previous': step(-1),
    'gap.next': reading.goToGap,
    'coverage.show': always(options.showCoverage),
    'fact.number': always(() => options.goToFact('number')),
    'fact.name': always(() => options.goToFact('name')),
    'fact.date': always(() => options.goToFact('date')),
    'fact.quotation': always(() => options.goToFact('quotation')),
    'passage.grow': reading.grow,
    'passage.endLater': () => reading.refine('end', 1),
    'passage.endEarlier': () => reading.refine('end', -1),
    'passage.startEarlier': () => reading.refine('start', -1),
    'passage.startLater': () => reading.refine('start', 1),
    'annotation.next': always(() => goToAnnotation(options, 1)),
    'annotation.previous': always(() => goToAnnotation(options, -1)),
    'annotation.usePassage': marks.usePassage,
    'annotation.repeat': marks.repeat,
    'annotation.delete': inText(marks.remove),
    'anchor.accept': inText(() => askCheck('anchor.accept')),
    'check.take': inText(() => askCheck('check.take')),
    'check.propose': inText(() => askCheck('check.propose')),
    'check.review': inText(() => askCheck('check.review')),
    'check.recheck': inText(() => askCheck('check.recheck')),
    'others.apply': always(options.applyOthers),
    undo: always(() => marking.undo()),
    redo: always(() => marking.redo()),
    leave: () => leave(options),
    palette: always(options.showPalette),
    keys: always(options.showKeys),
  };
  return (command, from, key = '') => table[command](from, key);
}

type MarkCommands = {
  /** Marks what is selected or under the cursor; else changes the open annotation. Gives its id. */
  readonly mark: (mark: Mark, from: KeyPlace) => string | null;
  readonly note: (from: KeyPlace) => boolean;
  readonly usePassage: () => boolean;
  /** What is selected or under the cursor says the open claim again. */
  readonly repeat: () => boolean;
  readonly remove: () => boolean;
};

function createMarkCommands(options: CommandsOptions): MarkCommands {
  const { pane, annotations, reading, marking, activeId, setActive } = options;
  const { selection, cursor } = reading;
  const active = annotations.find(({ id }) => id === activeId);
  /** On a card the keys mean the card, whatever the cursor stands on. */
  const passageFrom = (from: KeyPlace): Passage | null =>
    selection ?? (from === 'card' ? null : (cursor?.passage ?? null));

  function mark(wanted: Mark, from: KeyPlace): string | null {
    const passage = passageFrom(from);
    if (passage === null) {
      if (active !== undefined) marking.changeMark(active, wanted);
      return active?.id ?? null;
    }
    const id = marking.mark(passage, wanted);
    if (id === null) return null;
    if (selection !== null) reading.letGo();
    pane?.focus();
    if (options.hasMargin) setActive(id, 'key');
    return id;
  }

  return {
    mark,
    /** A note goes to the annotation exactly under the cursor, else to a new claim; without both to the open one. */
    note(from) {
      const passage = passageFrom(from);
      const under = selection === null ? passage : null;
      const here = annotations.find(
        ({ anchor }) =>
          anchor.state !== 'orphaned' && anchor.start === under?.start && anchor.end === under.end,
      );
      const id = here?.id ?? (passage === null ? active?.id : mark('claim', from));
      if (id === undefined || id === null) return false;
      setActive(id, 'key');
      options.requestNote(id);
      return true;
    },
    usePassage() {
      const passage = selection ?? cursor?.passage;
      if (active === undefined || passage === undefined) return false;
      if (marking.changePassage(active, passage)) reading.letGo();
      return true;
    },
    repeat() {
      const passage = selection ?? cursor?.passage;
      if (active === undefined || passage === undefined) return false;
      if (marking.repeat(active, passage) !== null && selection !== null) reading.letGo();
      return true;
    },
    remove() {
      if (active === undefined) return false;
      if (marking.remove(active)) setActive(null, 'key');
      pane?.focus();
      return true;
    },
  };
}

/** The next or previous annotation that the filters show, counted from the open one, else from where one reads. */
function goToAnnotation(options: CommandsOptions, step: 1 | -1): void {
  const { annotations, filters, unread, actorId, activeId, reading, setActive, speak, state } = options;
  const shown = filterAnnotations(annotations, filters, { id: actorId, unread });
  const place = reading.place();
  const open = shown.findIndex(({ id }) => id === activeId);
  const isAfter = ({ anchor }: Annotation): boolean => anchor.state !== 'orphaned' && anchor.start >= place;
  const after = shown.findIndex(isAfter);
  const before = (after === -1 ? shown.length : after) - 1;
  const index = open >= 0 ? open + step : step === 1 ? after : before;
  const next = shown[Math.min(Math.max(index, 0), shown.length - 1)];
  if (next === undefined) {
    speak(messages.workbench.done.noAnnotations);
    return;
  }
  setActive(next.id, 'key');
  speak(spokenAnnotation(next, state));
}

/** Lets go of one thing at a time: the selection, the open card, the cursor. */
function leave({ pane, reading, activeId, setActive }: CommandsOptions): boolean {
  if (reading.selection !== null) reading.letGo();
  else if (activeId !== null) setActive(null, 'key');
  else if (reading.cursor !== null) reading.hideCursor();
  else return false;
  pane?.focus();
  return true;
}

const isFocused = (pane: Pane | null): boolean => pane?.element.contains(document.activeElement) ?? false;
