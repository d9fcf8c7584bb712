// `/flows/:flowId/versions`: every published version, and any two of them, or the draft, side by side.
import { ActionIcon, Button, Center, Select, Title, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconMapOff, IconVersions } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { FlowDocument } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useSavedFlow } from '../../api/flows';
import type { Flow, FlowVersionSummary } from '../../api/types';
import { useFlowVersions, versionQuery } from '../../api/versions';
import { SideBySide, type Side } from '../../compare/SideBySide';
import { Loading } from '../../shell/Loading';
import { Notice } from '../../shell/Notice';
import { UserMenu } from '../../shell/UserMenu';
import { useProblemText } from '../../shell/useProblemText';
import { chosenPair, DRAFT, type Pair } from './pair';
import { VersionList } from './VersionList';
import classes from './versions.module.css';

export function VersionsPage() {
  const { t } = useTranslation();
  const say = useProblemText();
  const { flowId = '' } = useParams();
  const flow = useSavedFlow(flowId);
  const versions = useFlowVersions(flowId);
  const error = flow.error ?? versions.error;
  if (error) {
    return (
      <Center mih="100vh">
        <Notice icon={IconMapOff} title={t('error.title')} text={say(error)}>
          <Button component={Link} to="/flows">
            {t('error.toFlows')}
          </Button>
        </Notice>
      </Center>
    );
  }
  if (!flow.data || !versions.data) return <Loading />;
  return (
    <div className={classes.frame}>
      <Head flow={flow.data} />
      {versions.data.length === 0 ? (
        <main>
          <Notice icon={IconVersions} title={t('versions.none.title')} text={t('versions.none.text')}>
            <Button component={Link} to={`/flows/${flowId}`}>
              {t('versions.back')}
            </Button>
          </Notice>
        </main>
      ) : (
        <Versions flow={flow.data} versions={versions.data} />
      )}
    </div>
  );
}

function Head({ flow }: { flow: Flow }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <title>{`${t('versions.title', { name: flow.name })} · Eclusa`}</title>
      <Tooltip label={t('versions.back')}>
        <ActionIcon component={Link} to={`/flows/${flow.id}`} aria-label={t('versions.back')}>
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Title order={1} size="h4" className={classes.heading}>
        {t('versions.title', { name: flow.name })}
      </Title>
      <UserMenu />
    </header>
  );
}

interface VersionsProps {
  flow: Flow;
  versions: readonly FlowVersionSummary[];
}

function Versions({ flow, versions }: VersionsProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const pair = chosenPair(search, versions);
  const choose = (next: Pair) =>
    setSearch({ before: next.before ?? '', after: next.after }, { replace: true });
  const before = useDocumentOf(flow, pair.before);
  const after = useDocumentOf(flow, pair.after);
  const catalogue = useCatalogue().data;
  const nameOf = useVersionName(versions);
  const side = (which: 'before' | 'after', document: FlowDocument): Side => ({
    document,
    label: nameOf(pair[which] ?? DRAFT),
    head: (
      <SideChoice
        which={which}
        value={pair[which] ?? DRAFT}
        options={[DRAFT, ...versions.map(({ number }) => String(number))]}
        nameOf={nameOf}
        onChange={(value) => choose({ ...pair, [which]: value })}
      />
    ),
  });
  return (
    <main className={classes.work}>
      <VersionList
        flow={flow}
        versions={versions}
        shown={pair.after}
        onShow={(after) => choose(chosenPair(new URLSearchParams({ after }), versions))}
      />
      {pair.before === null ? (
        <Center flex={1} p="xl">
          {t('versions.one')}
        </Center>
      ) : before && after && catalogue ? (
        <SideBySide
          key={`${pair.before} ${pair.after}`}
          before={side('before', before)}
          after={side('after', after)}
          catalogue={catalogue.nodes}
        />
      ) : (
        <Loading />
      )}
    </main>
  );
}

function useDocumentOf(flow: Flow, which: string | null): FlowDocument | undefined {
  const isVersion = which !== null && which !== DRAFT;
  const version = useQuery({ ...versionQuery(flow.id, Number(which)), enabled: isVersion }).data;
  return which === DRAFT ? flow.draft : isVersion ? version : undefined;
}

function useVersionName(versions: readonly FlowVersionSummary[]): (which: string) => string {
  const { t } = useTranslation();
  return (which) => {
    if (which === DRAFT) return t('versions.draft');
    const name = versions.find(({ number }) => String(number) === which)?.name;
    return name
      ? t('versions.versionNamed', { number: which, name })
      : t('versions.version', { number: which });
  };
}

interface SideChoiceProps {
  which: 'before' | 'after';
  value: string;
  options: readonly string[];
  nameOf: (which: string) => string;
  onChange: (value: string) => void;
}

function SideChoice({ which, value, options, nameOf, onChange }: SideChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.side}>
      <Select
        size="xs"
        flex={1}
        maw={320}
        label={t(`versions.${which}`)}
        classNames={{ root: classes.sideChoice ?? '' }}
        data={options.map((option) => ({ value: option, label: nameOf(option) }))}
        value={value}
        allowDeselect={false}
        onChange={(next) => next && onChange(next)}
      />
      {value !== DRAFT && <RestoreButton number={Number(value)} />}
    </div>
  );
}

/** The flow's own page does it, so that undo leads back there. */
function RestoreButton({ number }: { number: number }) {
  const { t } = useTranslation();
  const { flowId = '' } = useParams();
  const navigate = useNavigate();
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconArrowBackUp size={15} aria-hidden />}
      onClick={() => void navigate(`/flows/${flowId}`, { state: { restore: number } })}
    >
      {t('versions.restore.action')}
    </Button>
  );
}
