import 'server-only';
import { randomUUID } from 'node:crypto';
import { eachInTurns } from '@/lib/db/each-in-turns';
import type { Actor } from '@/lib/domain/actor';
import { anchorAt } from '@/lib/domain/anchor';
import type { Annotation } from '@/lib/domain/annotation';
import type { Revision } from '@/lib/domain/article';
import { freshCheck } from '@/lib/domain/check';
import { type DraftComment, placeComment } from '@/lib/domain/draft-comment';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { Person } from '@/lib/domain/team';
import { derivedId } from '../derived-id';

type CommentedArticle = { readonly articleId: string; readonly revision: Revision; readonly at: string };

/**
 * Comments of a document as annotations: a claim on the passage with the comment as its note; replies become a discussion,
 * settled where the document says so. Their authors are people known by name. Comments on words that were left out go.
 */
export async function annotateComments(
  actor: Actor,
  comments: readonly DraftComment[],
  { articleId, revision, at }: CommentedArticle,
): Promise<{ readonly annotations: readonly Annotation[]; readonly people: readonly Person[] }> {
  const people = new Map<string, Person>();
  const person = (name: string): string => {
    const id = derivedId('person', actor.teamId, 'document', name);
    people.set(id, { id, name });
    return id;
  };
  const written = ({ author, at: saidAt }: Pick<DraftComment, 'author' | 'at'>) => ({
    id: randomUUID(),
    authorId: person(author),
    createdAt: saidAt ?? at,
    changedAt: saidAt ?? at,
    version: 1,
  });
  const annotations: Annotation[] = [];
  await eachInTurns(comments, (comment) => {
    const passage = placeComment(revision.text, comment);
    if (passage === null) return;
    const replies = comment.replies.map((reply) => ({
      ...written(reply),
      body: plainToRichText(reply.words),
      mentions: [],
    }));
    const [first] = replies;
    const last = replies.at(-1);
    annotations.push({
      ...written(comment),
      articleId,
      mark: 'claim',
      anchor: anchorAt(revision, passage),
      check: freshCheck,
      partOfId: null,
      repeatsId: null,
      claim: { claimTypes: [], claimant: null, claimedOn: null },
      notes: [{ ...written(comment), body: plainToRichText(comment.words) }],
      evidence: [],
      flags: [],
      threads:
        first === undefined || last === undefined
          ? []
          : [
              {
                id: randomUUID(),
                kind: 'discussion',
                authorId: first.authorId,
                createdAt: first.createdAt,
                resolved: comment.isResolved ? { byId: last.authorId, at: last.createdAt } : null,
                version: 1,
                replies,
              },
            ],
    });
  });
  return { annotations, people: [...people.values()] };
}
