'use client';

import { replies as words } from '../../messages/replies';
import { Clashes, type ClashesProps } from '../Clashes';

type LogClashesProps<T> = Omit<ClashesProps<T>, 'title' | 'below'>;

/** The fields of a line of the log that two have changed. Its history keeps what was there before each change. */
export function LogClashes<T extends object>(props: LogClashesProps<T>) {
  return <Clashes {...props} title={words.clash} below={words.clashBelow} />;
}
