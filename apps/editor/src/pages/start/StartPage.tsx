// A new flow: recipes by what a person wants, searched in any language, and the other ways to begin.
import { Anchor, Text, TextInput, Title, Group } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { locales, type Text as Words } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useTemplates } from '../../api/flows';
import type { FlowTemplate } from '../../api/types';
import { matches } from '../../canvas/search-text';
import { ListArea } from '../../shell/ListArea';
import { PageHead } from '../../shell/PageHead';
import { QuestionCards } from './QuestionCards';
import { OtherWays } from './OtherWays';
import { RecipeCard } from './RecipeCard';
import { RecipeModal } from './RecipeModal';
import classes from './start.module.css';

/** `/flows/new` */
export function StartPage() {
  const { t } = useTranslation();
  const templates = useTemplates();
  const nodes = useCatalogue().data?.nodes;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<FlowTemplate | null>(null);
  // Parts for one ERP are many, and are only looked at by who has it.
  const isAsked = text.trim() !== '';
  const found = (templates.data ?? []).filter(
    (template) => (isAsked || template.system === undefined) && matches(text, wordsOf(template)),
  );
  return (
    <>
      <PageHead title={t('flows.create.title')} lead={t('start.lead')}>
        <Anchor component={Link} to="/flows">
          {t('error.toFlows')}
        </Anchor>
      </PageHead>
      <OtherWays />
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('start.recipes')}</Title>
        <TextInput
          w={320}
          aria-label={t('start.search')}
          placeholder={t('start.searchFor')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      <ListArea query={templates}>
        <ul className={classes.cards} aria-label={t('start.recipes')}>
          <QuestionCards text={text} />
          {found.map((template) => (
            <li key={template.id}>
              <RecipeCard template={template} nodes={nodes} onChoose={() => setChosen(template)} />
            </li>
          ))}
        </ul>
        <Text role="status" size="sm" c="dimmed" mt="md">
          {found.length === 0 ? t('start.none', { text }) : ''}
        </Text>
      </ListArea>
      <RecipeModal template={chosen} onClose={() => setChosen(null)} />
    </>
  );
}

/** All languages: people mix them. */
function wordsOf({ name, intention, summary, description }: FlowTemplate): string[] {
  return [name, intention, summary, description].flatMap((text: Words) =>
    locales.map((locale) => text[locale]),
  );
}
