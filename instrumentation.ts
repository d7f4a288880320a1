import type { Instrumentation } from 'next';

/** Runs once before the first request: wrong settings stop the start in one sentence. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next builds this file for two runtimes and tells them apart here
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { boot } = await import('./lib/server/boot');
  await boot();
}

/** Logs errors of pages under the number that the reader sees, without their text. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // biome-ignore lint/style/noProcessEnv: as above
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('./lib/server/log');
  const id = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : 'none';
  log.error('A page failed', { id, method: request.method, route: context.routePath, error });
};
