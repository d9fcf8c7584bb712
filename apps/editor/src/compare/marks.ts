// How each kind of change looks: a symbol and a colour together, so that nobody has to tell colours apart.
import { IconArrowsMove, IconMinus, IconPencil, IconPlus, type Icon } from '@tabler/icons-react';
import type { ChangeKind } from '@eclusa/flow';

export const markIcons: Record<ChangeKind, Icon> = {
  added: IconPlus,
  removed: IconMinus,
  changed: IconPencil,
  moved: IconArrowsMove,
};
