import type { ReactNode } from 'react';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';

interface CountedTextProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly most: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** At the start of the line under it: a way to fill it. */
  readonly children?: ReactNode;
}

/** A text of several lines with how much of its room is taken. */
export function CountedText({ most, value, children, ...field }: CountedTextProps) {
  return (
    <>
      <Field {...field} multiline maxLength={most} value={value} />
      <Box className="row row--between mt1">
        <Box as="span" className="row">
          {children}
        </Box>
        <Box as="span" className="t1 quiet num nowrap ml2">
          {words.counter(value.length, most)}
        </Box>
      </Box>
    </>
  );
}
