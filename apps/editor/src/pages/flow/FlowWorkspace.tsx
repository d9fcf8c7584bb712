// The editor's screen: bar on top, palette, canvas, and whatever the right side shows.
import { useDisclosure } from '@mantine/hooks';
import { DataInSight } from '../../canvas/DataInSight';
import { FlowCanvas } from '../../canvas/FlowCanvas';
import { Palette } from '../../canvas/Palette';
import { SidePanel } from '../../panel/SidePanel';
import { useDocument } from '../../store/flow-stores';
import { useKeptSamples } from '../../store/useKeptSamples';
import { ProblemsProvider } from '../../store/useProblems';
import { ConflictModal } from './ConflictModal';
import { FlowBar } from './FlowBar';
import classes from './flow.module.css';
import { KeysModal } from './KeysModal';
import { RunStrip } from './RunStrip';
import { useAutosave } from './useAutosave';
import { useClipboard } from './useClipboard';
import { useFlowKeys } from './useFlowKeys';

/** Everything here lives inside the flow's stores. */
export function FlowWorkspace() {
  const [help, { open, close }] = useDisclosure(false);
  const name = useDocument((state) => state.document.name);
  useAutosave();
  useFlowKeys(open);
  useClipboard();
  useKeptSamples();
  return (
    <ProblemsProvider>
      <div className={classes.frame}>
        <title>{`${name} · Eclusa`}</title>
        <FlowBar />
        <main className={classes.work}>
          <Palette />
          <DataInSight>
            <FlowCanvas onHelp={open}>
              <RunStrip />
            </FlowCanvas>
          </DataInSight>
          <SidePanel />
        </main>
        <ConflictModal />
        <KeysModal opened={help} onClose={close} />
      </div>
    </ProblemsProvider>
  );
}
