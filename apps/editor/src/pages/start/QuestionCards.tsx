// Wishes that no ready recipe fits, since every file and API is different: they lead to the three questions, half answered.
import { Text } from '@mantine/core';
import { IconCoin, IconPackages, IconTags, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { locales, type StartGoal, type StartSource } from '@eclusa/flow';
import { matches } from '../../canvas/search-text';
import { i18next } from '../../i18n';
import { Systems } from './RecipeCard';
import classes from './start.module.css';
import type { System } from './systems-of';

interface Wish {
  key: 'stockSheet' | 'productSheet' | 'stockCall' | 'priceApi';
  from: StartSource;
  to: StartGoal;
  icon: Icon;
  systems: readonly System[];
}

const wishes: readonly Wish[] = [
  { key: 'stockSheet', from: 'file', to: 'stock', icon: IconPackages, systems: ['sheet', 'vtex'] },
  { key: 'productSheet', from: 'file', to: 'products', icon: IconTags, systems: ['sheet', 'vtex'] },
  { key: 'priceApi', from: 'http', to: 'prices', icon: IconCoin, systems: ['erp', 'vtex'] },
  { key: 'stockCall', from: 'call', to: 'stock', icon: IconPackages, systems: ['caller', 'vtex'] },
];

/** Lines of the gallery's list. */
export function QuestionCards({ text }: { text: string }) {
  const { t } = useTranslation();
  const fits = ({ key }: Wish) =>
    matches(
      text,
      locales.flatMap((lng) => [
        i18next.t(`start.wish.${key}`, { lng }),
        i18next.t('start.wish.how', { lng }),
      ]),
    );
  return wishes.filter(fits).map(({ key, from, to, icon: Picture, systems }) => (
    <li key={key}>
      <Link className={classes.card} to={`/flows/new/questions?from=${from}&to=${to}`}>
        <span className={classes.head}>
          <span className={classes.icon}>
            <Picture size={19} stroke={1.7} aria-hidden />
          </span>
          <Text component="span" fw={600} lh={1.3}>
            {t(`start.wish.${key}`)}
          </Text>
        </span>
        <Text component="span" size="sm" c="dimmed">
          {t('start.wish.how')}
        </Text>
        <span className={classes.foot}>
          <Systems systems={systems} />
        </span>
      </Link>
    </li>
  ));
}
