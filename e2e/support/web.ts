import { setTimeout as wait } from 'node:timers/promises';
import { startFakeWeb } from '@/lib/server/testing/fake-web';

type Web = Awaited<ReturnType<typeof startFakeWeb>>;

const againMs = 100;

/**
 * The web as the app under test sees it: the one place on this machine where it may fetch. One test has it at a time;
 * the others wait for it.
 */
export async function startWeb(pages: Parameters<typeof startFakeWeb>[0]): Promise<Web> {
  const port = Number(process.env.GALLEY_TEST_WEB?.split(':')[1]);
  for (;;) {
    try {
      return await startFakeWeb(pages, port);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
      await wait(againMs);
    }
  }
}
