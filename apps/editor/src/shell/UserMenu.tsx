// Language, theme and sign-out. Stands on every page, the sign-in page included.
import { ActionIcon, Menu, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '@eclusa/flow';
import { useMe, useSaveLocale, useSignOut } from '../api/session';
import { changeLocale } from '../i18n';
import { useLocale } from '../i18n/useLocale';
import { PasswordModal } from './PasswordModal';

const languages: { value: Locale; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
  { value: 'pt', label: 'Português' },
];

/** The round button at the top right and its menu. */
export function UserMenu() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const me = useMe().data;
  const signOut = useSignOut();
  const saveLocale = useSaveLocale();
  const scheme = useMantineColorScheme();
  const [choosing, password] = useDisclosure(false);
  const choose = (next: Locale) => {
    changeLocale(next);
    if (me) saveLocale.mutate(next);
  };
  return (
    <>
      <Menu position="bottom-end" width={290} trapFocus>
        <Menu.Target>
          <ActionIcon size="lg" radius="xl" aria-label={t('menu.open')}>
            <IconUserCircle size={23} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Stack gap="sm" p="xs">
            {me && (
              <div>
                <Text fw={600}>{me.user.name || me.user.email}</Text>
                <Text size="xs" c="dimmed">
                  {me.user.email} · {me.workspace.name}
                </Text>
              </div>
            )}
            <div>
              <Text size="xs" c="dimmed" mb={4} id="menu-language">
                {t('menu.language')}
              </Text>
              <SegmentedControl
                fullWidth
                size="xs"
                aria-labelledby="menu-language"
                data={languages}
                value={locale}
                onChange={(value) => choose(value as Locale)}
              />
            </div>
            <div>
              <Text size="xs" c="dimmed" mb={4} id="menu-theme">
                {t('menu.theme')}
              </Text>
              <SegmentedControl
                fullWidth
                size="xs"
                aria-labelledby="menu-theme"
                value={scheme.colorScheme}
                onChange={(value) => scheme.setColorScheme(value as 'light' | 'dark' | 'auto')}
                data={[
                  { value: 'light', label: t('menu.light') },
                  { value: 'dark', label: t('menu.dark') },
                  { value: 'auto', label: t('menu.auto') },
                ]}
              />
            </div>
          </Stack>
          {me && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={password.open}>
                {t('menu.password')}
              </Menu.Item>
              <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
                {t('menu.signOut')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {me && <PasswordModal me={me} opened={choosing} onClose={password.close} />}
    </>
  );
}
