import { type HistoryQuery, historyKinds } from '@/lib/domain/history';
import { idSchema } from '@/lib/domain/ids';

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The part of the history that an address asks for; what it names wrongly is left out. */
export function parseHistoryQuery({ person, kind, annotation, before }: Params): HistoryQuery {
  const seq = Number(before);
  return {
    person: idSchema.safeParse(person).data,
    kind: historyKinds.find((name) => name === kind),
    annotation: idSchema.safeParse(annotation).data,
    before: typeof before === 'string' && Number.isInteger(seq) && seq > 0 && seq < 2 ** 31 ? seq : undefined,
  };
}
