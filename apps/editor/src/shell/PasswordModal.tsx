// Sets or changes the signed-in person's password. The current one is asked for when there is one.
import { Alert, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useSetPassword } from '../api/session';
import type { Me } from '../api/types';
import { FormActions } from './FormActions';
import { useProblemText } from './useProblemText';
import { useToast } from './useToast';

/** As the service asks for. */
const shortest = 10;

export interface PasswordModalProps {
  me: Me;
  opened: boolean;
  onClose: () => void;
}

/** Everything typed is forgotten when it closes. */
export function PasswordModal({ me, opened, onClose }: PasswordModalProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('password.title')}>
      <PasswordForm me={me} onClose={onClose} />
    </Modal>
  );
}

function PasswordForm({ me, onClose }: Omit<PasswordModalProps, 'opened'>) {
  const { t } = useTranslation();
  const say = useProblemText();
  const toast = useToast();
  const save = useSetPassword();
  const asksCurrent = me.user.hasPassword;
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (value) => (asksCurrent && value === '' ? t('password.needCurrent') : null),
      password: (value) => (value.length < shortest ? t('password.tooShort', { count: shortest }) : null),
    },
  });
  const submit = form.onSubmit(({ current, password }) =>
    save.mutate(asksCurrent ? { current, password } : { password }, {
      onSuccess: () => {
        toast.good(t('password.saved'));
        onClose();
      },
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{t(asksCurrent ? 'password.change' : 'password.first')}</Text>
        {/* Password managers file the new password under this name. */}
        <input type="text" autoComplete="username" value={me.user.email} readOnly hidden />
        {asksCurrent && (
          <PasswordInput
            label={t('password.current')}
            autoComplete="current-password"
            data-autofocus
            {...form.getInputProps('current')}
          />
        )}
        <PasswordInput
          label={t('password.new')}
          description={t('password.newHelp', { count: shortest })}
          autoComplete="new-password"
          data-autofocus={asksCurrent ? undefined : true}
          {...form.getInputProps('password')}
        />
        {save.isError && (
          <Alert color="red" role="alert">
            {say(save.error)}
          </Alert>
        )}
        <FormActions submit={t('password.save')} busy={save.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
