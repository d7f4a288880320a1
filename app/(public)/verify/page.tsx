import type { Metadata } from 'next';
import { connection } from 'next/server';
import { verify as words } from '@/components/messages/verify';
import { PublicPage } from '@/components/shell/PublicPage';
import { CheckReport } from '@/components/verify/CheckReport';
import { authSecret } from '@/lib/server/env';
import { instanceKey, publicKeyOf } from '@/lib/server/reports/instance-key';

export const metadata: Metadata = { title: words.title };

/** Checks a report's signature, for everybody who has one. */
export default async function VerifyPage() {
  await connection(); // the key is of the running instance, not of the build
  return (
    <PublicPage title={words.title} lead={words.lead}>
      <CheckReport ownKey={publicKeyOf(instanceKey(authSecret()))} />
    </PublicPage>
  );
}
