// Language, theme and sign-out. Stands on every page, the sign-in page included.
import {
  ActionIcon,
  Button,
  Divider,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
  const [shown, menu] = useDisclosure(false);
  const [choosing, password] = useDisclosure(false);
  const changePassword = () => {
    menu.close();
    password.open();
  };
  const choose = (next: Locale) => {
    changeLocale(next);
    if (me) saveLocale.mutate(next);
  };
  return (
    <>
      <Popover
        position="bottom-end"
        width={290}
        trapFocus
        opened={shown}
        onChange={(open) => (open ? menu.open() : menu.close())}
      >
        <Popover.Target>
          <ActionIcon size="lg" radius="xl" aria-label={t('menu.open')} onClick={menu.toggle}>
            <IconUserCircle size={23} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('menu.open')}>
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
              <Divider my={4} />
              <MenuLine
                icon={<IconKey size={16} aria-hidden />}
                label={t('menu.password')}
                onClick={changePassword}
              />
              <MenuLine
                icon={<IconLogout size={16} aria-hidden />}
                label={t('menu.signOut')}
                onClick={() => signOut.mutate()}
              />
            </>
          )}
        </Popover.Dropdown>
      </Popover>
      {me && <PasswordModal me={me} opened={choosing} onClose={password.close} />}
    </>
  );
}

function MenuLine({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  return (
    <Button
      fullWidth
      variant="subtle"
      color="gray"
      justify="flex-start"
      fw={500}
      leftSection={icon}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
