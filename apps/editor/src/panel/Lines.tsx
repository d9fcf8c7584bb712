// Where a box's rows go, as a form: the keyboard's way of drawing and removing lines.
import { ActionIcon, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  edgeId,
  outputPorts,
  type FlowEdge,
  type FlowNode,
  type NodeDescription,
  type Port,
} from '@eclusa/flow';
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
  const drawn = document.edges.filter((edge) => edge.from.node === id && edge.from.port === port.id);
  const alone = Object.keys(document.nodes).length < 2;
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
      {alone ? (
        <Text size="sm">{t('editor.panel.lineNowhere')}</Text>
      ) : (
        <LineChoice
          from={{ node: id, port: port.id }}
          label={t('editor.panel.lineTo', { port: say(port.name) })}
        />
      )}
    </div>
  );
}

/** Which boxes may take the rows is asked only while the list is open: for a large flow it takes a while. */
function LineChoice({ from, label }: { from: FlowEdge['from']; label: string }) {
  const { t } = useTranslation();
  const { catalogue } = useFlowStores();
  const titleOf = useBoxTitle();
  const document = useDocument((state) => state.document);
  const edit = useDocument((state) => state.edit);
  const [isOpen, setOpen] = useState(false);
  const nodes = Object.entries(document.nodes);
  const possible = (isOpen ? nodes : []).flatMap(([node, placed]) => {
    const description = catalogue.nodes.get(placed.type);
    return (description?.inputs ?? [])
      .map((input) => ({ from, to: { node, port: input.id } }))
      .filter((edge) => whyNot(document, catalogue.nodes, edge) === null)
      .map((edge) => ({ edge, name: titleOf({ node: placed, description }) }));
  });
  return (
    <Select
      size="xs"
      aria-label={label}
      placeholder={t('editor.panel.lineNone')}
      value={null}
      searchable={nodes.length > 8}
      limit={100}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      nothingFoundMessage={t('canvas.connect.nowhere')}
      data={possible.map(({ edge, name }) => ({ value: edgeId(edge), label: name }))}
      onChange={(chosen) => {
        const found = possible.find(({ edge }) => edgeId(edge) === chosen);
        if (found) edit([{ type: 'connect', edge: found.edge }]);
      }}
    />
  );
}
