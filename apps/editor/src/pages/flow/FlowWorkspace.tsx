// The editor's screen: bar on top, palette, canvas, and whatever the right side shows.
import { FlowCanvas } from '../../canvas/FlowCanvas';
import { Palette } from '../../canvas/Palette';
import { FlowDialogs } from '../../commands/FlowDialogs';
import { SidePanel } from '../../panel/SidePanel';
import { useDocument } from '../../store/flow-stores';
import { ProblemsProvider } from '../../store/useProblems';
import { ConflictModal } from './ConflictModal';
import { FlowBar } from './FlowBar';
import classes from './flow.module.css';
import { RunStrip } from './RunStrip';
import { useAutosave } from './useAutosave';
import { useClipboard } from './useClipboard';
import { useFlowKeys } from './useFlowKeys';

/** Everything here lives inside the flow's stores. */
export function FlowWorkspace() {
  const name = useDocument((state) => state.document.name);
  useAutosave();
  useFlowKeys();
  useClipboard();
  return (
    <ProblemsProvider>
      <div className={classes.frame}>
        <title>{`${name} · Eclusa`}</title>
        <FlowBar />
        <main className={classes.work}>
          <Palette />
          <FlowCanvas>
            <RunStrip />
          </FlowCanvas>
          <SidePanel />
        </main>
        <ConflictModal />
        <FlowDialogs />
      </div>
    </ProblemsProvider>
  );
}
