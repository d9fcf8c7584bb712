// How each node group and node looks: its colour variable and its icon. Unknown nodes fall back to their group's.
import {
  IconArrowMerge,
  IconArrowsJoin,
  IconArrowsSplit2,
  IconArrowsTransferDown,
  IconBox,
  IconBrandJavascript,
  IconBuildingStore,
  IconCategory,
  IconCoin,
  IconFileExport,
  IconFilter,
  IconMathFunction,
  IconMessageReply,
  IconPackages,
  IconSortAscending,
  IconTag,
  IconTransform,
  IconWorldDownload,
  IconBuildingBank,
  IconColumns3,
  IconFileInvoice,
  IconFileTypeCsv,
  IconFileTypeXls,
  IconFileTypeXml,
  IconJson,
  IconSend,
  IconBarcode,
  IconDatabaseImport,
  IconReplace,
  IconBraces,
  IconChecklist,
  IconCopyMinus,
  IconGitCompare,
  IconListNumbers,
  IconListTree,
  IconMail,
  IconHandStop,
  IconHourglass,
  IconMathXDivideY,
  IconRuler2,
  IconStack2,
  IconTextCaption,
  IconTextScan2,
  type Icon,
} from '@tabler/icons-react';
import type { NodeGroup } from '@eclusa/flow';

/** The order in which groups are offered: the way rows travel. */
export const groupOrder: readonly NodeGroup[] = ['source', 'transform', 'vtex', 'output'];

/** CSS values for a group's ink and its soft ground, right in both schemes. */
export function groupColour(group: NodeGroup): { ink: string; soft: string } {
  return { ink: `var(--ec-${group})`, soft: `var(--ec-${group}-soft)` };
}

const byGroup: Record<NodeGroup, Icon> = {
  source: IconDatabaseImport,
  transform: IconTransform,
  vtex: IconBuildingStore,
  output: IconFileExport,
};

const byNode: Record<string, Icon> = {
  'source.http': IconWorldDownload,
  'source.csv': IconFileTypeCsv,
  'source.xlsx': IconFileTypeXls,
  'source.xml': IconFileTypeXml,
  'source.json': IconJson,
  'source.fixed-width': IconColumns3,
  'source.cnab': IconBuildingBank,
  'source.nfe': IconFileInvoice,
  'transform.map': IconArrowsTransferDown,
  'transform.filter': IconFilter,
  'transform.switch': IconArrowsSplit2,
  'transform.aggregate': IconMathFunction,
  'transform.sort': IconSortAscending,
  'transform.join': IconArrowsJoin,
  'transform.merge': IconArrowMerge,
  'transform.code': IconBrandJavascript,
  'transform.changed': IconReplace,
  'transform.respond': IconMessageReply,
  'transform.validate': IconChecklist,
  'transform.split-list': IconListTree,
  'transform.distinct': IconCopyMinus,
  'transform.limit': IconListNumbers,
  'transform.batch': IconStack2,
  'transform.compare': IconGitCompare,
  'transform.formula': IconMathXDivideY,
  'transform.parse-text': IconTextScan2,
  'transform.format-text': IconBraces,
  'transform.convert': IconRuler2,
  'transform.template': IconTextCaption,
  'transform.stop': IconHandStop,
  'transform.wait': IconHourglass,
  'output.email': IconMail,
  'vtex.category-upsert': IconCategory,
  'vtex.brand-upsert': IconTag,
  'vtex.product-upsert': IconBox,
  'vtex.sku-upsert': IconBarcode,
  'vtex.price-set': IconCoin,
  'vtex.stock-set': IconPackages,
  'vtex.request': IconSend,
};

/** The icon of a node type, or of its group when the node is new to this editor. */
export function nodeIcon(type: string, group: NodeGroup): Icon {
  return byNode[type] ?? byGroup[group];
}
