import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { DomainError } from '@/lib/domain/errors';
import { parseGalleyFile } from '@/lib/exchange/galley-json';
import { addSampleArticle } from '@/lib/server/articles/add-sample-article';
import { importGalleyFile } from '@/lib/server/articles/import-galley-file';
import { errorAnswer } from '@/lib/server/error-answer';
import { refusal } from '@/lib/server/testing/commands';
import { makeTeam } from '@/prisma/builders/team';
import { exportArticle } from './export-article';
import { exportQuery } from './export-query';
import { shownRefusal } from './shown-refusal';

let team: Awaited<ReturnType<typeof makeTeam>>;
let articleId: string;

beforeAll(async () => {
  team = await makeTeam();
  await addSampleArticle(team.owner);
  articleId = (await db.article.findFirstOrThrow({ where: { teamId: team.id } })).id;
});

const exported = async (format: string, show?: '1'): Promise<Response> =>
  exportArticle(team.viewer, articleId, exportQuery.parse({ format, show }));

describe('the way out', () => {
  it('sends a page that may load nothing, under a safe file name, and writes the export into the record', async () => {
    const before = await db.auditEvent.count({ where: { teamId: team.id, type: 'report.exported' } });
    const answer = await exported('html');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.html"$/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('Annotated report');
    const entries = await db.auditEvent.findMany({ where: { teamId: team.id, type: 'report.exported' } });
    expect(entries).toHaveLength(before + 1);
    expect(JSON.stringify(entries.at(-1)?.body)).not.toContain('Veldhaven');
  });

  it('shows only the page in the browser, never another format', async () => {
    expect((await exported('html', '1')).headers.get('content-disposition')).toMatch(/^inline/);
    expect((await exported('json', '1')).headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('refuses in a page where a report was to be looked at, which our own pages may frame', async () => {
    const refused = () => errorAnswer(new DomainError('UNAUTHENTICATED', 'Sign in <first>.'));
    const address = 'http://galley.test/api/articles/x/export?format=html';
    const shown = await shownRefusal(new Request(`${address}&show=1`), refused());
    expect(shown.status).toBe(401);
    expect(shown.headers.get('content-type')).toMatch(/^text\/html/);
    expect(shown.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(await shown.text()).toContain('<p>Sign in &#60;first&#62;.</p>');
    const plain = await shownRefusal(new Request(address), refused());
    expect(plain.headers.get('content-type')).toBe('application/json');
  });

  it('keeps the record whole when many export at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => exported('jsonld')));
    const entries = await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_entry, index) => index + 1));
    entries.slice(1).forEach((entry, index) => {
      expect(entry.previousHash).toBe(entries[index]?.hash);
    });
  });

  it('is not found by another team', async () => {
    const others = await makeTeam('Others');
    await refusal(exportArticle(others.owner, articleId, exportQuery.parse({ format: 'html' })), 'NOT_FOUND');
    await refusal(
      exportArticle(team.owner, randomUUID(), exportQuery.parse({ format: 'html' })),
      'NOT_FOUND',
    );
  });

  it.each([
    [{ format: 'rtf' }, 'Galley exports these formats'],
    [{ format: 'html', view: 'secret' }, 'the public report (view=public)'],
    [{ format: 'html', sections: 'summary,gossip' }, 'Galley knows these sections'],
    [{ format: 'html', marks: '' }, 'Choose at least one mark'],
    [{ format: 'csv', table: 'people' }, 'A CSV file holds'],
  ])('refuses %j in a clear sentence', (query, sentence) => {
    expect(exportQuery.safeParse(query).error?.message).toContain(sentence);
  });

  it('writes bytes and fonts in a process of its own, and stops it when nobody waits any more', async () => {
    const pdf = await exported('pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 8)
        .toString(),
    ).toBe('%PDF-1.7');
    const stop = AbortSignal.abort();
    await refusal(
      exportArticle(team.viewer, articleId, exportQuery.parse({ format: 'docx' }), stop),
      'UNAVAILABLE',
    );
  });

  it('lists what changed since a revision, and refuses one that is not there', async () => {
    const since = async (number: string): Promise<Response> =>
      exportArticle(team.viewer, articleId, exportQuery.parse({ format: 'html', since: number }));
    expect(await (await since('1')).text()).toContain('Changes since revision 1');
    await refusal(since('9'), 'INVALID');
  });

  it('names the file after the copy that it is', async () => {
    const answer = await exportArticle(
      team.viewer,
      articleId,
      exportQuery.parse({ format: 'csv', view: 'public', table: 'evidence' }),
    );
    expect(answer.headers.get('content-disposition')).toMatch(/-public-evidence\.csv"$/);
  });

  it('gives a Galley file that comes in again without loss', async () => {
    const file = parseGalleyFile(await (await exported('json')).text());
    const again = await importGalleyFile(team.editor, { file });
    const copy = parseGalleyFile(
      await (await exportArticle(team.owner, again.articleId, exportQuery.parse({ format: 'json' }))).text(),
    );
    /** Without the ids that an import makes anew, and with names for people. */
    const bare = (one: typeof file): unknown => {
      const names = new Map(one.people.map(({ id, name }) => [id, name]));
      const fresh = ['id', 'revisionId'];
      return JSON.parse(
        JSON.stringify(one.annotations, (key, value) =>
          fresh.includes(key) ? '' : (names.get(value) ?? value),
        ),
      );
    };
    expect(bare(copy)).toEqual(bare(file));
    expect(copy.revision.text).toBe(file.revision.text);
    expect(copy.revision.doc).toEqual(file.revision.doc);
  });
});
