// The top of a page: its title, one line about it, and its main actions at the right.
import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface PageHeadProps {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}

/** `children` are the actions. Sets the window's title too. */
export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <Group justify="space-between" align="flex-end" mb="lg" wrap="nowrap">
      <title>{`${title} · Eclusa`}</title>
      <div>
        <Title order={1}>{title}</Title>
        {lead && <Text c="dimmed">{lead}</Text>}
      </div>
      <Group gap="sm" wrap="nowrap">
        {children}
      </Group>
    </Group>
  );
}
