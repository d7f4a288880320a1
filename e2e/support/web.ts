import { startFakeWeb } from '@/lib/server/testing/fake-web';

/** The web as the app under test sees it: the one place on this machine where it may fetch. One at a time. */
export function startWeb(pages: Parameters<typeof startFakeWeb>[0]): ReturnType<typeof startFakeWeb> {
  return startFakeWeb(pages, Number(process.env.GALLEY_TEST_WEB?.split(':')[1]));
}
