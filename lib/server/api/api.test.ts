import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as commandsRoute from '@/app/api/articles/[articleId]/commands/route';
import * as evidenceRoute from '@/app/api/v1/annotations/[annotationId]/evidence/route';
import * as flagsRoute from '@/app/api/v1/annotations/[annotationId]/flags/route';
import * as notesRoute from '@/app/api/v1/annotations/[annotationId]/notes/route';
import * as annotationRoute from '@/app/api/v1/annotations/[annotationId]/route';
import * as annotationsRoute from '@/app/api/v1/articles/[articleId]/annotations/route';
import * as eventsRoute from '@/app/api/v1/articles/[articleId]/events/route';
import * as revisionRoute from '@/app/api/v1/articles/[articleId]/revisions/[number]/route';
import * as revisionsRoute from '@/app/api/v1/articles/[articleId]/revisions/route';
import * as articleRoute from '@/app/api/v1/articles/[articleId]/route';
import * as articlesRoute from '@/app/api/v1/articles/route';
import { sampleArticle } from '../articles/sample-article';
import { expectRefusal } from '../testing/api';
import { content, openApiDesk } from '../testing/api-desk';
import { articleLineShape, articleShape, importedShape, pageOf, revisionShape } from './shapes';

const { reviewer, viewer, outsider, stranger, article, annotated } = await openApiDesk({
  articles: articlesRoute.POST,
  annotations: annotationsRoute.POST,
});

describe('articles', () => {
  it('come in as JSON and are answered with text, revision and seq', async () => {
    const made = await article();
    expect(made).toMatchObject({ title: 'The harbour grows', revision: 1, seq: 1, annotations: 0 });
    expect(made.text).toContain('“It is naïve 😀,” said the mayor.');
    const again = await viewer('GET', articleRoute.GET, { params: { articleId: made.id } });
    expect(again).toEqual({ status: 200, body: made });
    const list = await viewer('GET', articlesRoute.GET, { query: 'search=harb&limit=5' });
    expect(
      pageOf(articleLineShape)
        .parse(list.body)
        .items.map(({ id }) => id),
    ).toContain(made.id);
  });

  it('come in as a file', async () => {
    const form = new FormData();
    form.set('file', new File(['# Buses at night\n\nThey carry *more* people.'], 'buses.md'));
    const { status, body } = await reviewer('POST', articlesRoute.POST, { form });
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: 'Buses at night' });
    expect(body.text).toContain('They carry more people.');
  });

  it('come in as a file with details that correct those found in it, the direction among them', async () => {
    const form = new FormData();
    const page =
      '<html dir="rtl" lang="en"><head><meta name="author" content="Wrong"><meta property="og:site_name" content="The Daily"></head><h1>Buses</h1><p>حافلات more people.</p></html>';
    form.set('file', new File([page], 'buses.html'));
    const found = await reviewer('POST', articlesRoute.POST, { form });
    expect(found.body).toMatchObject({ byline: 'Wrong', direction: 'ltr', publication: 'The Daily' });
    for (const [name, value] of Object.entries({
      title: 'Buses at night',
      byline: 'Ada Veen',
      publication: '',
      publishedOn: '2026-03-03',
      language: 'ar',
      direction: 'rtl',
      sourceAddress: 'https://example.org/buses',
    }))
      form.set(name, value);
    const { status, body } = await reviewer('POST', articlesRoute.POST, { form });
    expect(status).toBe(201);
    expect(articleShape.parse(body)).toMatchObject({
      title: 'Buses at night',
      byline: 'Ada Veen',
      publication: null,
      publishedOn: '2026-03-03',
      language: 'ar',
      direction: 'rtl',
      sourceAddress: 'https://example.org/buses',
    });
    form.set('direction', 'up');
    expectRefusal(await reviewer('POST', articlesRoute.POST, { form }), 422);
    const json = { title: 'T', format: 'text', content, direction: 'rtl' };
    expect((await reviewer('POST', articlesRoute.POST, { json })).body).toMatchObject({ direction: 'rtl' });
  });

  it('come in many at a time, each with an answer of its own, a Galley file among them, and once', async () => {
    const galley = sampleArticle(randomUUID, new Date());
    const form = new FormData();
    form.append('file', new File(['# Buses at night\n\nThey carry more people.'], 'buses.md'));
    form.append('file', new File(['no PDF'], 'fake.pdf'));
    form.append('file', new File([JSON.stringify(galley)], 'harbour.json'));
    form.append('file', new File([''], 'empty.txt'));
    const sent = { form, headers: { 'idempotency-key': randomUUID() } };
    const { status, body } = await reviewer('POST', articlesRoute.POST, sent);
    expect(status).toBe(201);
    const { items } = pageOf(importedShape).parse(body);
    expect(items).toMatchObject([
      { file: 'buses.md', article: { title: 'Buses at night' } },
      { file: 'fake.pdf', error: { code: 'INVALID', message: expect.stringMatching(/^fake.pdf: .+\.$/) } },
      { file: 'harbour.json', article: { title: galley.article.title, text: galley.revision.text } },
      { file: 'empty.txt', error: { message: expect.stringContaining('is empty') } },
    ]);
    const again = await reviewer('POST', articlesRoute.POST, sent);
    expect(again.body).toEqual(body);
    form.append('title', 'One for all');
    expectRefusal(await reviewer('POST', articlesRoute.POST, { form }), 422);
    expectRefusal(await viewer('POST', articlesRoute.POST, { form }), 422);
    form.delete('title');
    expectRefusal(await viewer('POST', articlesRoute.POST, { form }), 403);
  });

  it('come in once when the same Idempotency-Key is sent again', async () => {
    for (const key of [randomUUID(), 'import of Tuesday, ü']) {
      const sent = {
        json: { title: 'Once', format: 'text', content },
        headers: { 'idempotency-key': encodeURIComponent(key) },
      };
      const [first, second] = await Promise.all([
        reviewer('POST', articlesRoute.POST, sent),
        reviewer('POST', articlesRoute.POST, sent),
      ]);
      expect(first.status).toBe(201);
      expect(second.body.id).toBe(first.body.id);
    }
  });

  it('are refused in clear words and leave nothing behind', async () => {
    const count = async () =>
      (await viewer('GET', articlesRoute.GET, { query: 'limit=100' })).body.items.length;
    const before = await count();
    const post = (json: unknown) => reviewer('POST', articlesRoute.POST, { json });
    expectRefusal(await post({ format: 'url', content: 'https://example.org' }), 422);
    const url = await post({ format: 'url', url: 'http://127.0.0.1/' });
    expectRefusal(url, 422);
    expect(url.body.error.message).toContain('cannot be reached from here');
    expectRefusal(await post({ format: 'text', content: '' }), 422);
    expectRefusal(await post({ format: 'text', content: 'Bin\0ary' }), 422);
    expectRefusal(await post({ format: 'pdf', content }), 422);
    expectRefusal(await post({ format: 'text', content, colour: 'red' }), 422);
    expectRefusal(await post({ format: 'text', content: 'x'.repeat(6 * 1024 * 1024) }), 413);
    expectRefusal(
      await viewer('POST', articlesRoute.POST, { json: { title: 'T', format: 'text', content } }),
      403,
    );
    const form = new FormData();
    form.set('file', new File([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 255])], 'story.docx'));
    expectRefusal(await reviewer('POST', articlesRoute.POST, { form }), 422);
    expect(await count()).toBe(before);
  });

  it('have revisions that can be read', async () => {
    const made = await article();
    const params = { articleId: made.id };
    const list = await viewer('GET', revisionsRoute.GET, { params });
    expect(list.body).toMatchObject({
      items: [{ id: made.revisionId, number: 1, hash: made.hash }],
      next: null,
    });
    const one = await viewer('GET', revisionRoute.GET, { params: { ...params, number: '1' } });
    expect(revisionShape.parse(one.body).text).toBe(made.text);
    expectRefusal(await viewer('GET', revisionRoute.GET, { params: { ...params, number: '2' } }), 404);
    expectRefusal(await viewer('GET', revisionRoute.GET, { params: { ...params, number: 'x' } }), 404);
  });
});

describe('every door', () => {
  it('is shut for strangers (401), for other teams (404), and changes nothing for viewers (403)', async () => {
    const { article: made, annotation } = await annotated();
    const ofArticle = { articleId: made.id };
    const ofAnnotation = { annotationId: annotation.id };
    const evidence = { type: 'dataset', tier: 'primary', stance: 'refutes', title: 'Port statistics' };
    const command = {
      commandId: randomUUID(),
      type: 'annotation.delete',
      annotationId: annotation.id,
      version: 1,
    };
    const reads = [
      [articleRoute.GET, { params: ofArticle }],
      [revisionsRoute.GET, { params: ofArticle }],
      [revisionRoute.GET, { params: { ...ofArticle, number: '1' } }],
      [annotationsRoute.GET, { params: ofArticle }],
      [eventsRoute.GET, { params: ofArticle }],
      [annotationRoute.GET, { params: ofAnnotation }],
    ] as const;
    const writes = [
      ['POST', annotationsRoute.POST, { params: ofArticle, json: { mark: 'claim', start: 0, end: 3 } }],
      ['PATCH', annotationRoute.PATCH, { params: ofAnnotation, json: { version: 1, mark: 'opinion' } }],
      ['DELETE', annotationRoute.DELETE, { params: ofAnnotation, query: 'version=1' }],
      ['POST', notesRoute.POST, { params: ofAnnotation, json: { text: 'x' } }],
      ['POST', evidenceRoute.POST, { params: ofAnnotation, json: evidence }],
      ['POST', flagsRoute.POST, { params: ofAnnotation, json: { reason: 'x' } }],
      ['POST', commandsRoute.POST, { params: ofArticle, json: command }],
    ] as const;
    for (const [handler, sent] of reads) {
      expectRefusal(await stranger('GET', handler, sent), 401);
      expectRefusal(await outsider('GET', handler, sent), 404);
      expect((await viewer('GET', handler, sent)).status).toBe(200);
    }
    for (const [method, handler, sent] of writes) {
      expectRefusal(await stranger(method, handler, sent), 401);
      expectRefusal(await outsider(method, handler, sent), 404);
      expectRefusal(await viewer(method, handler, sent), 403);
    }
    const list = await outsider('GET', articlesRoute.GET, {});
    expect(list.body).toEqual({ items: [], next: null });
    const { body } = await viewer('GET', articleRoute.GET, { params: ofArticle });
    expect(body.seq).toBe(2);
  });
});
