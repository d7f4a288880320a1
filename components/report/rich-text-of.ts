/**
 * What is pasted of a report's page: its body without the way to skip to the text, and with the colours of marks on
 * the elements themselves, because mail programs leave style sheets out.
 */
export function richTextOf(page: string): string {
  const body = /<body>([\s\S]*)<\/body>/.exec(page)?.[1] ?? page;
  return body
    .replace(/<a class="skip"[^>]*>[^<]*<\/a>/, '')
    .replaceAll(
      /<mark class="(\w+)"/g,
      (_, mark: string) => `<mark style="background:${fills[mark] ?? 'none'}"`,
    )
    .replaceAll(/ (?:class|id|data-annotation|aria-\w+)="[^"]*"/g, '');
}

const fills: Readonly<Record<string, string>> = {
  claim: '#fdecc8',
  opinion: '#f0e4fa',
  sourced_fact: '#d9f1e3',
};
