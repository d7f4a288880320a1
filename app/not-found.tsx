import type { Metadata } from 'next';
import { messages } from '@/components/messages';
import { PublicPage } from '@/components/shell/PublicPage';
import { ButtonLink } from '@/components/ui/ButtonLink';

const words = messages.shell.notFound;

export const metadata: Metadata = { title: words.title };

/** What is not there and what one may not see look the same. */
export default function NotFound() {
  return (
    <PublicPage title={words.title} lead={words.body}>
      <ButtonLink href="/articles" variant="primary">
        {words.action}
      </ButtonLink>
    </PublicPage>
  );
}
