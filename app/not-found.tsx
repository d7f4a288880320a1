import type { Metadata } from 'next';
import { messages } from '@/components/messages';
import { PublicPage } from '@/components/shell/PublicPage';
import { buttonClass } from '@/components/ui/button-class';

const words = messages.shell.notFound;

export const metadata: Metadata = { title: words.title };

/** What is not there and what one may not see look the same. */
export default function NotFound() {
  return (
    <PublicPage title={words.title} lead={words.body}>
      {/* A plain link: this page comes along with every other, and code for links would too. */}
      <a href="/articles" className={buttonClass('primary', 'md')}>
        {words.action}
      </a>
    </PublicPage>
  );
}
