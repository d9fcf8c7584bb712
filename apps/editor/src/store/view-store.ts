// What is selected and open on the screen. Nothing here is saved.
import { createStore, type StoreApi } from 'zustand';
import type { AddPlace } from '../canvas/canvas-actions';

export type SidePanel = 'flow' | 'problems' | null;
export type NodeTab = 'settings' | 'test';
/** What is open over the whole screen. */
export type FlowDialog = 'keys' | 'commands' | 'find' | 'connect' | 'disconnect' | 'replace' | 'tour' | null;

export interface ViewState {
  /** Selected boxes, the last chosen last. */
  nodes: readonly string[];
  edges: readonly string[];
  /** What the right side shows when no single box is selected, or over it. */
  side: SidePanel;
  tab: NodeTab;
  /** A wider right side for mappings. */
  wide: boolean;
  /** The field a problem led to. */
  focus: { node: string; field?: string } | null;
  /** The store whose connections are used and shown. */
  storeId: string | null;
  /** The dialog of the flow's schedules; `suggested` begins with the form. */
  schedules: 'list' | 'suggested' | null;
  dialog: FlowDialog;
  /** Where a box is to be chosen for: the quick list of boxes is open there. */
  adding: AddPlace | null;
  miniMap: boolean;
  select: (nodes: readonly string[], edges?: readonly string[]) => void;
  open: (side: SidePanel) => void;
  showTab: (tab: NodeTab) => void;
  toggleWide: () => void;
  /** Selects a box and leads to one of its fields. */
  goTo: (node: string, field?: string) => void;
  arrived: () => void;
  chooseStore: (storeId: string | null) => void;
  showSchedules: (schedules: ViewState['schedules']) => void;
  show: (dialog: FlowDialog) => void;
  addAt: (place: AddPlace | null) => void;
  toggleMiniMap: () => void;
}

export type ViewStore = StoreApi<ViewState>;

/** A store for one open flow. */
export function createViewStore(storeId: string | null): ViewStore {
  return createStore<ViewState>()((set) => ({
    nodes: [],
    edges: [],
    side: null,
    tab: 'settings',
    wide: false,
    focus: null,
    storeId,
    schedules: null,
    dialog: null,
    adding: null,
    miniMap: true,
    select: (nodes, edges = []) =>
      set((state) => ({ nodes, edges, ...(nodes.length === 1 && state.side && { side: null }) })),
    open: (side) => set({ side }),
    showTab: (tab) => set({ tab }),
    toggleWide: () => set((state) => ({ wide: !state.wide })),
    goTo: (node, field) =>
      set({ nodes: [node], edges: [], tab: 'settings', focus: field ? { node, field } : { node } }),
    arrived: () => set({ focus: null }),
    chooseStore: (next) => set({ storeId: next }),
    showSchedules: (schedules) => set({ schedules }),
    show: (dialog) => set({ dialog }),
    addAt: (adding) => set({ adding }),
    toggleMiniMap: () => set((state) => ({ miniMap: !state.miniMap })),
  }));
}
