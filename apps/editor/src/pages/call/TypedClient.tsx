// What comes back, and the flow's own OpenAPI document, from which a typed client is made.
import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from '../../programs/CopyBlock';
import { documentAddress, typedClientOf } from '../../programs/examples/typed-client';

export interface TypedClientProps {
  flowId: string;
  /** The key, or what stands in its place. */
  secret: string;
  isPublished: boolean;
}

export function TypedClient({ flowId, secret, isPublished }: TypedClientProps) {
  const { t } = useTranslation();
  const address = documentAddress(window.location.origin, flowId);
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('programs.answer.title')}
        </Title>
        <List size="sm" spacing={4}>
          <List.Item>{t('programs.answer.stored')}</List.Item>
          <List.Item>{t('programs.answer.answered')}</List.Item>
          <List.Item>{t('programs.answer.refused')}</List.Item>
          <List.Item>{t('programs.answer.again')}</List.Item>
        </List>
        <Title order={2} size="h4" mt="sm">
          {t('programs.typed.title')}
        </Title>
        <Text size="sm">{t('programs.typed.text')}</Text>
        <CopyBlock
          text={typedClientOf(address, secret)}
          label={t('programs.typed.command')}
          copy={t('keys.call.copy')}
        />
        <Text size="sm" c="dimmed">
          {isPublished && (
            <>
              <Anchor href={address} target="_blank" inherit>
                {t('programs.typed.document')}
              </Anchor>
              {' · '}
            </>
          )}
          <Anchor href="/api/docs" target="_blank" inherit>
            {t('keys.call.docs')}
          </Anchor>
        </Text>
      </Stack>
    </Paper>
  );
}
