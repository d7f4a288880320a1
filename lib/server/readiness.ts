import 'server-only';
import { db } from '@/lib/db/client';
import { isDraining } from './draining';

/** Whether requests should come here: this process is not about to end, and the database answers within two seconds. */
export async function isReady(): Promise<boolean> {
  if (isDraining()) return false;
  const answer = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const patience = new Promise<boolean>((resolve) => setTimeout(resolve, 2_000, false).unref());
  return Promise.race([answer, patience]);
}
