// A number with its unit at the right.
import { NumberInput, Text } from '@mantine/core';
import { useLocale } from '../i18n/useLocale';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

/** Accepts the decimal sign of the shown language. */
export function NumberField(props: FieldProps<'number'>) {
  const { field, value, onChange } = props;
  const { locale, say } = useLocale();
  const frame = useFrame(props);
  return (
    <NumberInput
      {...frame}
      value={typeof value === 'number' ? value : ''}
      placeholder={field.default === undefined ? undefined : String(field.default)}
      min={field.min}
      max={field.max}
      clampBehavior="none"
      allowDecimal={!field.integer}
      decimalSeparator={locale === 'en' ? '.' : ','}
      rightSection={
        field.unit && (
          <Text size="xs" c="dimmed" pr="xs" style={{ whiteSpace: 'nowrap' }}>
            {say(field.unit)}
          </Text>
        )
      }
      rightSectionWidth={field.unit ? 'auto' : undefined}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  );
}
