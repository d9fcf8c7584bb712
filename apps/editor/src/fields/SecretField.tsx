// A password, key or token. What is already kept is never shown, only that it is there.
import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

/** Left empty, a kept secret stays as it is. */
export function SecretField(props: FieldProps<'secret'>) {
  const { t } = useTranslation();
  const frame = useFrame(props);
  return (
    <PasswordInput
      {...frame}
      autoComplete="new-password"
      withAsterisk={frame.withAsterisk && !props.secretSet}
      placeholder={props.secretSet ? t('fields.secretKept') : undefined}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    />
  );
}
