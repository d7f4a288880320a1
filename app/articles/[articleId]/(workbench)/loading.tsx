import { messages } from '@/components/messages';
import { Skeleton } from '@/components/ui/Skeleton';

/** The shape of a workbench while its article is on its way. */
export default function ArticleLoading() {
  return (
    <main aria-busy aria-label={messages.workbench.loading} className="mx-auto max-w-article px-7 pt-24">
      <Skeleton lines={2} className="mb-10 [&>div]:h-7" />
      <Skeleton lines={12} />
    </main>
  );
}
