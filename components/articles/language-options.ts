import type { Option } from '../ui/Select';

const codes =
  'ar bg bn ca cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv ms mt nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh';
const names = new Intl.DisplayNames('en', { type: 'language' });

/** The languages to choose from, by name; the present one is always among them. */
export function languageOptions(present: string | null): Option[] {
  const all = new Set([...codes.split(' '), ...(present === null || present === '' ? [] : [present])]);
  return [...all]
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

function nameOf(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // not a code that the platform knows; the schema says so on saving
  }
}
