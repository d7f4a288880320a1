import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
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
import { makeTeam } from '@/prisma/builders/team';
import { sampleArticle } from '../articles/sample-article';
import { client, expectRefusal, makeToken } from '../testing/api';
import {
  annotationShape,
  articleLineShape,
  articleShape,
  eventShape,
  evidenceShape,
  flagShape,
  importedShape,
  noteShape,
  pageOf,
  revisionShape,
} from './shapes';

const content =
  'The harbour grows\n\nThe port grew by 40 percent. “It is naïve 😀,” said the mayor. The port sleeps.';
let reviewer: ReturnType<typeof client>;
let viewer: ReturnType<typeof client>;
let outsider: ReturnType<typeof client>;
const stranger = client();

beforeAll(async () => {
  const [team, other] = [await makeTeam(), await makeTeam()];
  reviewer = client(await makeToken(team.reviewer));
  viewer = client(await makeToken(team.viewer));
  outsider = client(await makeToken(other.owner));
});

async function article() {
  const { status, body } = await reviewer('POST', articlesRoute.POST, {
    json: { title: 'The harbour grows', format: 'text', content },
  });
  expect(status).toBe(201);
  return articleShape.parse(body);
}

async function annotated() {
  const made = await article();
  const { body } = await reviewer('POST', annotationsRoute.POST, {
    params: { articleId: made.id },
    json: { mark: 'claim', exact: 'grew by 40 percent' },
  });
  return { article: made, annotation: annotationShape.extend({ seq: articleShape.shape.seq }).parse(body) };
}

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

describe('annotations', () => {
  it('are made by offsets or by words, with context when the words stand there twice', async () => {
    const made = await article();
    const post = (json: unknown) =>
      reviewer('POST', annotationsRoute.POST, { params: { articleId: made.id }, json });
    const start = made.text.indexOf('“It');
    const byOffsets = await post({ mark: 'opinion', start, end: start + 15, revision: 1 });
    expect(byOffsets).toMatchObject({
      status: 201,
      body: {
        mark: 'opinion',
        start,
        exact: '“It is naïve 😀',
        anchor: { state: 'exact', certainty: 1 },
        status: 'unchecked',
        version: 1,
        author: { name: 'The reviewer' },
      },
    });
    const twice = await post({ mark: 'claim', exact: 'The port' });
    expectRefusal(twice, 422);
    expect(twice.body.error.message).toContain('more than once');
    const second = await post({ mark: 'claim', exact: 'The port', suffix: ' sleeps' });
    expect(second.body.start).toBe(made.text.lastIndexOf('The port'));
    const decomposed = await post({ mark: 'claim', exact: 'naïve'.normalize('NFD') });
    expect(decomposed.body.exact).toBe('naïve');
    const list = await viewer('GET', annotationsRoute.GET, {
      params: { articleId: made.id },
      query: 'limit=2',
    });
    const page = pageOf(annotationShape).parse(list.body);
    expect(page.items).toHaveLength(2);
    const rest = await viewer('GET', annotationsRoute.GET, {
      params: { articleId: made.id },
      query: `limit=2&cursor=${page.next}`,
    });
    expect([...page.items, ...rest.body.items].map((item) => item.start)).toEqual(
      [...page.items, ...rest.body.items].map((item) => item.start).toSorted((a, b) => a - b),
    );
    expect(rest.body).toMatchObject({ next: null, items: [{ exact: 'The port' }] });
  });

  it('are refused outside the text, at a stale revision, without a place, and in the middle of a character', async () => {
    const made = await article();
    const post = (json: unknown) =>
      reviewer('POST', annotationsRoute.POST, { params: { articleId: made.id }, json });
    const emoji = made.text.indexOf('😀');
    expectRefusal(await post({ mark: 'claim', start: 0, end: 100_000 }), 422);
    expectRefusal(await post({ mark: 'claim', start: emoji + 1, end: emoji + 3 }), 422);
    expectRefusal(await post({ mark: 'claim' }), 422);
    expectRefusal(await post({ mark: 'rumour', start: 0, end: 3 }), 422);
    expectRefusal(await post({ mark: 'claim', exact: 'not in there' }), 422);
    expectRefusal(await post({ mark: 'claim', start: 0, end: 3, exact: 'The' }), 422);
    const stale = await post({ mark: 'claim', start: 0, end: 3, revision: 2 });
    expectRefusal(stale, 409);
    expect(stale.body.error.current).toEqual({ revision: 1 });
  });

  it('are changed and deleted at the version that was seen, else 409 with what is there now', async () => {
    const { annotation } = await annotated();
    const params = { annotationId: annotation.id };
    const changed = await reviewer('PATCH', annotationRoute.PATCH, {
      params,
      json: { version: 1, mark: 'sourced_fact', claim: { claimant: 'The port' } },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { mark: 'sourced_fact', version: 2, seq: 3, claim: { claimant: 'The port', claimTypes: [] } },
    });
    const late = await reviewer('PATCH', annotationRoute.PATCH, {
      params,
      json: { version: 1, mark: 'opinion' },
    });
    expectRefusal(late, 409);
    expect(late.body.error.current).toMatchObject({ id: annotation.id, version: 2, mark: 'sourced_fact' });
    expectRefusal(await reviewer('PATCH', annotationRoute.PATCH, { params, json: { version: 2 } }), 422);
    expectRefusal(await reviewer('DELETE', annotationRoute.DELETE, { params }), 422);
    expectRefusal(await reviewer('DELETE', annotationRoute.DELETE, { params, query: 'version=1' }), 409);
    const gone = await reviewer('DELETE', annotationRoute.DELETE, { params, json: { version: 2 } });
    expect(gone).toEqual({ status: 200, body: { id: annotation.id, version: 3, seq: 4 } });
    expectRefusal(await reviewer('GET', annotationRoute.GET, { params }), 404);
  });

  it('take notes, evidence and flags, and show them', async () => {
    const { annotation } = await annotated();
    const params = { annotationId: annotation.id };
    const note = await reviewer('POST', notesRoute.POST, { params, json: { text: 'Called.\nNo answer.' } });
    expect(note).toMatchObject({ status: 201, body: { text: 'Called.\nNo answer.', seq: 3, version: 1 } });
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bold', marks: [{ type: 'bold' }] }] }],
    };
    expect((await reviewer('POST', notesRoute.POST, { params, json: { body } })).body.body).toEqual(body);
    const evidence = await reviewer('POST', evidenceRoute.POST, {
      params,
      json: { type: 'dataset', tier: 'primary', stance: 'refutes', title: 'Port statistics' },
    });
    expect(evidence).toMatchObject({
      status: 201,
      body: { title: 'Port statistics', locator: null, seq: 5 },
    });
    const flag = await reviewer('POST', flagsRoute.POST, { params, json: { reason: 'Is it 25?' } });
    expect(flag).toMatchObject({ status: 201, body: { priority: 'normal', looked: null, seq: 6 } });
    const { body: shown } = await viewer('GET', annotationRoute.GET, { params });
    const parsed = annotationShape.parse(shown);
    expect(parsed.notes.map((item) => noteShape.parse(item).text)).toEqual(['Called.\nNo answer.', 'Bold']);
    expect(parsed.evidence.map((item) => evidenceShape.parse(item).stance)).toEqual(['refutes']);
    expect(parsed.flags.map((item) => flagShape.parse(item).raisedBy.name)).toEqual(['The reviewer']);
    expectRefusal(await reviewer('POST', flagsRoute.POST, { params, json: { reason: 'Again.' } }), 422);
    expectRefusal(await reviewer('POST', notesRoute.POST, { params, json: { text: '  ' } }), 422);
    expectRefusal(await reviewer('POST', evidenceRoute.POST, { params, json: { title: 'x' } }), 422);
  });

  it('are made once for one Idempotency-Key, and a key is not good for something else', async () => {
    const { article: made, annotation } = await annotated();
    const params = { annotationId: annotation.id };
    for (const key of [randomUUID(), 'note 17']) {
      const sent = { params, json: { text: 'Once.' }, headers: { 'idempotency-key': key } };
      const first = await reviewer('POST', notesRoute.POST, sent);
      expect(await reviewer('POST', notesRoute.POST, sent)).toEqual(first);
    }
    const key = randomUUID();
    const headers = { 'idempotency-key': key };
    const mark = { params: { articleId: made.id }, json: { mark: 'claim', start: 0, end: 3 }, headers };
    const first = await reviewer('POST', annotationsRoute.POST, mark);
    expect(await reviewer('POST', annotationsRoute.POST, mark)).toEqual(first);
    expectRefusal(
      await reviewer('POST', notesRoute.POST, { params, json: { text: 'Other.' }, headers }),
      422,
    );
    const { body } = await viewer('GET', annotationRoute.GET, { params });
    expect(body.notes).toHaveLength(2);
    expectRefusal(
      await reviewer('POST', notesRoute.POST, {
        params,
        json: { text: 'x' },
        headers: { 'idempotency-key': ' ' },
      }),
      422,
    );
  });
});

describe('events and commands', () => {
  it('give the events after a seq', async () => {
    const { article: made } = await annotated();
    const { body } = await viewer('GET', eventsRoute.GET, {
      params: { articleId: made.id },
      query: 'after=1',
    });
    expect(pageOf(eventShape).parse(body)).toMatchObject({
      items: [{ seq: 2, body: { type: 'annotation.created' } }],
      next: null,
    });
  });

  it('take one command or a list, and name what is wrong with a bad one', async () => {
    const { article: made, annotation } = await annotated();
    const params = { articleId: made.id };
    const deletion = {
      commandId: randomUUID(),
      type: 'annotation.delete',
      annotationId: annotation.id,
      version: 1,
    };
    const post = (json: unknown) => reviewer('POST', commandsRoute.POST, { params, json });
    expect(await post([{ type: 'nonsense' }, deletion])).toMatchObject({
      status: 200,
      body: [
        { ok: false, error: { code: 'INVALID' } },
        { ok: true, event: { seq: 3 } },
      ],
    });
    expect(await post(deletion)).toMatchObject({ status: 200, body: { ok: true, event: { seq: 3 } } });
    const bad = await post({ ...deletion, version: 0 });
    expectRefusal(bad, 422);
    expect(bad.body.error.message).toContain('version');
    expectRefusal(await post([]), 422);
    expectRefusal(await post(Array.from({ length: 101 }, () => deletion)), 422);
    expectRefusal(await post('delete everything'), 422);
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
