// Lets only signed-in people through; others go to sign-in and come back to where they were.
import { Button, Center } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useMe } from '../api/session';
import { Loading } from './Loading';
import { Notice } from './Notice';
import { OfflineBanner } from './OfflineBanner';
import { useProblemText } from './useProblemText';

/** A layout route around everything behind the door. */
export function RequireSession() {
  const me = useMe();
  const location = useLocation();
  const { t } = useTranslation();
  const say = useProblemText();
  if (me.data === null) {
    const back = encodeURIComponent(location.pathname + location.search);
    return <Navigate to={`/sign-in?next=${back}`} replace />;
  }
  if (me.isPending) return <Loading />;
  if (!me.data) {
    return (
      <Center mih="100vh">
        <Notice icon={IconPlugConnectedX} title={t('error.title')} text={say(me.error)}>
          <Button onClick={() => void me.refetch()}>{t('action.retry')}</Button>
        </Notice>
      </Center>
    );
  }
  return (
    <>
      <OfflineBanner />
      <Outlet />
    </>
  );
}
