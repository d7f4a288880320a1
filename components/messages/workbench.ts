import type { Mark } from '@/lib/domain/annotation';
import type { CheckStatus } from '@/lib/domain/check';
import type { KeyCommandId } from '@/lib/workbench/key-commands';
import { words } from './words';

const sentences = (count: number): string => (count === 1 ? '1 sentence' : `${count} sentences`);
const changes = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);
const quoted = (text: string): string => `“${text}”`;

/** Words of the workbench around the article: header, toolbar, keys, and what the live region says. */
export const workbench = {
  article: 'Article',
  articleText: 'Text of the article',
  articleHint:
    'Read-only. J and K, or the arrow keys, go from sentence to sentence; C, O, S and N mark it; Enter writes a note; question mark lists all keys.',
  articleHintViewer: 'Read-only. J and K, or the arrow keys, go from sentence to sentence.',
  loading: 'Opening the article…',
  back: 'Back to the articles',
  sample: 'Sample article',
  words: (count: string) => `${count} words`,
  revision: (number: number) => `Revision ${number}`,
  history: 'History',
  session: 'Session',
  showKeys: 'Keys',
  coverage: {
    show: (label: string) => `Coverage: ${label}`,
    decided: (decided: number, total: number) => `${decided} of ${sentences(total)} decided`,
  },
  signOff: {
    button: 'Sign off',
    holds: 'Signed off',
    since: (count: number) => `${changes(count)} since`,
    showState: (state: string) => `Sign-off: ${state}`,
    offer: 'Sign off the article',
  },
  save: {
    unchanged: 'All changes saved',
    saved: (time: string) => `Saved ${time}`,
    saving: 'Saving…',
    slow: (where: string) => `Waiting for the server, ${where}`,
    offline: (where: string) => (where === '' ? 'Offline' : `Offline, ${where}`),
    busy: (where: string) => (where === '' ? 'The server is busy' : `The server is busy, ${where}`),
    /** Where unsent changes are: `kept` of `waiting` outlive this page. */
    where: (waiting: number, kept: number) =>
      waiting === 0
        ? ''
        : kept === waiting
          ? `${changes(waiting)} kept on this device`
          : kept === 0
            ? `${changes(waiting)} kept in this page only`
            : `${changes(waiting)} unsent, ${kept} kept on this device`,
    retry: 'Try now',
    signedOut: (where: string) => (where === '' ? 'You are signed out.' : `Signed out, ${where}`),
    signIn: 'Sign in',
    notKept: 'nothing is kept on this device',
    lost: 'This article was removed, or you no longer have access to it.',
    unsent: (count: number, isKept: boolean) =>
      `${changes(count)} in this article ${count === 1 ? 'is' : 'are'} not saved yet. ${
        isKept
          ? 'They stay locked on this device and are sent when you sign in here again.'
          : 'They will be lost.'
      }`,
    unkept: 'What you have typed here and not posted is kept nowhere and will be lost.',
    refused: (count: number) => (count === 1 ? '1 change refused' : `${count} changes refused`),
  },
  live: {
    newText: (revision: number) => `Revision ${revision} · show`,
    held: (count: number) => (count === 1 ? '1 new · apply' : `${count} new · apply`),
    lost: 'Not live',
    /** Goes on after it where there is room. */
    lostMeans: ': colleagues’ changes come later',
  },
  toolbar: {
    label: 'Mark selection',
    note: 'Note',
    usePassage: 'Use this passage',
    repeat: 'Says it again',
  },
  hints: {
    label: 'Keys of the workbench',
    sentence: 'sentence',
    mark: 'mark',
    gap: 'next gap',
    commands: 'commands',
    keys: 'keys',
  },
  keys: {
    names: {
      'mark.claim': 'Claim',
      'mark.opinion': 'Opinion',
      'mark.sourced_fact': 'Sourced fact',
      'mark.no_fact': 'Nothing to check',
      note: 'Write a note',
      'sentence.next': 'Next sentence',
      'sentence.previous': 'Previous sentence',
      'gap.next': 'Next gap',
      'coverage.show': 'Show coverage',
      'fact.number': 'Next number not yet covered',
      'fact.name': 'Next name not yet covered',
      'fact.date': 'Next date not yet covered',
      'fact.quotation': 'Next quotation not yet covered',
      'passage.grow': 'Grow to the sentence, then the paragraph',
      'passage.endLater': 'End one word later',
      'passage.endEarlier': 'End one word earlier',
      'passage.startEarlier': 'Begin one word earlier',
      'passage.startLater': 'Begin one word later',
      'annotation.next': 'Next annotation',
      'annotation.previous': 'Previous annotation',
      'annotation.usePassage': 'Give the open annotation this passage',
      'annotation.repeat': 'Says the open claim again',
      'annotation.delete': 'Delete the open annotation',
      'anchor.accept': 'Accept the passage as it stands now',
      'check.take': 'Take the claim, or let go of it',
      'check.propose': 'Propose an outcome',
      'check.review': 'Second check',
      'check.recheck': 'Check again what is stale',
      'others.apply': 'Show what colleagues have done in the margin',
      undo: 'Undo',
      redo: 'Redo',
      leave: 'Let go of passage, cursor or card',
      palette: 'Find or do anything',
      keys: 'All keys',
    } satisfies Record<KeyCommandId, string>,
  },
  done: {
    marked: (mark: Mark, text: string) => `${words.marks[mark]}: ${quoted(text)}`,
    mark: (mark: Mark) => `Now ${words.marks[mark].toLowerCase()}.`,
    sameMark: (mark: Mark) => `This is marked ${words.marks[mark].toLowerCase()} already.`,
    passage: 'Passage changed.',
    repeats: (text: string, claim: string) => `${quoted(text)} says again: ${quoted(claim)}`,
    deleted: (mark: Mark) => `${words.marks[mark]} deleted.`,
    undone: 'Undone.',
    redone: 'Done again.',
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to do again.',
    cannotUndo: {
      never: 'This cannot be undone.',
      gone: 'This cannot be undone: it is not there any more.',
      changed: 'This cannot be undone: somebody has built on it since.',
      recorded: 'This step of a check stays in the record. Reopen the check if it must be done again.',
    },
    left: (count: number) =>
      count === 0 ? 'Every sentence is decided.' : `${sentences(count)} left without a decision.`,
    noGaps: 'No gaps: every sentence is decided.',
    noAnnotations: 'There is no annotation to go to.',
    notFound: 'The annotation that this link names was deleted, or does not belong to this article.',
    refused: (reason: string) => `Not done. ${reason}`,
  },
  spoken: {
    sentence: (index: number, total: number, text: string, marks: string) =>
      `Sentence ${index} of ${total}. ${text} ${marks}`,
    passage: (text: string, marks: string) => `Passage: ${text} ${marks}`,
    noMarks: 'No mark.',
    marks: (list: string) => `Marked: ${list}.`,
    mark: (mark: Mark, author: string) => `${words.marks[mark].toLowerCase()} by ${author}`,
    annotation: (mark: Mark, author: string, text: string) =>
      `${words.marks[mark]} by ${author}: ${quoted(text)}`,
    status: (sentence: string, status: CheckStatus) =>
      `${sentence}, ${words.checkStatuses[status].toLowerCase()}`,
    someone: 'someone',
  },
};
