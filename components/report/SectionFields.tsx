import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId, useState } from 'react';
import { type ReportSection, withText } from '@/lib/domain/report/report-arrangement';
import { reportBuilder } from '../messages/report-builder';
import { Checkbox } from '../ui/Checkbox';
import { FieldNotes, fieldDescription } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import { moved, sectionsInOrder } from './section-order';

type SectionFieldsProps = {
  /** Those that are chosen, in order. */
  readonly sections: readonly ReportSection[];
  readonly isChecking: boolean;
  readonly onChange: (sections: readonly ReportSection[]) => void;
};

/** Sections that only the checking copy has. */
const ofChecking: readonly ReportSection[] = ['dissent', 'replies', 'changes'];
const words = reportBuilder.sections;

/** Which sections a report has, and in which order. The text always stands in it, and can be moved. */
export function SectionFields({ sections, isChecking, onChange }: SectionFieldsProps) {
  const id = useId();
  const [order, setOrder] = useState<readonly ReportSection[]>([]);
  const [said, setSaid] = useState('');
  const chosen = withText(sections);
  const all = sectionsInOrder(order, chosen);
  const shown = isChecking ? all : all.filter((section) => !ofChecking.includes(section));
  const hint = isChecking ? words.hint : words.onlyChecking;

  function put(next: readonly ReportSection[], isChosen: (section: ReportSection) => boolean): void {
    setOrder(next);
    onChange(next.filter(isChosen));
  }

  /** At the end of the list a press does nothing, and the button keeps the focus. */
  function move(section: ReportSection, by: -1 | 1): void {
    const next = moved(all, shown, section, by);
    if (next === all) return;
    put(next, (one) => chosen.includes(one));
    const place = next.filter((one) => shown.includes(one)).indexOf(section) + 1;
    setSaid(words.moved(words.options[section], place, shown.length));
  }

  const toggle = (section: ReportSection): void =>
    put(all, (one) => chosen.includes(one) !== (one === section));

  return (
    <fieldset aria-describedby={fieldDescription(id, { hint })}>
      <legend className="mb-1 text-sm font-medium text-ink">{words.label}</legend>
      <ol className="flex flex-col">
        {shown.map((section, index) => (
          <li key={section} className="flex items-center justify-between gap-2">
            <Checkbox
              label={words.options[section]}
              checked={chosen.includes(section)}
              disabled={section === 'text'}
              onChange={() => toggle(section)}
            />
            <span className="flex shrink-0">
              <IconButton
                size="sm"
                label={words.up(words.options[section])}
                aria-disabled={index === 0}
                onClick={() => move(section, -1)}
              >
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton
                size="sm"
                label={words.down(words.options[section])}
                aria-disabled={index === shown.length - 1}
                onClick={() => move(section, 1)}
              >
                <ArrowDown aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <FieldNotes id={id} hint={hint} />
    </fieldset>
  );
}
