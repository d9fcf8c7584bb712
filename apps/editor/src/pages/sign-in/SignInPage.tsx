// The door: e-mail and password, or the one-time link that `?token=` carries.
import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useMe, useSignIn } from '../../api/session';
import { adoptLocale } from '../../i18n';
import { Loading } from '../../shell/Loading';
import { UserMenu } from '../../shell/UserMenu';
import { useProblemText } from '../../shell/useProblemText';
import { LogoMark } from '../../theme/Logo';
import classes from './sign-in.module.css';

/** Only paths of our own: an address elsewhere in `next` would be an open door for phishing. */
export function safeNext(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';
}

/** Leads to `?next=` once signed in. */
export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const token = search.get('token');
  const me = useMe();
  const link = useSignIn();
  const used = useRef(false);
  const { mutate: enter } = link;
  useEffect(() => {
    if (!token || used.current) return;
    used.current = true;
    enter({ token }, { onSuccess: (me) => adoptLocale(me.user.locale) });
  }, [token, enter]);
  if (me.data) return <Navigate to={safeNext(search.get('next'))} replace />;
  const entering = token !== null && !link.isError;
  return (
    <div className={classes.page}>
      <title>{`${t('signIn.submit')} · Eclusa`}</title>
      <div className={classes.menu}>
        <UserMenu />
      </div>
      <Pitch />
      <main className={classes.side}>
        {entering ? (
          <Stack align="center">
            <Loading />
            <Text>{t('signIn.link')}</Text>
          </Stack>
        ) : (
          <SignInForm linkFailed={token !== null} />
        )}
      </main>
    </div>
  );
}

function Pitch() {
  const { t } = useTranslation();
  return (
    <section className={classes.pitch} aria-label="Eclusa">
      <div className={classes.brand}>
        <LogoMark size={40} />
        <span>Eclusa</span>
      </div>
      <Text className={classes.lead}>{t('signIn.lead')}</Text>
      <ul className={classes.points}>
        {(['signIn.point1', 'signIn.point2', 'signIn.point3'] as const).map((key) => (
          <li key={key}>
            <IconCheck size={18} aria-hidden />
            {t(key)}
          </li>
        ))}
      </ul>
      <svg className={classes.water} viewBox="0 0 600 160" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 40c60-26 110-26 170 0s110 26 170 0v120H0z" opacity="0.55" />
        <path d="M340 92c50-18 90-18 130 0s90 18 130 0v68H340z" opacity="0.9" />
      </svg>
    </section>
  );
}

function SignInForm({ linkFailed }: { linkFailed: boolean }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const signIn = useSignIn();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('signIn.needEmail') : null),
      password: (value) => (value === '' ? t('signIn.needPassword') : null),
    },
  });
  const submit = form.onSubmit((values) =>
    signIn.mutate(values, { onSuccess: (me) => adoptLocale(me.user.locale) }),
  );
  return (
    <Paper p="xl" radius="lg" shadow="md" w={380} maw="100%" component="form" onSubmit={submit} noValidate>
      <Stack>
        <Title order={1}>{t('signIn.title')}</Title>
        {linkFailed && !signIn.isError && <Alert color="yellow">{t('signIn.linkFailed')}</Alert>}
        {signIn.isError && (
          <Alert color="red" role="alert">
            {say(signIn.error)}
          </Alert>
        )}
        <TextInput
          size="md"
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          size="md"
          label={t('signIn.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={signIn.isPending} mt="xs">
          {t('signIn.submit')}
        </Button>
      </Stack>
    </Paper>
  );
}
