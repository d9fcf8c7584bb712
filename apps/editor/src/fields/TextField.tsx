// A line or a block of plain text.
import { Textarea, TextInput } from '@mantine/core';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

/** An emptied field takes the setting out instead of keeping "". */
export function TextField(props: FieldProps<'text'>) {
  const { field, value, onChange } = props;
  const shared = {
    ...useFrame(props),
    value: typeof value === 'string' ? value : '',
    placeholder: field.placeholder ?? field.default,
    maxLength: field.maxLength,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value),
  };
  return field.multiline ? (
    <Textarea autosize minRows={2} maxRows={10} {...shared} />
  ) : (
    <TextInput {...shared} />
  );
}
