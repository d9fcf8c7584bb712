// What a dry run would have sent: method, address and body of every request, in order.
import { Paper, Table, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordedRequest } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useRunRequests } from '../../api/runs';
import type { RunDetail } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { boxName } from './box-names';
import classes from './runs.module.css';

/** Nothing of it was sent. */
export function RequestList({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const requests = useRunRequests(run.id, true);
  return (
    <ListArea query={requests}>
      {requests.data?.length === 0 && <Notice icon={IconSend} title={t('runs.requests.none')} />}
      {requests.data && requests.data.length > 0 && (
        <Paper>
          <Table verticalSpacing="xs" horizontalSpacing="md">
            <Table.Tbody>
              {requests.data.map((one, index) => {
                const request = one.request as unknown as RecordedRequest;
                return (
                  <Table.Tr key={index}>
                    <Table.Td w={220}>
                      <Text size="sm" fw={600}>
                        {boxName(run.document, catalogue, one.node, locale)}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {t('runs.requests.row', { row: formatNumber(one.row, locale) })}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Text className="ec-mono">{`${request.method} ${request.url}`}</Text>
                      {request.body !== undefined && (
                        <pre className={classes.json} tabIndex={0}>
                          {JSON.stringify(request.body, null, 2)}
                        </pre>
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
    </ListArea>
  );
}
