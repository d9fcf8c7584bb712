// A formula over the row.
import { TextInput } from '@mantine/core';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

/** Keeps JSONata source. */
export function ExpressionField(props: FieldProps<'expression'>) {
  return (
    <TextInput
      {...useFrame(props)}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    />
  );
}
