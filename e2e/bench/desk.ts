import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { RunningApp } from '@/lib/cli/app-server';
import type { BenchName } from '@/lib/cli/bench-request';
import type { Figure } from '@/lib/cli/figures';
import type { CreatedArticle } from '@/lib/server/articles/create-article';
import { importGalleyFile } from '@/lib/server/articles/import-galley-file';
import { createTokenFromCli } from '@/lib/server/team/create-token-from-cli';
import { makeSignInTeam, type SignInTeam, signInAtTheDoor } from '../support/people';
import { type ArticleSize, annotatedArticle } from './annotated-article';
import { installProbe, type ProbeOptions } from './page-probe';

/** What every bench works with: the running app, a team in it, and a browser. */
export type Desk = {
  readonly url: string;
  readonly app: Pick<RunningApp, 'url' | 'pid'>;
  /** Starts one more process of the app on the same database; `stop` it when done. */
  readonly startAnother: () => Promise<RunningApp>;
  readonly team: SignInTeam;
  /** A bearer token of the team's editor. */
  readonly token: string;
  /** The article of a size, made when first asked for. */
  readonly article: (size: ArticleSize) => Promise<CreatedArticle>;
  /** A page of a browser with nothing kept, signed in; `close` its context when done. */
  readonly openPage: (options?: ProbeOptions) => Promise<Page>;
  /** Brings the planner's knowledge up to what was just filled in, as a day's work would have. */
  readonly settle: () => Promise<void>;
  readonly say: (line: string) => void;
};

/** One part of `npm run bench`. */
export type Bench = { readonly name: BenchName; readonly measure: (desk: Desk) => Promise<Figure[]> };

/** What the command that runs the benches gives to all of them. */
export type GivenDesk = Pick<Desk, 'url' | 'app' | 'startAnother' | 'settle' | 'say'>;

/** Articles in the sizes that the goals speak of. */
export const sizes = {
  sample: { words: 900, annotations: 200 },
  dense: { words: 2_250, annotations: 500 },
  long: { words: 20_000, annotations: 2_000 },
  huge: { words: 50_000, annotations: 5_000 },
} as const satisfies Record<string, ArticleSize>;

/** Makes the team and signs its editor in once; all pages share that session. */
export async function setUpDesk(browser: Browser, given: GivenDesk): Promise<Desk> {
  const { url } = given;
  const team = await makeSignInTeam('The Bench Courier');
  const first = await browser.newContext();
  await signInAtTheDoor(first.request, url, team.editor.email);
  const storageState = await first.storageState();
  await first.close();

  const made = new Map<string, Promise<CreatedArticle>>();
  return {
    ...given,
    team,
    token: await createTokenFromCli({ email: team.editor.email, name: 'bench' }),
    article(size) {
      const key = JSON.stringify(size);
      const article = made.get(key) ?? importGalleyFile(team.editor, { file: annotatedArticle(size) });
      made.set(key, article);
      return article;
    },
    async openPage(options = { expectsMarks: true }) {
      const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } });
      await addProbe(context, options);
      return context.newPage();
    },
  };
}

async function addProbe(context: BrowserContext, options: ProbeOptions): Promise<void> {
  // The compiler that runs this names inner functions through a helper of its own, which no page has.
  await context.addInitScript('globalThis.__name = (value) => value');
  await context.addInitScript(installProbe, options);
}
