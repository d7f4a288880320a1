import { messages } from '../messages';
import { contentId } from '../ui/page-content';

/** First stop of the keyboard: past the navigation, to the content. */
export function SkipLink() {
  return (
    <a
      href={`#${contentId}`}
      className="sr-only rounded-md bg-ink px-3 py-2 font-medium text-paper focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50"
    >
      {messages.shell.skipToContent}
    </a>
  );
}
