'use client';

import { articles as articlesWords } from '../messages/articles';
import { Button } from '../ui/Button';

type MoreButtonProps = {
  readonly list: {
    readonly hasMore: boolean;
    readonly isLoading: boolean;
    readonly failure: string | undefined;
    readonly more: () => Promise<void>;
  };
};

/** Fetches the next page of a list, and says why it did not come. */
export function MoreButton({ list: { hasMore, isLoading, failure, more } }: MoreButtonProps) {
  const words = articlesWords;
  return (
    <>
      {failure === undefined ? null : (
        <p role="alert" className="mt-4 text-center text-sm text-danger">
          {failure}
        </p>
      )}
      {hasMore ? (
        <div className="mt-5 flex justify-center">
          <Button onClick={more} busy={isLoading}>
            {isLoading ? words.showMoreBusy : words.showMore}
          </Button>
        </div>
      ) : null}
    </>
  );
}
