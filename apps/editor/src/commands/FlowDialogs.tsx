// Whichever dialog of the drawing is open.
import { useView } from '../store/flow-stores';
import { CommandBar } from './CommandBar';
import { ConnectDialog, DisconnectDialog } from './ConnectDialog';
import { FindDialog } from './FindDialog';
import { KeysModal } from './KeysModal';
import { FlowTour } from '../tour/FlowTour';
import { ReplaceDialog } from './ReplaceDialog';

export function FlowDialogs() {
  const dialog = useView((state) => state.dialog);
  const show = useView((state) => state.show);
  const box = useView((state) => state.nodes[0]);
  const onClose = () => show(null);
  if (dialog === 'keys') return <KeysModal onClose={onClose} />;
  if (dialog === 'commands') return <CommandBar onClose={onClose} />;
  if (dialog === 'find') return <FindDialog onClose={onClose} />;
  if (dialog === 'tour') return <FlowTour onClose={onClose} />;
  if (dialog === null || box === undefined) return null;
  const Dialog = { connect: ConnectDialog, disconnect: DisconnectDialog, replace: ReplaceDialog }[dialog];
  return <Dialog box={box} onClose={onClose} />;
}
