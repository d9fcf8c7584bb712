// Lines of target and expression.
import { Input } from '@mantine/core';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

/** Holds MappingLine[]. */
export function MappingField(props: FieldProps<'mapping'>) {
  return <Input.Wrapper {...useFrame(props)} />;
}
