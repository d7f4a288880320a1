import { acceptedByHand } from '@/lib/domain/anchor';
import type { Mark } from '@/lib/domain/annotation';
import { type CheckPlan, openProposal, openSecondChecks } from '@/lib/domain/check';
import type { AnnotationChanges, CheckEventBody, EventBody } from '@/lib/domain/events';
import type { HistoryLine } from '@/lib/domain/history';
import type { DriftCounts } from '@/lib/domain/revised';
import { type RichText, richTextToPlain } from '@/lib/domain/rich-text';
import type { SetAsideKind } from '@/lib/domain/set-aside';
import type { ThreadKind } from '@/lib/domain/thread';
import type { Verdict } from '@/lib/domain/verdict';
import { claimWords } from './claim-words';
import { evidenceWords } from './evidence-words';
import {
  articleFields,
  changed,
  claimFields,
  evidenceFields,
  flagFields,
  type HistoryDetail,
  type HistoryWords,
  plain,
  planFields,
  replyRequestFields,
} from './history-changes';
import { sessionHistoryWords } from './session-history-words';
import { words } from './words';

/**
 * Every event in a sentence that a journalist understands. `nameOf` gives a person's name by id. Long because it is the
 * list of everything that can happen; an event without an entry does not compile.
 */
export function historyWords(line: HistoryLine, nameOf: (id: string) => string): HistoryWords {
  const { body, actor } = line.event;
  const evidence = line.evidenceTitle === null ? 'a piece of evidence' : `“${line.evidenceTitle}”`;
  if ('session' in body || 'ballot' in body) return sessionHistoryWords(body, actor.id, nameOf);
  switch (body.type) {
    case 'article.imported':
      return body.from === undefined
        ? plain(`brought in the article “${body.title}”`)
        : plain(
            `brought in the article “${body.title}” with its history, from a Galley file of ${body.from.team}`,
          );
    case 'article.changed':
      return changed('of the article', body, articleFields);
    case 'article.revised': {
      const did = body.source === 'appended' ? 'added text at the end' : 'put in new text';
      return plain(
        `${did}: revision ${body.revision.number}`,
        ...said(body.reason),
        ...droveApart(body.drift),
      );
    }
    case 'article.deleted':
      return plain('deleted the article');
    case 'article.restored':
      return plain('restored the article');
    case 'article.signed_off': {
      const { override, waivers } = body.signOff;
      const waived = waivers.map(({ reason }) => `Waived a sentence: ${reason}`);
      if (override === null) return plain('signed the article off', ...said(...waived));
      return plain(
        'signed the article off against the rules',
        ...said(override.reason, ...waived),
        ...override.against.map((text) => ({ kind: 'effect', text }) as const),
      );
    }
    case 'article.sign_off_withdrawn':
      return plain('withdrew the sign-off of the article', ...said(body.reason));
    case 'reply_request.created':
      return plain(`asked ${body.request.party} for a reply`, ...said(body.request.question));
    case 'reply_request.changed':
      return changed('of a request for a reply', body, replyRequestFields);
    case 'reply_request.answered':
      return body.answer === null
        ? plain('took back what was written down as a reply')
        : plain(
            `wrote down a reply: ${evidenceWords.replyOutcomes[body.answer.outcome].toLowerCase()}`,
            ...said(body.answer.words),
          );
    case 'annotation.created': {
      const { mark, authorId, partOfId, repeatsId } = body.annotation;
      if (authorId !== actor.id) return plain(`brought in ${aMark(mark)} by ${nameOf(authorId)}`);
      if (partOfId !== null) return plain(`marked ${aMark(mark)} as part of a compound claim`);
      if (repeatsId !== null) return plain('marked a passage that says a claim again');
      return plain(`marked ${aMark(mark)}`);
    }
    case 'annotation.changed':
      return withEffect(changedAnnotation(body.changes, body.before), body);
    case 'annotation.deleted':
      return plain('deleted the annotation');
    case 'annotation.restored':
      return plain('restored the annotation');
    case 'note.created':
      return plain('wrote a verification note', ...saidIn(body.note.body));
    case 'note.changed':
      return plain('changed a verification note', wording('Note', body.before, body.body));
    case 'note.deleted':
      return plain('deleted a verification note');
    case 'note.restored':
      return plain('restored a verification note', ...saidIn(body.note.body));
    case 'evidence.created':
      return withEffect(plain(`attached the evidence “${body.evidence.title}”`), body);
    case 'evidence.restored':
      return withEffect(plain(`restored the evidence “${body.evidence.title}”`), body);
    case 'evidence.changed':
      return withEffect(changed(`of ${evidence}`, body, evidenceFields), body);
    case 'evidence.deleted':
      return withEffect(plain(`removed the evidence ${evidence}`), body);
    case 'flag.raised':
      return plain(
        `flagged this, ${words.flagPriorities[body.flag.priority].toLowerCase()} priority`,
        ...said(body.flag.reason),
      );
    case 'flag.changed':
      return changed('of the flag', body, flagFields);
    case 'flag.looked':
      return plain('looked at the flag', ...said(body.note));
    case 'flag.reopened':
      return plain('opened the flag again');
    case 'words.set_aside':
      return plain(
        `set words aside that lost against newer ones: ${setAside[body.about]}`,
        ...said(body.words),
      );
    case 'check.planned':
      return planned(body, nameOf);
    case 'check.begun':
      return plain('took on this claim');
    case 'check.released':
      return plain('let go of this claim');
    case 'check.waiting': {
      const on = body.check.waiting?.on;
      return plain(
        `began to wait for ${on === undefined ? 'somebody' : claimWords.waitingReasons[on].toLowerCase()}`,
        ...said(body.reason),
      );
    }
    case 'check.resumed':
      return plain('went on with this claim');
    case 'check.proposed':
    case 'check.rechecked':
      return proposed(body, line, nameOf);
    case 'check.withdrawn':
      return plain('withdrew the proposal', ...said(body.reason));
    case 'check.reviewed':
      return reviewed(body, actor.id);
    case 'check.disputed':
      return plain('disputed this claim', ...said(body.reason));
    case 'check.decided': {
      const stands = openProposal(body.check);
      return stands === undefined
        ? plain(`decided the dispute; ${hidden}`)
        : plain(`decided the dispute: ${rated(stands)} stands`, ...said(body.reason));
    }
    case 'check.signed_off': {
      const proposal = openProposal(body.check);
      return plain(proposal === undefined ? 'signed this claim off' : `signed off: ${rated(proposal)}`);
    }
    case 'check.reopened':
      return plain('reopened this claim', ...said(body.reason));
    case 'thread.opened':
      return plain(`${opening[body.thread.kind]}`, ...saidIn(body.thread.replies[0]?.body));
    case 'thread.replied':
      return plain(
        `replied ${inThread(line.threadKind)}${body.reopens ? ', which opened it again' : ''}`,
        ...saidIn(body.reply.body),
      );
    case 'thread.resolved':
      return plain(`resolved ${theThread(line.threadKind)}`);
    case 'thread.reopened':
      return plain(`opened ${theThread(line.threadKind)} again`);
    case 'reply.changed':
      return plain(`changed a reply ${inThread(line.threadKind)}`, wording('Reply', body.before, body.body));
    case 'reply.deleted':
      return plain(`deleted a reply ${inThread(line.threadKind)}`);
    case 'reply.restored':
      return plain(`restored a reply ${inThread(line.threadKind)}`, ...saidIn(body.reply.body));
  }
}

const setAside: Readonly<Record<SetAsideKind, string>> = {
  note: 'of a verification note',
  reply: 'of a reply',
  claim: 'of the claim details',
  evidence: 'of a piece of evidence',
  flag: 'of a flag',
  check: 'of a step in the check',
};

/** The words that a claim is called by when its outcome is hidden from a blind second checker. */
const hidden = 'hidden from you until you have recorded your second check';

const said = (...texts: readonly string[]): HistoryDetail[] =>
  texts.flatMap((text) => (text.trim() === '' ? [] : [{ kind: 'said', text }]));

const saidIn = (body: RichText | undefined): HistoryDetail[] =>
  body === undefined ? [] : said(richTextToPlain(body));

const wording = (label: string, before: RichText, after: RichText): HistoryDetail => ({
  kind: 'diff',
  label,
  before: richTextToPlain(before),
  after: richTextToPlain(after),
});

/** A change of passage, mark or evidence may undo what others had concluded. */
function withEffect(
  { does, details }: HistoryWords,
  body: Extract<EventBody, { readonly check?: unknown }>,
): HistoryWords {
  const status = 'check' in body ? body.check?.status : undefined;
  if (status === 'stale')
    return { does, details: [...details, { kind: 'effect', text: 'The sign-off of this claim is stale.' }] };
  if (status === 'proposed')
    return {
      does,
      details: [...details, { kind: 'effect', text: 'The second checks before it no longer count.' }],
    };
  return { does, details };
}

const marksInText: Readonly<Record<Mark, string>> = {
  claim: 'claim',
  opinion: 'opinion',
  sourced_fact: 'sourced fact',
  no_fact: '“nothing to check”',
};

const aMark = (mark: Mark): string =>
  ({
    claim: 'a claim',
    opinion: 'an opinion',
    sourced_fact: 'a sourced fact',
    no_fact: 'a passage with nothing to check',
  })[mark];

/** What new text did to the annotations, where it did something. */
function droveApart({ touched, orphaned }: DriftCounts): readonly HistoryDetail[] {
  const of = (count: number): string => (count === 1 ? '1 annotation' : `${count} annotations`);
  return [
    ...(touched === 0 ? [] : [{ kind: 'effect', text: `${of(touched)} on changed words` } as const]),
    ...(orphaned === 0 ? [] : [{ kind: 'effect', text: `${of(orphaned)} without a passage` } as const]),
  ];
}

function changedAnnotation(changes: AnnotationChanges, before: AnnotationChanges): HistoryWords {
  const did: string[] = [];
  const details: HistoryDetail[] = [];
  if (changes.mark && before.mark)
    did.push(`changed the mark from ${marksInText[before.mark]} to ${marksInText[changes.mark]}`);
  if (changes.anchor && before.anchor) {
    const isAccepted = changes.anchor.method === acceptedByHand;
    did.push(isAccepted ? 'accepted the new words of the passage' : 'changed the passage');
    details.push({
      kind: 'diff',
      label: 'Passage',
      before: (isAccepted ? before.anchor.before : undefined) ?? before.anchor.exact,
      after: changes.anchor.exact,
    });
  }
  if (changes.claim && before.claim) {
    const claim = changed('of this claim', { changes: changes.claim, before: before.claim }, claimFields);
    did.push(claim.does);
    details.push(...claim.details);
  }
  if (changes.partOfId !== undefined)
    did.push(
      changes.partOfId === null
        ? 'took this out of its compound claim'
        : 'made this a part of a compound claim',
    );
  if (changes.repeatsId !== undefined)
    did.push(
      changes.repeatsId === null
        ? 'said that this does not repeat a claim'
        : 'said that this repeats another claim',
    );
  return { does: did.length === 0 ? 'changed the annotation' : did.join(' and '), details };
}

function planned(body: CheckEventBody, nameOf: (id: string) => string): HistoryWords {
  const { assigneeId, ...before } = body.before ?? {};
  const after = body.check.plan;
  const now = Object.fromEntries(
    Object.keys(before).map((key) => [key, after[key as keyof CheckPlan]]), // the keys of a plan's own change
  );
  const rest = changed('of this claim', { changes: now, before }, planFields);
  if (assigneeId === undefined) return rest;
  const given =
    after.assigneeId === null
      ? `took this claim from ${assigneeId === null ? 'nobody' : nameOf(assigneeId)}`
      : `gave this claim to ${nameOf(after.assigneeId)}`;
  return {
    does: Object.keys(before).length === 0 ? given : `${given} and ${rest.does}`,
    details: rest.details,
  };
}

type Rated = { readonly outcome: keyof typeof words.outcomes; readonly verdict: Verdict | null };

/** "Incorrect (Mostly false)" */
const rated = ({ outcome, verdict }: Rated): string =>
  verdict === null ? words.outcomes[outcome] : `${words.outcomes[outcome]} (${verdict.label})`;

function proposed(
  { type, check }: CheckEventBody,
  { about }: HistoryLine,
  nameOf: (id: string) => string,
): HistoryWords {
  const proposal = openProposal(check);
  const others = (proposal?.joined ?? []).map(({ byId }) => nameOf(byId));
  const again =
    type === 'check.rechecked'
      ? 'checked again and proposed'
      : others.length > 0
        ? `merged the proposal of ${others.join(' and ')} with their own and proposed`
        : 'proposed';
  if (proposal === undefined) return plain(`${again} an outcome, ${hidden}`);
  const { suggestedWording, refusal, onAuthorReason, tried, rationale } = proposal;
  const wish: HistoryDetail[] =
    suggestedWording === null
      ? []
      : [{ kind: 'diff', label: 'Suggested wording', before: about?.exact ?? '', after: suggestedWording }];
  const reasons = [refusal, onAuthorReason, tried, rationale].map((text) => text ?? '');
  return plain(`${again}: ${rated(proposal)}`, ...wish, ...said(...reasons));
}

function reviewed({ check, reason }: CheckEventBody, actorId: string): HistoryWords {
  const own = openSecondChecks(check).findLast(({ byId }) => byId === actorId);
  if (own === undefined) return plain(`recorded a second check, ${hidden}`);
  const effect: HistoryDetail[] =
    check.status === 'disputed' ? [{ kind: 'effect', text: 'It contradicts the proposal: disputed.' }] : [];
  return plain(
    `recorded a second check${own.isBlind ? ' without having seen the proposal' : ''}: ${rated(own)}`,
    ...said(reason),
    ...effect,
  );
}

const opening: Readonly<Record<ThreadKind, string>> = {
  discussion: 'began a discussion',
  author_query: 'asked the writer',
};
const theThread = (kind: ThreadKind | null): string =>
  kind === 'author_query' ? 'the author query' : 'the discussion';
const inThread = (kind: ThreadKind | null): string =>
  kind === 'author_query' ? 'to the author query' : 'in the discussion';
