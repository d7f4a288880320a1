'use client';

import { useCallback, useState } from 'react';
import { type AnnotationFilters, parseFilters, withFilters } from '@/lib/workbench/filters';

/** The filters, kept in the address of the page. `query` is the address's query as the server read it. */
export function useFilters(
  query: string,
): readonly [AnnotationFilters, (filters: AnnotationFilters) => void] {
  const [filters, setFilters] = useState(() => parseFilters(new URLSearchParams(query)));
  const change = useCallback((next: AnnotationFilters) => {
    setFilters(next);
    const address = new URL(window.location.href);
    address.search = withFilters(address.searchParams, next).toString();
    window.history.replaceState(window.history.state, '', address);
  }, []);
  return [filters, change];
}
