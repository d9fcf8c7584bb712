// Where a box's rows go, as a form: the keyboard's way of drawing and removing lines.
import { ActionIcon, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { edgeId, outputPorts, type FlowNode, type NodeDescription, type Port } from '@eclusa/flow';
import { useBoxTitle } from '../canvas/NodeCard';
import { useLocale } from '../i18n/useLocale';
import { whyNot } from '../store/connecting';
import { useDocument, useFlowStores } from '../store/flow-stores';

export interface LinesProps {
  id: string;
  node: FlowNode;
  description: NodeDescription;
}

/** One block for every port rows can leave by. */
export function Lines({ id, node, description }: LinesProps) {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={4} mb="xs">
        {t('editor.panel.lines')}
      </Title>
      <Stack gap="sm">
        {outputPorts(description, node.config).map((port) => (
          <PortLines key={port.id} id={id} port={port} />
        ))}
      </Stack>
    </section>
  );
}

function PortLines({ id, port }: { id: string; port: Port }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { catalogue } = useFlowStores();
  const titleOf = useBoxTitle();
  const document = useDocument((state) => state.document);
  const edit = useDocument((state) => state.edit);
  const nameOf = (node: string) => {
    const placed = document.nodes[node]!;
    return titleOf({ node: placed, description: catalogue.nodes.get(placed.type) });
  };
  const from = { node: id, port: port.id };
  const drawn = document.edges.filter((edge) => edge.from.node === id && edge.from.port === port.id);
  const possible = Object.entries(document.nodes).flatMap(([node, { type }]) =>
    (catalogue.nodes.get(type)?.inputs ?? [])
      .map((input) => ({ from, to: { node, port: input.id } }))
      .filter((edge) => whyNot(document, catalogue.nodes, edge) === null),
  );
  const label = t('editor.panel.lineTo', { port: say(port.name) });
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>
        {say(port.name)}
      </Text>
      {drawn
        .filter((edge) => document.nodes[edge.to.node])
        .map((edge) => (
          <Group key={edgeId(edge)} gap={6} wrap="nowrap">
            <IconArrowRight size={15} aria-hidden />
            <Text size="sm" truncate flex={1}>
              {nameOf(edge.to.node)}
            </Text>
            <ActionIcon
              size="sm"
              aria-label={t('editor.panel.lineRemove', { name: nameOf(edge.to.node) })}
              onClick={() => edit([{ type: 'disconnect', edges: [edge] }])}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      {drawn.length === 0 && possible.length === 0 && <Text size="sm">{t('editor.panel.lineNowhere')}</Text>}
      {possible.length > 0 && (
        <Select
          size="xs"
          aria-label={label}
          placeholder={t('editor.panel.lineNone')}
          value={null}
          searchable={possible.length > 8}
          data={possible.map((edge) => ({ value: edgeId(edge), label: nameOf(edge.to.node) }))}
          onChange={(chosen) => {
            const edge = possible.find((one) => edgeId(one) === chosen);
            if (edge) edit([{ type: 'connect', edge }]);
          }}
        />
      )}
    </div>
  );
}
