// The frame of all pages but the flow editor: the bar at the top and room below.
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { useIsAdmin } from '../api/session';
import { LogoMark } from '../theme/Logo';
import { StorySearch } from './StorySearch';
import { UserMenu } from './UserMenu';
import classes from './shell.module.css';

const places = ['flows', 'runs', 'connections', 'stores', 'codes'] as const;

/** A layout route; pages render inside `<main>`. */
export function Shell() {
  const { t } = useTranslation();
  const isAdmin = useIsAdmin();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('nav.skip')}
      </a>
      <header className={classes.header}>
        <Link to="/" className={classes.brand} aria-label="Eclusa">
          <LogoMark />
          <span>Eclusa</span>
        </Link>
        <nav aria-label={t('nav.label')} className={classes.nav}>
          <NavLink to="/" end className={classes.link}>
            {t('home.nav')}
          </NavLink>
          {places.map((place) => (
            <NavLink key={place} to={`/${place}`} className={classes.link}>
              {t(`nav.${place}`)}
            </NavLink>
          ))}
          {isAdmin && (
            <>
              <NavLink to="/keys" className={classes.link}>
                {t('keys.nav')}
              </NavLink>
              <NavLink to="/callbacks" className={classes.link}>
                {t('callbacks.nav')}
              </NavLink>
            </>
          )}
        </nav>
        <Group ml="auto" gap="sm" wrap="nowrap">
          <StorySearch />
          <UserMenu />
        </Group>
      </header>
      <main id="content" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
