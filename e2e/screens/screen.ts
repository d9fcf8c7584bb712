// What a screen is for the pictures and for the check of accessibility: a name, and the way to it.
import type { Page } from '@playwright/test';
import { stack } from '../stack';
import type { Content } from './content';

export interface Screen {
  /** The name of its picture: letters and hyphens. */
  name: string;
  /** What is to be seen on it, for the list of pictures. */
  shows: string;
  /** Ends when everything on it is there. */
  open: (page: Page, content: Content) => Promise<void>;
}

/** Goes to an address of the editor and waits for this heading, button or text there. */
export async function visit(page: Page, path: string, there: string | RegExp): Promise<void> {
  await page.goto(`${stack.editor}${path}`);
  await page.locator('main, [role="application"], body').getByText(there).first().waitFor();
}

/** Presses the button with this name. */
export function press(page: Page, name: string | RegExp): Promise<void> {
  return page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
}

/** Waits for the open dialog to show this text. */
export function dialogWith(page: Page, text: string | RegExp): Promise<void> {
  return page.getByRole('dialog').getByText(text).first().waitFor();
}
