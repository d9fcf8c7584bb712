// The editor's screen: bar on top, palette, canvas, and whatever the right side shows.
import { DataInSight } from '../../canvas/DataInSight';
import { FlowCanvas } from '../../canvas/FlowCanvas';
import { Palette } from '../../canvas/Palette';
import { FlowDialogs } from '../../commands/FlowDialogs';
import { SidePanel } from '../../panel/SidePanel';
import { useDocument } from '../../store/flow-stores';
import { useKeptSamples } from '../../store/useKeptSamples';
import { ProblemsProvider } from '../../store/useProblems';
import { TourOffer } from '../../tour/TourOffer';
import { ConflictModal } from './ConflictModal';
import { OutdatedNotice } from './OutdatedNotice';
import { PresenceMarks } from './PresenceMarks';
import { RecoverModal } from './RecoverModal';
import { useCompany } from './useCompany';
import { useRestore } from './useRestore';
import { FlowBar } from './FlowBar';
import classes from './flow.module.css';
import { RunStrip } from './RunStrip';
import { useAutosave } from './useAutosave';
import { usePartsAtHand } from './usePartsAtHand';
import { useClipboard } from './useClipboard';
import { useFirstLook } from './useFirstLook';
import { useFlowKeys } from './useFlowKeys';

/** Everything here lives inside the flow's stores. `savedBy` is who saved the draft that was opened. */
export function FlowWorkspace({ savedBy }: { savedBy: string | null }) {
  const name = useDocument((state) => state.document.name);
  useAutosave();
  usePartsAtHand();
  useFlowKeys();
  useClipboard();
  useCompany();
  useRestore();
  useKeptSamples();
  useFirstLook();
  return (
    <ProblemsProvider>
      <div className={classes.frame}>
        <title>{`${name} · Eclusa`}</title>
        <FlowBar />
        <main className={classes.work}>
          <Palette />
          <DataInSight>
            <FlowCanvas>
              <RunStrip />
              <PresenceMarks />
              <OutdatedNotice />
              <TourOffer />
            </FlowCanvas>
          </DataInSight>
          <SidePanel />
        </main>
        <ConflictModal />
        <FlowDialogs />
        <RecoverModal savedBy={savedBy} />
      </div>
    </ProblemsProvider>
  );
}
