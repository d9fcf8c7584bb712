// Tables of codes of a store, and the codes that rows wait for.
import { Badge, Select, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeTables, type CodesOf } from '../../api/codes';
import { useStores } from '../../api/stores';
import { ListArea } from '../../shell/ListArea';
import { PageHead } from '../../shell/PageHead';
import { noStore, useCodesPlace } from './codes-place';
import { CodeTables } from './CodeTables';
import { MissingCodes } from './MissingCodes';

/** `/codes?store=…&tab=missing` or `…&table=…` */
export function CodesPage() {
  const { t } = useTranslation();
  const stores = useStores();
  const [place, move] = useCodesPlace();
  const all = stores.data ?? [];
  const known = place.store === noStore || all.some(({ id }) => id === place.store);
  const shown = known && place.store ? place.store : (all[0]?.id ?? noStore);
  return (
    <>
      <PageHead title={t('codes.title')} lead={t('codes.lead')}>
        <Select
          w={260}
          aria-label={t('codes.store')}
          allowDeselect={false}
          data={[
            ...all.map(({ id, name }) => ({ value: id, label: name })),
            { value: noStore, label: t('codes.noStore') },
          ]}
          value={shown}
          onChange={(store) => store && move({ store, table: '' })}
        />
      </PageHead>
      <ListArea query={stores}>
        <CodesOfStore key={shown} storeId={shown === noStore ? null : shown} />
      </ListArea>
    </>
  );
}

function CodesOfStore({ storeId }: { storeId: CodesOf }) {
  const { t } = useTranslation();
  const tables = useCodeTables(storeId);
  const [place, move] = useCodesPlace();
  const waiting = (tables.data ?? []).reduce((sum, one) => sum + one.waitingRows, 0);
  return (
    <Tabs
      value={place.tab === 'missing' ? 'missing' : 'tables'}
      onChange={(tab) => move({ tab: tab ?? 'tables' })}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        <Tabs.Tab value="tables">{t('codes.tab.tables')}</Tabs.Tab>
        <Tabs.Tab
          value="missing"
          {...(waiting > 0 && {
            rightSection: (
              <Badge color="yellow.9" c="black" size="sm" circle={waiting < 10}>
                {waiting}
              </Badge>
            ),
          })}
        >
          {t('codes.tab.missing')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="tables">
        <ListArea query={tables}>
          <CodeTables storeId={storeId} tables={tables.data ?? []} />
        </ListArea>
      </Tabs.Panel>
      <Tabs.Panel value="missing">
        <MissingCodes storeId={storeId} />
      </Tabs.Panel>
    </Tabs>
  );
}
