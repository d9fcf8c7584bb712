// One line of a story: when, by which flow, how it ended, and in words what was sent and answered.
import { Anchor, Badge, Button, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sentence, type Json } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import type { StoryEntry, StoryStep } from '../../api/types';
import { formatAgo, formatDate, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { briefly, pretty, requestLine } from './story-words';
import classes from './story.module.css';

const colours: Record<StoryEntry['end'], string> = {
  written: 'green',
  failed: 'red',
  waiting: 'yellow',
  skipped: 'gray',
};

export function StoryLine({ entry }: { entry: StoryEntry }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [opened, { toggle }] = useDisclosure(false);
  const when = formatDate(entry.at, locale);
  return (
    <li className={classes.entry} data-end={entry.end}>
      <Paper p="md">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div className={classes.head}>
            <Group gap={8} mb={4}>
              <Badge color={colours[entry.end]} variant="light">
                {t(`story.end.${entry.end}`)}
              </Badge>
              <Text span fw={600} size="sm">
                <time dateTime={entry.at}>{when}</time>
              </Text>
              <Text span size="xs" c="dimmed">
                {formatAgo(entry.at, locale)}
              </Text>
            </Group>
            <Text size="sm" c="dimmed">
              <Trans
                i18nKey="story.by"
                values={{ flow: entry.flowName, version: entry.version }}
                components={{
                  run: <Anchor component={Link} to={`/runs/${entry.runId}`} size="sm" underline="always" />,
                }}
              />
              {entry.storeName && ` · ${entry.storeName}`}
              {` · ${t(`runs.trigger.${entry.trigger as 'manual'}`)}`}
              {` · ${t('story.row', { row: formatNumber(entry.row, locale) })}`}
            </Text>
          </div>
          <Group gap={4} wrap="nowrap">
            {entry.end === 'failed' && (
              <Button
                component={Link}
                to={`/runs/${entry.runId}?tab=failed`}
                variant="subtle"
                size="compact-sm"
              >
                {t('story.toFailed')}
              </Button>
            )}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={opened}
              aria-label={t('story.detailsOf', { when })}
              onClick={toggle}
            >
              {t('story.details')}
            </Button>
          </Group>
        </Group>
        <Said term={t('story.read')} text={briefly(entry.value as Json)} />
        {entry.steps.map((step, index) => (
          <StepWords key={index} step={step} />
        ))}
        {entry.leftAt !== null && <Text size="sm">{t('story.leftAt', { box: entry.leftAt })}</Text>}
        {opened && <Details entry={entry} />}
      </Paper>
    </li>
  );
}

function useBoxName(): (step: StoryStep) => string {
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  return ({ name, type, node }) => name ?? catalogue?.get(type ?? '')?.name[locale] ?? node;
}

/** What a box did, in a line or two. */
function StepWords({ step }: { step: StoryStep }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const box = useBoxName()(step);
  const error = step.error;
  return (
    <>
      {step.input && <Said term={t('story.mapped', { box })} text={briefly(step.input as Json)} />}
      {step.requests.map((request, index) => (
        <Said
          key={index}
          term={t('story.sent', { box })}
          text={requestLine(request)}
          after={t('story.answered', { status: request.status })}
          mono
        />
      ))}
      {step.result && <Said term={t('story.result')} text={briefly(step.result as Json)} />}
      {error && (
        <Said term={t('story.refused', { box })} text={sentence(error.code, error.values, locale)} wrong />
      )}
    </>
  );
}

interface SaidProps {
  term: string;
  text: string;
  after?: string;
  mono?: boolean;
  wrong?: boolean;
}

function Said({ term, text, after, mono, wrong }: SaidProps) {
  return (
    <Text size="sm" className={classes.said}>
      <Text span size="sm" c="dimmed">
        {term}
      </Text>{' '}
      <span {...(mono && { className: 'ec-mono' })} {...(wrong && { style: { color: 'var(--ec-danger)' } })}>
        {text}
      </span>
      {after && (
        <Text span size="sm" c="dimmed">
          {` ${after}`}
        </Text>
      )}
    </Text>
  );
}

/** The row, and all that went to and fro, in full. */
function Details({ entry }: { entry: StoryEntry }) {
  const { t } = useTranslation();
  const nameOf = useBoxName();
  return (
    <div className={classes.details}>
      <Block title={t('story.readAll')} text={pretty(entry.value)} />
      {entry.steps.flatMap((step, index) => {
        const box = nameOf(step);
        return [
          step.input && (
            <Block key={`${index}i`} title={t('story.mapped', { box })} text={pretty(step.input)} />
          ),
          ...step.requests.map((request, number) => (
            <Block
              key={`${index}r${number}`}
              title={`${t('story.sent', { box })} · ${t('story.answered', { status: request.status })}`}
              text={`${request.method} ${request.url}${request.body ? `\n\n${pretty(request.body)}` : ''}`}
            />
          )),
          step.result && <Block key={`${index}a`} title={t('story.result')} text={pretty(step.result)} />,
          step.error?.request && (
            <Block key={`${index}q`} title={t('runs.failed.request')} text={pretty(step.error.request)} />
          ),
          step.error?.response && (
            <Block key={`${index}p`} title={t('runs.failed.response')} text={pretty(step.error.response)} />
          ),
        ];
      })}
    </div>
  );
}

function Block({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {title}
      </Text>
      <pre className={classes.json} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
