// Yes or no.
import { Switch } from '@mantine/core';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

/** Always holds true or false once touched. */
export function ToggleField(props: FieldProps<'toggle'>) {
  const { withAsterisk: _aSwitchIsAlwaysSet, ...frame } = useFrame(props);
  return (
    <Switch
      {...frame}
      checked={(props.value ?? props.field.default) === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}
