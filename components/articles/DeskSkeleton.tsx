import { PageBody } from '../shell/PageBody';
import { PageHeader } from '../shell/PageHeader';
import { Skeleton } from '../ui/Skeleton';

/** The shape of a page of lines that is on its way. */
export function DeskSkeleton({ title }: { readonly title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <PageBody>
        <div aria-busy className="flex flex-col gap-8 pt-2">
          {['w-2/3', 'w-1/2', 'w-3/5', 'w-2/5', 'w-1/3'].map((width) => (
            <div key={width} className={`max-w-full ${width}`}>
              <Skeleton lines={2} />
            </div>
          ))}
        </div>
      </PageBody>
    </>
  );
}
