// The lines of a stock file: what each wants, or why it is refused. Writes what is right.
import type { Store } from '../store/store';
import type { StockFile, StockFileError } from '../store/stock-files';
import { clearAcknowledged } from './reservation';

const stockColumns = ['item_id', 'account_name', 'container_id', 'quantity', 'unlimited', 'lead_time'];

type Refused = Pick<StockFileError, 'code' | 'message'>;

/** Works the whole file off: right lines are written, wrong ones kept as errors. */
export function workOff(store: Store, file: StockFile, account: string, now: number): void {
  const [header = '', ...lines] = (file.text ?? '').split(/\r?\n/).filter((line) => line !== '');
  file.isDone = true;
  file.rows = lines.length;
  const isOrdered = cellsOf(header).join(',') === stockColumns.join(',');
  lines.forEach((line, index) => {
    const cells = cellsOf(line);
    const refused = isOrdered ? refusal(store, account, cells) : wrongHeader;
    const [itemId = '', , containerId = ''] = cells;
    if (refused) file.errors.push({ line: index + 2, itemId, containerId, ...refused });
    else write(store, file, cells, now);
  });
}

const wrongHeader: Refused = { code: 'INVALID_FORMAT', message: 'the columns are not the expected ones' };

/** Cells may stand in quotation marks; a comma within is not known here. */
const cellsOf = (line: string): string[] =>
  line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));

function refusal(store: Store, account: string, cells: readonly string[]): Refused | undefined {
  if (cells.length !== stockColumns.length)
    return { code: 'INVALID_FORMAT', message: `expected ${stockColumns.length} columns` };
  const empty = cells.findIndex((cell, at) => cell === '' && at < 5);
  if (empty >= 0) return { code: 'MISSING_REQUIRED_FIELD', message: `${stockColumns[empty]} is required` };
  const [item = '', owner = '', container = '', quantity = '', unlimited = '', leadTime = ''] = cells;
  if (!/^\d+$/.test(quantity))
    return { code: 'INVALID_QUANTITY', message: `quantity is not valid: ${quantity}` };
  if (!/^(true|false)$/i.test(unlimited))
    return { code: 'INVALID_FORMAT', message: 'unlimited is true or false' };
  if (leadTime !== '' && !hoursOf(leadTime))
    return { code: 'INVALID_DATE_FORMAT', message: 'lead_time is not valid' };
  if (owner !== account) return { code: 'UNKNOWN', message: `account_name ${owner} is not this account` };
  if (!store.skus.has(Number(item))) return { code: 'UNKNOWN', message: `item ${item} not found` };
  if (!store.warehouses.has(container))
    return { code: 'UNKNOWN', message: `container ${container} not found` };
  return undefined;
}

/** Days, hours, minutes and seconds of an ISO 8601 duration. */
function hoursOf(duration: string): [number, number, number] | undefined {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!found || duration.endsWith('P') || duration.endsWith('T')) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return [days * 24 + hours, minutes, seconds];
}

/** An empty lead time is no lead time, as for the PUT of one stock. */
function write(store: Store, file: StockFile, cells: readonly string[], now: number): void {
  const [item = '', , warehouseId = '', quantity = '', unlimited = '', duration = ''] = cells;
  const skuId = Number(item);
  const [hours, minutes, seconds] = hoursOf(duration) ?? [0, 0, 0];
  const two = (value: number): string => String(value).padStart(2, '0');
  const days = Math.floor(hours / 24);
  const time = `${two(hours % 24)}:${two(minutes)}:${two(seconds)}`;
  const byId = store.stock.get(skuId) ?? new Map();
  if (byId.has(warehouseId)) file.updated += 1;
  else file.inserted += 1;
  byId.set(warehouseId, {
    warehouseId,
    quantity: Number(quantity),
    unlimited: unlimited.toLowerCase() === 'true',
    leadTime: days > 0 ? `${days}.${time}` : time,
    balanceAt: new Date(now).toISOString(),
  });
  store.stock.set(skuId, byId);
  clearAcknowledged(store, skuId, warehouseId);
}
