import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { processorMs } from '@/lib/domain/testing/processor-time';
import { makeArticle, plainDoc } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { execute } from '../execute';
import { getArticleState } from './get-article-state';

describe('new text under 5 000 annotations', () => {
  it('takes all of them along in one go, by an event that stays small', async () => {
    const team = await makeTeam();
    const paragraphs = Array.from(
      { length: 1_000 },
      (_, n) => `Paragraph ${n} says that ${n * 7} ships came in the year ${1000 + n}.`,
    );
    const { articleId, revisionId } = await makeArticle(team.editor, { text: paragraphs.join('\n\n') });
    const state = await getArticleState(team.editor, articleId);
    const at = new Date();
    const whole = state.revision.text;
    const rows = paragraphs.flatMap((words) => {
      const from = whole.indexOf(words);
      return Array.from({ length: 5 }, (_, n) => {
        const [start, end] = [from + n, from + words.length];
        return {
          ...{
            id: randomUUID(),
            articleId,
            revisionId,
            mark: 'claim',
            start,
            end,
            exact: whole.slice(start, end),
          },
          ...{ prefix: whole.slice(Math.max(0, start - 32), start), suffix: whole.slice(end, end + 32) },
          ...{ authorId: team.editor.userId, createdAt: at, changedAt: at, claimTypes: [] },
        };
      });
    });
    await db.annotation.createMany({ data: rows });
    await db.article.update({ where: { id: articleId }, data: { annotationCount: rows.length } });
    const next = ['A new first paragraph.', ...paragraphs.with(500, 'Nothing is left of it here.')].join(
      '\n\n',
    );
    const began = processorMs();
    const { body } = await execute(team.editor, articleId, {
      ...{
        commandId: randomUUID(),
        type: 'article.revise',
        baseRevisionId: revisionId,
        revisionId: randomUUID(),
      },
      ...{ doc: plainDoc(next), edits: null, source: 'edited', reason: '' },
    });
    const took = processorMs() - began;
    if (body.type !== 'article.revised') throw new Error('another event');
    expect(body.drift.exact).toBe(4_995);
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
    const after = await getArticleState(team.editor, articleId);
    for (const { anchor } of Object.values(after.annotations))
      if (anchor.state !== 'orphaned') expect(next.slice(anchor.start, anchor.end)).toBe(anchor.exact);
    // about a second on an idle machine
    expect(took).toBeLessThan(10_000);
  }, 60_000);
});
