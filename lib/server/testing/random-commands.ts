import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { outcomes } from '@/lib/domain/check';
import type { Command } from '@/lib/domain/commands';
import { plainToRichText } from '@/lib/domain/rich-text';
import { command, portStatistics } from './new-command';

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A command that somebody could send now, chosen by chance; the rules may still refuse it. Also the ids of what it makes
 * come from this chance: marks of one passage stand in their order, and so they decide what is chosen next.
 */
export function randomCommand(state: ArticleState, random: () => number): Command {
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('There is nothing to choose from.');
    return one;
  };
  const annotations = Object.values(state.annotations);
  if (annotations.length < 4 || random() < 0.15) return create(state, random);
  if (random() < 0.06) return ofArticle(state, pick);
  return pick(ofAnnotation(pick(annotations), state, { pick, newId: () => newId(random) }));
}

function newId(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

type Pick = <T>(list: readonly T[]) => T;
type Chance = { readonly pick: Pick; readonly newId: () => string };

function create({ revision }: ArticleState, random: () => number): Command {
  const start = Math.floor(random() * (revision.text.length - 12));
  const passage = { start, end: start + 10 };
  const annotationId = newId(random);
  return command({
    type: 'annotation.create',
    annotationId,
    revisionId: revision.id,
    mark: 'claim',
    passage,
  });
}

function ofArticle({ article, revision }: ArticleState, pick: Pick): Command {
  return pick([
    command({
      type: 'article.change',
      version: article.version,
      changes: { title: `Title ${article.version}` },
    }),
    command({ type: 'article.change', version: article.version, changes: { publishedOn: '2026-03-14' } }),
    command({
      type: 'article.sign_off',
      revisionId: revision.id,
      waivers: [],
      overrideReason: 'It goes to print now.',
    }),
    command({ type: 'article.withdraw_sign_off', reason: 'Too early.' }),
  ]);
}

/** One of each kind for this annotation; long because it is a list. */
function ofAnnotation(
  annotation: Annotation,
  state: ArticleState,
  { pick, newId }: Chance,
): readonly Command[] {
  const { id: annotationId, version, check } = annotation;
  const words = plainToRichText(`Words ${state.seq}`);
  const outcome = pick(outcomes);
  const said = { outcome, verdict: null, suggestedWording: 'Other words' };
  const at = { annotationId, version: check.version };
  const start = (annotation.anchor.start + 3) % (state.revision.text.length - 12);
  return [
    command({
      type: 'annotation.change',
      annotationId,
      version,
      changes: pick([
        { mark: 'sourced_fact' as const },
        { mark: 'claim' as const },
        { passage: { start, end: start + 9 } },
        { claim: { claimant: `Somebody ${state.seq}` } },
      ]),
    }),
    ...(state.seq % 5 === 0 ? [command({ type: 'annotation.delete', annotationId, version })] : []),
    command({ type: 'note.create', annotationId, noteId: newId(), body: words }),
    ...annotation.notes.flatMap((note) => [
      command({
        type: 'note.change',
        annotationId,
        noteId: note.id,
        version: note.version,
        body: words,
      }),
      command({ type: 'note.delete', annotationId, noteId: note.id, version: note.version }),
    ]),
    command({ type: 'evidence.create', annotationId, evidenceId: newId(), fields: portStatistics }),
    ...annotation.evidence.flatMap((item) => [
      command({
        type: 'evidence.change',
        annotationId,
        evidenceId: item.id,
        version: item.version,
        changes: { locator: `p. ${state.seq}`, accessedOn: '2026-03-15' },
      }),
      command({ type: 'evidence.delete', annotationId, evidenceId: item.id, version: item.version }),
    ]),
    command({
      type: 'flag.raise',
      annotationId,
      flagId: newId(),
      fields: { reason: 'Look.', priority: 'high' },
    }),
    ...annotation.flags.flatMap(({ id: flagId, version: seen }) => [
      command({ type: 'flag.change', annotationId, flagId, version: seen, changes: { priority: 'low' } }),
      command({ type: 'flag.look', annotationId, flagId, version: seen, note: 'Seen.' }),
      command({ type: 'flag.reopen', annotationId, flagId, version: seen }),
    ]),
    command({
      type: 'thread.open',
      annotationId,
      threadId: newId(),
      replyId: newId(),
      kind: 'discussion',
      body: words,
      mentions: [],
    }),
    ...annotation.threads.flatMap((thread) => [
      command({ type: 'thread.resolve', annotationId, threadId: thread.id, version: thread.version }),
      command({ type: 'thread.reopen', annotationId, threadId: thread.id, version: thread.version }),
      command({
        type: 'thread.reply',
        annotationId,
        threadId: thread.id,
        replyId: newId(),
        body: words,
        mentions: [],
      }),
      ...thread.replies.flatMap(({ id: replyId, version: seen }) => [
        command({
          type: 'reply.change',
          annotationId,
          threadId: thread.id,
          replyId,
          version: seen,
          body: words,
          mentions: [],
        }),
        command({ type: 'reply.delete', annotationId, threadId: thread.id, replyId, version: seen }),
      ]),
    ]),
    command({ type: 'check.plan', ...at, changes: { priority: pick(['low', 'high'] as const) } }),
    command({ type: 'check.plan', ...at, changes: { assigneeId: pick(state.rules.members).id } }),
    command({ type: 'check.begin', ...at }),
    command({ type: 'check.release', ...at }),
    command({ type: 'check.wait', ...at, on: 'source', reason: 'The archive is closed.' }),
    command({ type: 'check.resume', ...at }),
    command({ type: 'check.withdraw', ...at, reason: 'Too early.' }),
    command({ type: 'check.dispute', ...at, reason: 'The source is older.' }),
    command({ type: 'check.decide', ...at, upholds: 'proposal', note: 'It stands.' }),
    command({ type: 'check.reopen', ...at, reason: 'A reader wrote.' }),
    command({ type: 'check.recheck', ...at }),
    // More than once, so that chance gets through to the end of a check.
    ...Array.from({ length: 6 }, () => command({ type: 'check.sign_off', ...at })),
    ...Array.from({ length: 6 }, () =>
      command({
        type: 'check.propose',
        ...at,
        fields: {
          ...said,
          refusal: 'As the editor said.',
          onAuthorReason: 'It is her diary.',
          tried: 'Three archives.',
          rationale: 'By the books.',
          confidence: null,
          confidenceReason: null,
        },
      }),
    ),
    ...Array.from({ length: 6 }, () =>
      command({
        type: 'check.review',
        ...at,
        secondCheckId: newId(),
        fields: {
          ...said,
          outcome: (check.proposal && 'outcome' in check.proposal && check.proposal.outcome) || outcome,
          note: 'Mine.',
        },
      }),
    ),
  ];
}
