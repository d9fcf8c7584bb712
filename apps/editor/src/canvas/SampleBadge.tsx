// A small mark at the corner of a card: pinned rows, a result that holds, or one that does not any more.
import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconHistoryToggle,
  IconPinFilled,
  IconTable,
  type Icon,
} from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleMark } from '../store/sample-flow';
import classes from './sample.module.css';
import { SampleMarksContext } from './sample-marks';

const icons: Record<SampleMark, Icon> = {
  pinned: IconPinFilled,
  fresh: IconTable,
  failing: IconAlertTriangle,
  stale: IconHistoryToggle,
};

/** Nothing for a box that was never tried. */
export function SampleBadge({ box }: { box: string }) {
  const { t } = useTranslation();
  const mark = useContext(SampleMarksContext)[box];
  if (!mark) return null;
  const Picture = icons[mark];
  const label = t(`rows.mark.${mark}`);
  return (
    <Tooltip label={label}>
      <span className={`${classes.badge} ${classes[mark] ?? ''}`} role="img" aria-label={label}>
        <Picture size={13} aria-hidden />
      </span>
    </Tooltip>
  );
}
