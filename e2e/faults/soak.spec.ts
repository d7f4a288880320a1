import type { Page } from '@playwright/test';
import { type ArticleState, applyEvent } from '@/lib/domain/apply';
import type { Role } from '@/lib/domain/team';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { createTokenFromCli } from '@/lib/server/team/create-token-from-cli';
import { randomCommand, seeded } from '@/lib/server/testing/random-commands';
import { makeArticle } from '@/prisma/builders/article';
import { makeText, seeded as seededText } from '../bench/made-up-text';
import { afterPaint, workbenchPage } from '../pages/workbench-page';
import { makeColleague, type SignInPerson } from '../support/people';
import { repeat } from '../support/repeat';
import { expect, origin, test } from '../support/test';
import { type Follower, follow } from './follower';
import { createPatientWriter } from './patient-writer';
import { report, spread } from './report';

const seconds = repeat({ short: 6, full: 600 });
const watchers = repeat<readonly Role[]>({
  short: ['editor', 'viewer'],
  full: ['editor', 'reviewer', 'viewer'],
});
const pauseMs = repeat({ short: 250, full: 900 });
const seed = Number(process.env.GALLEY_SOAK_SEED ?? Date.now() % 100_000);

test('after random acts of six people every screen and every follower shows what the database holds', async ({
  as,
  team,
}) => {
  // Looking through every screen takes as long again where there is much to see.
  test.setTimeout((seconds * 2 + 120) * 1_000);
  const { articleId } = await makeArticle(team.editor, { text: makeText(250, seededText(3)) });
  const screens = await Promise.all(watchers.map((role) => as(role)));
  for (const screen of screens) await workbenchPage(screen).open(articleId);
  const people = [team.editor, team.reviewer, team.owner];
  for (const name of ['Rita Reads', 'Cora Checks', 'Nora Notes'])
    people.push(await makeColleague(team.id, name, 'reviewer'));
  const actors = await Promise.all(
    people.map((person, index) => startActor(person, articleId, seeded(seed + index))),
  );
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const acts = await Promise.all(actors.map((actor) => actor.stop()));

  const { seq, annotations } = await getArticleState(team.viewer, articleId);
  for (const { follower, state, person } of actors) {
    await follower.until(seq, 15_000);
    follower.stop();
    expect(state(), `what ${person.name} holds`).toEqual(await getArticleState(person, articleId));
  }
  const lags = actors.flatMap(({ follower }) => follower.heard.map(({ lagMs }) => lagMs));
  const refused = acts.flatMap(({ refusals }) => refusals);
  report(
    `${seconds} s of random acts by ${people.length} people (GALLEY_SOAK_SEED=${seed})`,
    `${seq} events, ${refused.length} refusals, lag ${spread(lags)}; ${people.length} followers and ${screens.length} screens compared`,
    'every state equals the database’s',
  );
  expect(refused.filter((code) => !['STALE', 'INVALID', 'FORBIDDEN', 'NOT_FOUND'].includes(code))).toEqual(
    [],
  );
  for (const screen of screens) await expectScreenOfDatabase(screen, articleId, Object.keys(annotations));
  expect(seq).toBeGreaterThan(seconds * 2);
});

/** Somebody who follows as a browser does, and now and then does something that their own view suggests. */
async function startActor(person: SignInPerson, articleId: string, random: () => number) {
  const token = await createTokenFromCli({ email: person.email, name: 'soak' });
  const writer = createPatientWriter({ origins: [origin()], token });
  let state: ArticleState = await getArticleState(person, articleId);
  const follower: Follower = follow({
    origin: origin(),
    articleId,
    token,
    after: state.seq,
    onEvent: (event) => {
      state = applyEvent(state, event);
    },
  });
  const refusals: string[] = [];
  let isOver = false;

  async function act(): Promise<void> {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, random() * 2 * pauseMs));
      const body = [randomCommand(state, random)];
      const { answer } = await writer.send({ path: `/api/articles/${articleId}/commands`, body });
      const [one] = Array.isArray(answer) ? answer : [];
      if (one.ok !== true) refusals.push(one.error.code);
    }
    writer.close();
  }
  const acting = act();
  return {
    person,
    follower,
    state: () => state,
    async stop() {
      isOver = true;
      await acting;
      return { refusals };
    },
  };
}

/** The screen as it has become, against the same person's screen loaded anew, which is made from the tables. */
async function expectScreenOfDatabase(
  screen: Page,
  articleId: string,
  annotationIds: readonly string[],
): Promise<void> {
  const live = workbenchPage(screen);
  await live.text.focus();
  await screen.keyboard.press('l');
  await expect(live.count(annotationIds.length)).toBeVisible();
  const fresh = workbenchPage(await screen.context().newPage());
  await fresh.open(articleId);
  await expect(fresh.count(annotationIds.length)).toBeVisible();
  const shown = await lookThrough(screen);
  expect(Object.keys(shown).sort()).toEqual([...annotationIds].sort());
  expect(shown).toEqual(await lookThrough(fresh.page));
  await fresh.page.close();
}

/** What a screen shows of every annotation: its card and its painted pieces, collected while scrolling through. */
async function lookThrough(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  const seen = new Map<string, Set<string>>();
  for (let top = 0; top < (await page.evaluate(() => document.documentElement.scrollHeight)); top += 450) {
    await page.evaluate((height) => window.scrollTo({ top: height, behavior: 'instant' }), top);
    await afterPaint(page);
    for (const [id, what] of await page.evaluate(lookAround))
      seen.set(id, (seen.get(id) ?? new Set()).add(what));
  }
  return Object.fromEntries([...seen].map(([id, all]) => [id, [...all].sort()]));
}

/** In the browser: the cards and marks that are in the page now. */
function lookAround(): readonly (readonly [id: string, what: string])[] {
  const cards = [...document.querySelectorAll('[data-annotation-card]')].map((card) => {
    const name = card.querySelector('[data-card-toggle]')?.getAttribute('aria-label');
    return [card.getAttribute('data-annotation-card') ?? '', `card ${name}`] as const;
  });
  const marks = [...document.querySelectorAll('mark[data-annotation-id]')].map((mark) => {
    const id = mark.getAttribute('data-annotation-id') ?? '';
    return [id, `mark ${mark.getAttribute('data-mark')} ${mark.textContent}`] as const;
  });
  return [...cards, ...marks];
}
