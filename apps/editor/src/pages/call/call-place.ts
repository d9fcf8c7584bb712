// The address of the page that shows how a flow is called.

/** `storeId`: the store that the run shall be for. */
export function callPage(flowId: string, storeId: string | null): string {
  return `/flows/${flowId}/call${storeId === null ? '' : `?store=${storeId}`}`;
}
