// Everything about one box: its name, what it does, its settings and its test.
import { Spoiler, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBoxTitle } from '../canvas/NodeCard';
import { useLocale } from '../i18n/useLocale';
import { BoxProblems } from '../problems/BoxProblems';
import { useDocument, useFlowStores, useView } from '../store/flow-stores';
import type { NodeTab } from '../store/view-store';
import { NodeHead } from './NodeHead';
import { NodeScope } from './NodeScope';
import { NodeSettings } from './NodeSettings';
import { NodeTest } from './NodeTest';
import { SuccessorNotice } from './SuccessorNotice';
import classes from './panel.module.css';

/** `id` must be a box of the document. */
export function NodePanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { catalogue } = useFlowStores();
  const node = useDocument((state) => state.document.nodes[id])!;
  const tab = useView((state) => state.tab);
  const showTab = useView((state) => state.showTab);
  const description = catalogue.nodes.get(node.type);
  const title = useBoxTitle()({ node, description });
  return (
    <section className={classes.panel} aria-label={t('editor.panel.label', { name: title })}>
      <NodeHead id={id} node={node} description={description} />
      {!description ? (
        <p className={classes.help}>{t('editor.panel.unknown', { type: node.type })}</p>
      ) : (
        <>
          <Spoiler
            classNames={{ root: classes.help, control: classes.helpMore }}
            maxHeight={56}
            transitionDuration={0}
            showLabel={t('editor.panel.helpMore')}
            hideLabel={t('editor.panel.helpLess')}
          >
            {say(description.help)}
          </Spoiler>
          <NodeScope id={id}>
            <Tabs
              value={tab}
              onChange={(next) => showTab(next as NodeTab)}
              keepMounted={false}
              style={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}
            >
              <Tabs.List px="sm">
                <Tabs.Tab value="settings">{t('editor.panel.settings')}</Tabs.Tab>
                <Tabs.Tab value="test">{t('editor.panel.test')}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="settings" className={classes.body}>
                <SuccessorNotice id={id} />
                <BoxProblems id={id} />
                <NodeSettings id={id} node={node} description={description} />
              </Tabs.Panel>
              <Tabs.Panel value="test" className={classes.body}>
                <NodeTest id={id} />
              </Tabs.Panel>
            </Tabs>
          </NodeScope>
        </>
      )}
    </section>
  );
}
