import { contacts as contactsWords } from '../messages/contacts';
import { ChipLink } from '../ui/Chip';

const words = contactsWords;

/** The two parts of the library: sources that everybody uses, and contacts that only named people see. */
export function LibraryPlaces({ current }: { readonly current: 'sources' | 'contacts' }) {
  return (
    <nav aria-label={words.places} className="mb-4 flex flex-wrap gap-1.5">
      <ChipLink href="/sources" current={current === 'sources'}>
        {words.sources}
      </ChipLink>
      <ChipLink href="/sources/contacts" current={current === 'contacts'}>
        {words.title}
      </ChipLink>
    </nav>
  );
}
