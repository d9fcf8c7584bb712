// Puts what is known of rows onto the drawing: marks of sample rows on boxes, sample rows and rates on lines.
import { useMemo, type ReactNode } from 'react';
import { useCalmDocument, useFlowStores, useLiveRun, useSamples, useView } from '../store/flow-stores';
import { sampleMarks } from '../store/sample-flow';
import { knownResults } from '../store/sample-store';
import { LineFiguresContext, useLineRates, type LineFigures } from './line-figures';
import { portKey } from './line-rates';
import { SampleMarksContext } from './sample-marks';

/** Stands around the canvas of the editor. While a run is shown its numbers have the lines to themselves. */
export function DataInSight({ children }: { children: ReactNode }) {
  const { view } = useFlowStores();
  const document = useCalmDocument();
  const tested = useSamples((state) => state.tested);
  const pinned = useSamples((state) => state.pinned);
  const storeId = useView((state) => state.storeId);
  const run = useLiveRun((state) => state.run);
  const rates = useLineRates(run);
  const marks = useMemo(
    () => sampleMarks(document, { tested, pinned, storeId }),
    [document, tested, pinned, storeId],
  );
  const shown = run !== null;
  const figures = useMemo<LineFigures>(
    () => ({
      rates,
      samples: shown ? {} : leaving({ tested, pinned }),
      look: (node) => {
        view.getState().select([node]);
        view.getState().showTab('test');
      },
    }),
    [rates, shown, tested, pinned, view],
  );
  return (
    <SampleMarksContext value={marks}>
      <LineFiguresContext value={figures}>{children}</LineFiguresContext>
    </SampleMarksContext>
  );
}

function leaving(state: Parameters<typeof knownResults>[0]): Record<string, number> {
  const ports = Object.entries(knownResults(state)).flatMap(([node, { outputs, failed }]) => [
    ...Object.entries(outputs).map(([port, rows]): [string, number] => [portKey(node, port), rows.length]),
    ...(failed.length > 0 ? [[portKey(node, 'failed'), failed.length] as [string, number]] : []),
  ]);
  return Object.fromEntries(ports);
}
