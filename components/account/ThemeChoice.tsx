'use client';

import { messages } from '../messages';
import { themes } from '../shell/theme';
import { useTheme } from '../shell/use-theme';
import { SegmentedControl } from '../ui/SegmentedControl';

/** Light, dark, or as the system. */
export function ThemeChoice() {
  const [theme, setTheme] = useTheme();
  const words = messages.shell.theme;
  return (
    <SegmentedControl
      label={words.label}
      value={theme}
      onChange={setTheme}
      options={themes.map((value) => ({ value, label: words[value] }))}
    />
  );
}
