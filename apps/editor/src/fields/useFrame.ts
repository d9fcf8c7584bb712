// What Mantine's inputs need around them, read from a field description.
import { useLocale } from '../i18n/useLocale';
import type { FieldProps } from './field-types';

/** Label, help, required mark and error of one field, in the shown language. */
export function useFrame({ id, field, error }: Pick<FieldProps, 'id' | 'field' | 'error'>) {
  const { say } = useLocale();
  return {
    id,
    label: say(field.name),
    description: field.help ? say(field.help) : undefined,
    withAsterisk: field.required === true,
    error,
  };
}
