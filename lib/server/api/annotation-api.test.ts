import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as commandsRoute from '@/app/api/articles/[articleId]/commands/route';
import * as evidenceRoute from '@/app/api/v1/annotations/[annotationId]/evidence/route';
import * as flagsRoute from '@/app/api/v1/annotations/[annotationId]/flags/route';
import * as notesRoute from '@/app/api/v1/annotations/[annotationId]/notes/route';
import * as annotationRoute from '@/app/api/v1/annotations/[annotationId]/route';
import * as annotationsRoute from '@/app/api/v1/articles/[articleId]/annotations/route';
import * as eventsRoute from '@/app/api/v1/articles/[articleId]/events/route';
import * as articlesRoute from '@/app/api/v1/articles/route';
import { expectRefusal } from '../testing/api';
import { openApiDesk } from '../testing/api-desk';
import { annotationShape, eventShape, evidenceShape, flagShape, noteShape, pageOf } from './shapes';

const { reviewer, viewer, article, annotated } = await openApiDesk({
  articles: articlesRoute.POST,
  annotations: annotationsRoute.POST,
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
