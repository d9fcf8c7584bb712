// A whole-area message: an icon, a title, a sentence, and what to do next. Used for empty and broken states.
import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface NoticeProps {
  icon: Icon;
  title: string;
  text?: string;
  children?: ReactNode;
}

/** Centred; `children` are the buttons. */
export function Notice({ icon: Picture, title, text, children }: NoticeProps) {
  return (
    <Stack align="center" gap="sm" py={56} px="md" ta="center">
      <ThemeIcon size={52} radius="xl" variant="light">
        <Picture size={26} stroke={1.6} aria-hidden />
      </ThemeIcon>
      <Title order={2}>{title}</Title>
      {text && (
        <Text c="dimmed" maw={460}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
