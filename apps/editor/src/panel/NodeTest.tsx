// One box on sample rows: ways to try it, rows in, rows out, what failed, and the exact requests.
import { Alert, Button, Stack } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFlowStores } from '../store/flow-stores';
import { tryBoxes } from '../store/try-boxes';
import { RowsIn } from './RowsIn';
import { RowsOut } from './RowsOut';
import { TestResult } from './TestResult';
import { TryBar } from './TryBar';
import { useBoxSample } from './useBoxSample';

/** A dry run, unless the person asks for it to be sent once its requests are shown. */
export function NodeTest({ id }: { id: string }) {
  const { t } = useTranslation();
  const stores = useFlowStores();
  const sample = useBoxSample(id);
  return (
    <Stack gap="md">
      <TryBar id={id} sample={sample} />
      {sample.mark === 'stale' && (
        <Alert
          color="yellow"
          p="xs"
          icon={<IconRefreshAlert size={18} aria-hidden />}
          title={t('rows.stale.title')}
        >
          {t('rows.stale.text')}
          <div>
            <Button
              size="compact-xs"
              mt={6}
              variant="default"
              loading={sample.busy}
              onClick={() => void tryBoxes(stores, id, 'upTo')}
            >
              {t('rows.stale.again')}
            </Button>
          </div>
        </Alert>
      )}
      <RowsIn sample={sample} />
      <RowsOut id={id} sample={sample} />
      <TestResult id={id} sample={sample} />
    </Stack>
  );
}
