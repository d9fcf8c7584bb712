// One line of the first page: what is the matter, and the way to where it is dealt with.
import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Line } from './useHomeLines';
import classes from './home.module.css';

export function HomeLine({ text, help, to, action }: Line) {
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <Text size="sm" fw={550}>
          {text}
        </Text>
        {help && (
          <Text size="xs" c="dimmed">
            {help}
          </Text>
        )}
      </div>
      <Button component={Link} to={to} variant="light" size="compact-md" className={classes.action ?? ''}>
        {action}
      </Button>
    </li>
  );
}
