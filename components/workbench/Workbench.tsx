'use client';

import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { coverageOf } from '@/lib/domain/coverage';
import type { FactKind } from '@/lib/domain/facts/facts';
import { isChecked } from '@/lib/domain/laws/check-laws';
import { can } from '@/lib/domain/policy';
import { hasOnlyPlainLetters } from '@/lib/domain/text/plain-letters';
import { decidedByMark } from '@/lib/workbench/decided-by-mark';
import { createTextOrder } from '@/lib/workbench/text-order';
import { useCommands } from '../commands/commands-context';
import { messages } from '../messages';
import { ArticleHead } from './ArticleHead';
import { ArticlePane } from './ArticlePane';
import { whenIdle } from './coverage/when-idle';
import { HeldNews } from './HeldNews';
import { HintBar } from './HintBar';
import { LiveRegion, useSpeech } from './LiveRegion';
import { useOpenCardSoon } from './lazy-open-card';
import { Margin } from './Margin';
import type { Pane } from './pane';
import { useClient } from './presence/use-client';
import { createRunCommand } from './run-command';
import { SelectionToolbar } from './SelectionToolbar';
import { SignOffButton, useSignOffOffer } from './sign-off/SignOffButton';
import { useActive } from './use-active';
import { useFilters } from './use-filters';
import { useIsFrozen } from './use-is-frozen';
import { useKeys } from './use-keys';
import { useLatest } from './use-latest';
import { useLineTops } from './use-line-tops';
import { useMargin } from './use-margin';
import { useMarking } from './use-marking';
import { useMemory, useSaveState, useUnread, useView } from './use-memory';
import { useBeginPick, usePicking } from './use-picking';
import { useProposals } from './use-proposals';
import { useReading } from './use-reading';
import { useSingleKeys } from './use-single-keys';
import { useStable } from './use-stable';
import { useWide } from './use-wide';
import { useWorkbenchOffers } from './use-workbench-offers';
import { type AskedDialog, WorkbenchDialogs } from './WorkbenchDialogs';
import { WorkbenchTop } from './WorkbenchTop';
import { type CheckRequest, type WorkbenchContextValue, WorkbenchLate } from './workbench-context';

const NarrowMargin = lazy(async () => ({ default: (await import('./NarrowMargin')).NarrowMargin }));
const CompanyDesk = lazy(async () => ({
  default: (await import('./presence/CompanyDesk')).CompanyDesk,
}));
const LettersLayer = lazy(async () => ({ default: (await import('./LettersLayer')).LettersLayer }));
const PickBar = lazy(async () => ({ default: (await import('./PickBar')).PickBar }));
const CoveragePanel = lazy(async () => ({
  default: (await import('./coverage/CoveragePanel')).CoveragePanel,
}));
const AddText = lazy(async () => ({ default: (await import('./new-text/AddText')).AddText }));
const NewText = lazy(async () => ({ default: (await import('./new-text/NewText')).NewText }));
const PrintedAnnotations = lazy(async () => {
  // The browser prints what is there when it is asked: it must have come before.
  await new Promise<void>((resolve) => whenIdle(resolve));
  // Who has lost the network meanwhile goes on without it.
  const code = await import('./PrintedAnnotations').catch(() => undefined);
  return { default: code?.PrintedAnnotations ?? (() => null) };
});

type WorkbenchProps = {
  readonly state: ArticleState;
  readonly actor: Actor;
  /** The query of the page's address: filters, and the annotation that a link names. */
  readonly query: string;
};

const words = messages.workbench;

/**
 * One article under check: its text with all marks, the margin beside it, and all that a hand can do to them. Long,
 * because its parts meet nowhere else: each is a hook or a component of its own, and what one has the others need.
 */
export function Workbench({ state: initial, actor: signedIn, query }: WorkbenchProps) {
  const memory = useMemory(initial, signedIn);
  const view = useView(memory);
  const saveState = useSaveState(memory);
  const { article, revision, rules, people, annotations: byId, session, ballots, clocks } = view.visible;
  const isFrozen = useIsFrozen(session);
  const actor = useMemo(() => (isFrozen ? { ...signedIn, isKeptOut: true } : signedIn), [isFrozen, signedIn]);

  const [inTextOrder] = useState(createTextOrder);
  const annotations = inTextOrder(byId);
  const isPlain = useMemo(
    () => article.direction !== 'rtl' && hasOnlyPlainLetters(revision.text),
    [article.direction, revision.text],
  );
  const coverage = useMemo(() => coverageOf(revision.sentences, annotations), [revision, annotations]);
  const byMark = useMemo(() => decidedByMark(revision.sentences, annotations), [revision, annotations]);
  const client = useClient(actor, article.id);

  const row = useRef<HTMLElement>(null);
  const [pane, setPane] = useState<Pane | null>(null);
  const [hoveredId, setHovered] = useState<string | null>(null);
  const [noteRequestedFor, setNoteRequestedFor] = useState<string | null>(null);
  const [checkRequest, requestCheck] = useState<CheckRequest | null>(null);
  const [isListOpen, setListOpen] = useState(false);
  const [dialog, setDialog] = useState<AskedDialog | null>(null);
  const [isCoverageOpen, setCoverageOpen] = useState(false);
  const [filters, setFilters] = useFilters(query);
  const [singleKeys] = useSingleKeys();
  const { openKeys, openPalette } = useCommands();
  const isWide = useWide();
  const { spoken, speak, speakDecision } = useSpeech();

  const marking = useMarking(memory, speak, speakDecision);
  const { pending, failed, propose } = useProposals(memory, view);
  const margin = useMargin(view, annotations);
  const { activeId, setActive: open } = useActive(pane, margin.byId, query);
  const unread = useUnread(memory, view.held, activeId);
  const { settleHeld } = memory.store;
  const { newText } = view;
  const [wantedText, setWantedText] = useState(0);
  const applyOthers = (): void => {
    settleHeld();
    if (newText !== undefined) setWantedText(newText.seq);
  };
  const setActive = useCallback<typeof open>(
    (id, how) => {
      if (id !== null) settleHeld([id]);
      open(id, how);
    },
    [open, settleHeld],
  );
  const openCard = useCallback((id: string) => setActive(id, 'key'), [setActive]);
  const topOf = useLineTops(pane, row, annotations);
  const reading = useReading({ pane, state: view.visible, annotations, gaps: coverage.gaps, speak });
  const active = activeId === null ? undefined : byId[activeId];
  useOpenCardSoon(hoveredId !== null || reading.selection !== null);
  const picking = usePicking({ state: view.visible, active, reading, marking, speak });
  const beginPick = useBeginPick(picking.begin, isWide ? undefined : setActive);
  const goTo = useLatest(reading.goTo);
  const closeCoverage = useCallback(() => setCoverageOpen(false), []);
  const showSignOff = useCallback(() => setDialog('sign-off'), []);
  useSignOffOffer(actor, showSignOff);

  async function goToFact(kind: FactKind): Promise<void> {
    const after = reading.searchFrom();
    const { nextFact } = await import('./coverage/next-fact');
    const { passage, said } = nextFact(kind, { revision, language: article.language, annotations, after });
    if (passage === null) speak(said);
    else goTo(passage, said);
  }

  const runAlways = createRunCommand({
    pane,
    state: view.visible,
    actorId: actor.userId,
    annotations,
    unread,
    filters,
    reading,
    marking,
    activeId,
    setActive,
    requestNote: setNoteRequestedFor,
    requestCheck,
    hasMargin: isWide,
    speak,
    showCoverage: () => setCoverageOpen((isOpen) => !isOpen),
    goToFact: (kind) => void goToFact(kind),
    showKeys: openKeys,
    showPalette: openPalette,
    applyOthers,
  });
  const run = picking.guard(runAlways);
  useKeys(pane?.element, actor.userId, run);
  useWorkbenchOffers({
    pane,
    run,
    annotations,
    setActive,
    setFilters,
    beginPick,
    selection: reading.selection,
    situation: () => ({
      actor,
      active,
      hasSelection: reading.selection !== null,
      hasCursor: reading.cursor !== null,
      hasGaps: coverage.gaps.length > 0,
      hasAnnotations: annotations.length > 0,
      hasNews: view.held.size > 0 || newText !== undefined,
      canUndo: memory.canTakeBack('undo'),
      canRedo: memory.canTakeBack('redo'),
    }),
  });

  const clearNoteRequest = useCallback(() => setNoteRequestedFor(null), []);
  const context = useStable<WorkbenchContextValue>({
    actor,
    articleId: article.id,
    rules,
    people,
    annotations: margin.annotations,
    pending,
    failed,
    ballots,
    clocks,
    activeId,
    setActive,
    beginPick,
    hoveredId,
    setHovered,
    propose,
    whoChanged: memory.whoChanged,
    unread,
    markRead: memory.markRead,
    filters,
    setFilters,
    topOf,
    noteRequestedFor,
    clearNoteRequest,
    revision,
    language: article.language,
    goTo,
    speak,
    checkRequest,
    requestCheck,
  });

  /** A click picks the shortest mark under it; the next click there the next longer one. */
  function pick(ids: readonly string[], offset: number | null): void {
    reading.setPlace(offset);
    if (picking.picking !== null) return;
    const at = activeId === null ? -1 : ids.indexOf(activeId);
    setActive(ids[(at + 1) % Math.max(ids.length, 1)] ?? null, 'pointer');
  }

  const { seq } = view.visible;
  const { signOff } = article;
  const signOffButton = useMemo(
    () => <SignOffButton actor={actor} signOff={signOff} seq={seq} onPress={showSignOff} />,
    [actor, signOff, seq, showSignOff],
  );
  const canMark = can(actor, 'annotation.create').allowed;
  // With letters switched off the toolbar is the way to mark the sentence under the cursor.
  const toMark = reading.selection ?? (singleKeys ? null : (reading.cursor?.passage ?? null));

  return (
    <div
      className={session?.closing === null ? '[--workbench-header:5.75rem]' : '[--workbench-header:3.5rem]'}
    >
      <WorkbenchTop
        view={view}
        actor={actor}
        memory={memory}
        saveState={saveState}
        coverage={coverage}
        byMark={byMark}
        isCoverageOpen={isCoverageOpen}
        onCoverage={() => setCoverageOpen(!isCoverageOpen)}
        signOffButton={signOffButton}
        onAsk={setDialog}
        onOpenCard={openCard}
      />
      <div className={deskClass}>
        <section ref={row} aria-label={words.article} className="col-start-2 min-w-0">
          <ArticleHead article={article} revision={revision} />
          <ArticlePane
            revision={revision}
            language={article.language}
            direction={article.direction}
            annotations={annotations}
            gaps={coverage.gaps}
            pending={pending}
            activeId={activeId}
            hoveredId={hoveredId}
            cursor={reading.cursor?.passage ?? null}
            hint={canMark ? words.articleHint : words.articleHintViewer}
            onReady={setPane}
            onSelect={reading.select}
            onPick={pick}
            onHover={setHovered}
          />
          {pane === null ? null : (
            <Suspense>
              {isPlain ? null : <LettersLayer pane={pane} direction={article.direction} />}
              <AddText actor={actor} articleId={article.id} />
            </Suspense>
          )}
          {pane === null ? null : (
            <Suspense>
              <PrintedAnnotations pane={pane} annotations={annotations} people={people} />
            </Suspense>
          )}
        </section>
        <WorkbenchLate value={context}>
          {isWide ? (
            wideMargin
          ) : (
            <Suspense>
              <NarrowMargin isListOpen={isListOpen} onListOpenChange={setListOpen} />
            </Suspense>
          )}
        </WorkbenchLate>
        {client === '' || pane === null ? null : (
          <Suspense>
            <CompanyDesk
              actor={actor}
              articleId={article.id}
              client={client}
              pane={pane}
              passage={reading.selection ?? reading.cursor?.passage ?? null}
              activeId={activeId}
              annotations={byId}
              text={revision.text}
            />
          </Suspense>
        )}
        {canMark && pane !== null && toMark !== null && picking.picking === null ? (
          <SelectionToolbar
            pane={pane}
            passage={toMark}
            canUsePassage={activeId !== null}
            canRepeat={active !== undefined && (isChecked(active) || active.repeatsId !== null)}
            singleKeys={singleKeys}
            onCommand={(command) => run(command, 'text')}
          />
        ) : null}
      </div>
      {picking.picking === null ? (
        <HintBar canMark={canMark} singleKeys={singleKeys} onShowKeys={openKeys} />
      ) : null}
      <HeldNews
        count={view.held.size}
        revision={
          newText !== undefined && newText.body.added === undefined ? newText.body.revision.number : undefined
        }
        singleKeys={singleKeys}
        onApply={applyOthers}
      />
      <LiveRegion spoken={spoken} left={coverage.gaps.length} />
      <Suspense>
        {picking.picking === null ? null : <PickBar controls={picking} text={revision.text} />}
        {isCoverageOpen ? (
          <CoveragePanel
            articleId={article.id}
            revision={revision}
            language={article.language}
            annotations={annotations}
            onGo={goTo}
            onClose={closeCoverage}
          >
            {signOffButton}
          </CoveragePanel>
        ) : null}
        {newText === undefined || pane === null ? null : (
          <NewText
            key={newText.seq}
            event={newText}
            revision={revision}
            pane={pane}
            reading={reading}
            store={memory.store}
            speak={speak}
            isWanted={wantedText === newText.seq || newText.actor.id === actor.userId}
          />
        )}
        <WorkbenchDialogs
          asked={dialog}
          onAsk={setDialog}
          actor={actor}
          view={view}
          memory={memory}
          saveState={saveState}
          annotations={annotations}
          propose={propose}
          onGo={goTo}
          onOpenCard={openCard}
        />
      </Suspense>
    </div>
  );
}

/** The same element at every render: it is drawn anew only when what it reads from the workbench has changed. */
const wideMargin = <Margin />;

/** Text and margin, with the room left of the text where coverage is drawn. Without a margin its place is a gutter. */
const deskClass =
  'relative grid pt-8 pb-28 max-phone:pt-5 max-phone:pb-[58dvh] print:block print:p-0 ' +
  'grid-cols-[minmax(1.75rem,1fr)_minmax(0,var(--container-article))_minmax(2.25rem,1fr)] ' +
  // Beside the margin that is a sheet the text begins further left, so that an open card covers none of it.
  'min-[56.25rem]:max-wide:grid-cols-[1.75rem_minmax(0,var(--container-article))_minmax(2.25rem,1fr)] ' +
  'wide:grid-cols-[minmax(1.75rem,1fr)_minmax(0,var(--container-article))_2.25rem_minmax(18.75rem,23.75rem)_minmax(1.5rem,1fr)]';
