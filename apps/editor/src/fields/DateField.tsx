// A calendar day, kept as YYYY-MM-DD.
import { TextInput } from '@mantine/core';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

/** The browser's own date input: it speaks the person's language and the keyboard works. */
export function DateField(props: FieldProps<'date'>) {
  const value = typeof props.value === 'string' ? props.value : (props.field.default ?? '');
  return (
    <TextInput
      {...useFrame(props)}
      type="date"
      value={value.slice(0, 10)}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    />
  );
}
