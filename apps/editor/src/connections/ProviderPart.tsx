// The part of a connection's form for a sign-in at a provider: what to register there, and what came of signing in.
import {
  ActionIcon,
  Alert,
  Anchor,
  Button,
  CopyButton,
  Fieldset,
  Group,
  Loader,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleCheck, IconCopy, IconLogin2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRedirectAddress } from '../api/provider';
import { formatDate } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { useProblemText } from '../shell/useProblemText';
import type { ProviderSignIn } from './useProviderSignIn';

export interface ProviderPartProps {
  signIn: ProviderSignIn;
  /** Begins unless the form lacks something. */
  onBegin: () => void;
}

export function ProviderPart({ signIn, onBegin }: ProviderPartProps) {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const { now, address } = signIn;
  return (
    <Fieldset legend={t('provider.title')}>
      <Stack gap="sm">
        <RedirectAddress />
        <Stack gap="xs" aria-live="polite">
          {address === null ? <Outcome now={now} /> : <Waiting address={address} onStop={signIn.stop} />}
          {signIn.isLate && address === null && <Alert color="yellow">{t('provider.late')}</Alert>}
          {signIn.error !== null && address === null && <Alert color="red">{sayProblem(signIn.error)}</Alert>}
        </Stack>
        {address === null && (
          <Group>
            <Button
              variant={now?.holds ? 'default' : 'light'}
              leftSection={<IconLogin2 size={16} aria-hidden />}
              loading={signIn.isStarting}
              onClick={onBegin}
            >
              {now?.signedInAt ? t('provider.again') : t('provider.begin')}
            </Button>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}

function RedirectAddress() {
  const { t } = useTranslation();
  const redirect = useRedirectAddress().data ?? '';
  return (
    <TextInput
      label={t('provider.redirect.label')}
      description={t('provider.redirect.help')}
      readOnly
      value={redirect}
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        <CopyButton value={redirect}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={copied ? t('action.copied') : t('provider.redirect.copy')}
              title={copied ? t('action.copied') : t('provider.redirect.copy')}
              onClick={copy}
            >
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            </ActionIcon>
          )}
        </CopyButton>
      }
    />
  );
}

function Waiting({ address, onStop }: { address: string; onStop: () => void }) {
  const { t } = useTranslation();
  return (
    <Group wrap="nowrap" align="flex-start">
      <Loader size="sm" mt={3} aria-hidden />
      <Stack gap={6}>
        <Text size="sm">{t('provider.waiting')}</Text>
        <Group gap="md">
          <Anchor size="sm" href={address} target="_blank" rel="noopener noreferrer">
            {t('provider.noWindow')}
          </Anchor>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onStop}>
            {t('provider.stop')}
          </Button>
        </Group>
      </Stack>
    </Group>
  );
}

/** Whether it holds, since when and for what; and the last refusal, in the words of the server. */
function Outcome({ now }: { now: ProviderSignIn['now'] }) {
  const { t } = useTranslation();
  const { locale, say } = useLocale();
  const at = (iso: string) => formatDate(iso, locale);
  return (
    <>
      {now?.refused && now.refusedAt && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
          {at(now.refusedAt)}: {say(now.refused)}
        </Alert>
      )}
      {now?.holds && now.signedInAt && (
        <Alert color="green" icon={<IconCircleCheck aria-hidden />}>
          {now.signedInBy
            ? t('provider.signedIn', { at: at(now.signedInAt), name: now.signedInBy })
            : t('provider.signedInNameless', { at: at(now.signedInAt) })}{' '}
          {now.scopes && t('provider.scopes', { scopes: now.scopes })}
        </Alert>
      )}
      {now?.holds && now.endsAt && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {t('provider.ends', { at: at(now.endsAt) })}
        </Alert>
      )}
      {!now?.holds && !now?.refused && (
        <Text size="sm" c="dimmed">
          {t('provider.nobody')}
        </Text>
      )}
    </>
  );
}
