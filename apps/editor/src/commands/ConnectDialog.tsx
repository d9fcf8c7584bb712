// Drawing and removing a line by keyboard: the boxes the selected one may lead to, and why it may not lead to the others.
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { edgeId, outputPorts, type FlowEdge } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { whyNot } from '../store/connecting';
import { useFlowStores } from '../store/flow-stores';
import { SearchDialog, type SearchItem } from './SearchDialog';
import { useBoxItems } from './useBoxItems';

export interface LineDialogProps {
  /** The selected box. */
  box: string;
  onClose: () => void;
}

/** One line for each pair of ports. Those that can be connected come first. */
export function ConnectDialog({ box, onClose }: LineDialogProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { document, catalogue } = useFlowStores();
  const items = useBoxItems();
  const flow = document.getState().document;
  const node = flow.nodes[box]!;
  const description = catalogue.nodes.get(node.type);
  const outputs = description ? outputPorts(description, node.config) : [];
  const edges = new Map<string, FlowEdge>();
  const lines = Object.entries(flow.nodes)
    .filter(([id]) => id !== box)
    .flatMap(([id, other]): SearchItem[] => {
      const type = catalogue.nodes.get(other.type);
      // A box without an input is shown too, with the reason.
      const inputs = type?.inputs.length ? type.inputs : [{ id: 'in', name: { en: '', es: '', pt: '' } }];
      return outputs.flatMap((from) =>
        inputs.map((to): SearchItem => {
          const edge = { from: { node: box, port: from.id }, to: { node: id, port: to.id } };
          const reason = whyNot(flow, catalogue.nodes, edge);
          edges.set(edgeId(edge), edge);
          const ports = t('canvas.connect.port', { from: say(from.name), to: say(to.name) });
          return {
            ...items.ofFlow(id, t(reason ? 'canvas.connect.cannot' : 'canvas.connect.can')),
            ...{ id: edgeId(edge), detail: ports },
            ...(reason && { refused: say(reason) }),
          };
        }),
      );
    });
  const choose = (id: string) => {
    const edge = edges.get(id);
    if (!edge) return;
    document.getState().edit([{ type: 'connect', edge }]);
    const names = { from: items.nameOf(box), to: items.nameOf(edge.to.node) };
    notifications.show({ message: t('canvas.connect.done', names), autoClose: 2500 });
  };
  return (
    <SearchDialog
      title={t('canvas.connect.title', { name: items.nameOf(box) })}
      placeholder={t('canvas.connect.placeholder')}
      items={lines.sort((a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined))}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

/** The lines of a box, to take one away. */
export function DisconnectDialog({ box, onClose }: LineDialogProps) {
  const { t } = useTranslation();
  const { document } = useFlowStores();
  const items = useBoxItems();
  const own = document
    .getState()
    .document.edges.filter(({ from, to }) => from.node === box || to.node === box);
  const lines = own.map((edge): SearchItem => {
    const leaves = edge.from.node === box;
    const other = leaves ? edge.to.node : edge.from.node;
    return {
      ...items.ofFlow(other, t(leaves ? 'canvas.disconnect.to' : 'canvas.disconnect.from')),
      id: edgeId(edge),
    };
  });
  return (
    <SearchDialog
      title={t('canvas.disconnect.title', { name: items.nameOf(box) })}
      placeholder={t('canvas.connect.placeholder')}
      items={lines}
      onChoose={(id) =>
        document.getState().edit([{ type: 'disconnect', edges: own.filter((edge) => edgeId(edge) === id) }])
      }
      onClose={onClose}
    />
  );
}
