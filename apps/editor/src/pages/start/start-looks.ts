// The icons of topics and systems in the gallery.
import {
  IconArrowsDiff,
  IconBan,
  IconBuildingFactory2,
  IconBuildingStore,
  IconChartBar,
  IconCoin,
  IconFileExport,
  IconPackages,
  IconPhoneIncoming,
  IconReceipt,
  IconRosetteDiscount,
  IconShoppingCart,
  IconTable,
  IconTags,
  type Icon,
} from '@tabler/icons-react';
import type { FlowTemplate } from '../../api/types';
import type { System } from './systems-of';

export const topicIcons: Record<FlowTemplate['topic'], Icon> = {
  catalogue: IconTags,
  stock: IconPackages,
  prices: IconCoin,
  promotions: IconRosetteDiscount,
  orders: IconShoppingCart,
  invoices: IconReceipt,
  cancellations: IconBan,
  compare: IconArrowsDiff,
  reports: IconChartBar,
};

export const systemIcons: Record<System, Icon> = {
  sheet: IconTable,
  erp: IconBuildingFactory2,
  caller: IconPhoneIncoming,
  vtex: IconBuildingStore,
  file: IconFileExport,
};
