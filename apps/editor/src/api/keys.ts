// The names under which server data is cached, in one place so that invalidation cannot miss.

export const keys = {
  me: ['me'] as const,
  catalogue: ['catalogue'] as const,
  templates: ['templates'] as const,
  flows: ['flows'] as const,
  flow: (id: string) => ['flows', id] as const,
  schedules: (flowId: string) => ['flows', flowId, 'schedules'] as const,
  triggers: (flowId: string) => ['flows', flowId, 'triggers'] as const,
  schedulePreview: (cron: string, timezone: string) => ['schedules', 'preview', cron, timezone] as const,
  savedFlow: (id: string) => ['flows', id, 'saved'] as const,
  flowVersions: (id: string) => ['flows', id, 'versions'] as const,
  flowVersion: (id: string, number: number) => ['flows', id, 'versions', 'document', number] as const,
  presence: (id: string, tab: string, node: string | null) => ['flows', id, 'presence', tab, node] as const,
  connections: ['connections'] as const,
  stores: ['stores'] as const,
  codes: ['codes'] as const,
  codeTables: (store: string | null) => ['codes', store, 'tables'] as const,
  codePairs: (store: string | null, table: string, search: string) =>
    ['codes', store, 'pairs', table, search] as const,
  missingCodes: (store: string | null) => ['codes', store, 'missing'] as const,
  runs: ['runs'] as const,
  runList: (filter: Record<string, string | undefined>) => ['runs', 'list', filter] as const,
  run: (id: string) => ['runs', id] as const,
  failedRows: (id: string, filter: Record<string, string | boolean | undefined>) =>
    ['runs', id, 'failed', filter] as const,
  failedCauses: (id: string, failed: number) => ['runs', id, 'causes', failed] as const,
  runPages: (id: string) => ['runs', id, 'pages'] as const,
  runSamples: (id: string, node?: string) => ['runs', id, 'samples', node ?? 'all'] as const,
  runDifferences: (id: string, kind?: string) => ['runs', id, 'differences', kind ?? 'all'] as const,
  runDifferenceCounts: (id: string, rows: number) => ['runs', id, 'difference-counts', rows] as const,
  runRequests: (id: string) => ['runs', id, 'requests'] as const,
};
