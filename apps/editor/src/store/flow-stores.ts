// The small stores of one open flow, handed down together.
import { createContext, useContext, useDeferredValue } from 'react';
import { useStore } from 'zustand';
import type { FlowDocument } from '@eclusa/flow';
import { hasSameDrawing } from './same-drawing';
import type { DocumentState, DocumentStore } from './document-store';
import type { RunStore, RunStoreState } from './run-store';
import type { SampleState, SampleStore } from './sample-store';
import type { SaveState, SaveStore } from './save-store';
import type { ViewState, ViewStore } from './view-store';
import type { LoadedCatalogue } from '../api/catalogue';

export interface FlowStores {
  flowId: string;
  catalogue: LoadedCatalogue;
  document: DocumentStore;
  view: ViewStore;
  samples: SampleStore;
  run: RunStore;
  save: SaveStore;
}

const FlowStoresContext = createContext<FlowStores | null>(null);

export const FlowStoresProvider = FlowStoresContext.Provider;

/** The stores of the flow this component stands in. Throws outside a flow. */
export function useFlowStores(): FlowStores {
  const stores = useContext(FlowStoresContext);
  if (!stores) throw new Error('outside a flow');
  return stores;
}

/** A part of the draft's state. */
export function useDocument<T>(pick: (state: DocumentState) => T): T {
  return useStore(useFlowStores().document, pick);
}

/**
 * The draft for whatever need not be painted together with the letter that changed it: the newest once the browser has
 * painted that. It has all boxes and lines of the draft at any time, only their settings, names and places may be older.
 */
export function useCalmDocument(): FlowDocument {
  const document = useDocument((state) => state.document);
  const calm = useDeferredValue(document);
  return hasSameDrawing(calm, document) ? calm : document;
}

/** A part of what is selected and open. */
export function useView<T>(pick: (state: ViewState) => T): T {
  return useStore(useFlowStores().view, pick);
}

/** A part of the rows seen so far. */
export function useSamples<T>(pick: (state: SampleState) => T): T {
  return useStore(useFlowStores().samples, pick);
}

/** A part of the live run. */
export function useLiveRun<T>(pick: (state: RunStoreState) => T): T {
  return useStore(useFlowStores().run, pick);
}

/** A part of how saving stands. */
export function useSaving<T>(pick: (state: SaveState) => T): T {
  return useStore(useFlowStores().save, pick);
}
