// Rows of a run that stopped at an unknown code, and the way to fill it in.
import { Alert, Button, Group } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RunDetail } from '../../api/types';
import { missingCodesAt } from '../codes/codes-place';

/** One sentence and a button while rows wait; the sentence alone when none does any more. */
export function RunCodes({ run: { stillWaiting, storeId } }: { run: RunDetail }) {
  const { t } = useTranslation();
  return (
    <Alert color={stillWaiting > 0 ? 'yellow' : 'gray'} icon={<IconListSearch size={18} aria-hidden />}>
      {stillWaiting === 0 ? (
        t('runs.codes.gone')
      ) : (
        <Group justify="space-between">
          {t('runs.codes.wait', { count: stillWaiting })}
          <Button component={Link} to={missingCodesAt(storeId)} size="compact-sm" variant="default">
            {t('runs.codes.fill')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
