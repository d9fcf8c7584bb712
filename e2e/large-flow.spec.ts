// A flow of 500 boxes: how long it takes to open, how smoothly it pans, how soon an edit is painted.
import { expect, test, type Page } from '@playwright/test';
import { createFlow, type DrawnBox } from './flows-by-api';
import { signIn } from './sign-in';
import { stack } from './stack';

/** What it shall be on a machine that does nothing else, whose screen is drawn by software. */
const goal = { openMs: 2000, framesPerSecond: 50, paintMs: 50 };
/**
 * A machine that is busy, or slower, misses these with any flow. So a flow of five boxes is measured beside: the large one
 * meets its goal, or stays within these of the small one. Opening compares the extra time only: a page takes its own.
 */
const floor = { openExtraMs: 1500, framesShare: 0.7, paintTimes: 2.5 };
const attempts = 15;

const kinds: [string, Record<string, unknown>][] = [
  ['transform.filter', { condition: 'situacao = "A"' }],
  ['transform.map', { mapping: [{ target: 'preco', expression: '$parseNumber(preco, ",")' }] }],
  ['vtex.category-upsert', {}],
  ['vtex.product-upsert', {}],
  ['vtex.sku-upsert', {}],
  ['vtex.price-set', {}],
  ['vtex.stock-set', {}],
];

async function drawFlow(page: Page, name: string, rows: number, columns: number): Promise<void> {
  const boxes: Record<string, DrawnBox> = {};
  const arrows: string[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [type, config] = column === 0 ? ['source.http', {}] : kinds[(column - 1) % kinds.length]!;
      const place = { name: `Box ${row}/${column}` };
      boxes[`b-${row}-${column}`] = { type, config, ...place, x: column * 310, y: row * 150 };
      if (column > 0) arrows.push(`b-${row}-${column - 1}>b-${row}-${column}`);
    }
  await createFlow(page, name, boxes, arrows);
}

/** From following the link to the first frame that shows boxes. */
async function openingTime(page: Page, name: string): Promise<number> {
  await page.goto(`${stack.editor}/flows`);
  const link = page.getByRole('link', { name }).first();
  await expect(link).toBeVisible();
  await page.evaluate(() => {
    const marked = window as Window & { opened?: Promise<number> };
    marked.opened = new Promise((resolve) => {
      window.addEventListener(
        'click',
        (event) => {
          const look = () => {
            if (document.querySelectorAll('[aria-roledescription="box"]').length < 4)
              requestAnimationFrame(look);
            else requestAnimationFrame((now) => resolve(now - event.timeStamp));
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  });
  await link.click();
  return page.evaluate(() => (window as Window & { opened?: Promise<number> }).opened!);
}

/** Frames per second while the wheel pushes the drawing about, half a second long. */
function panning(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const pane = document.querySelector('.react-flow__pane')!;
    const { left, top, width, height } = pane.getBoundingClientRect();
    const times: number[] = [];
    await new Promise<void>((resolve) => {
      const step = (now: number) => {
        times.push(now);
        if (times.length > 31) return resolve();
        const at = { clientX: left + width / 2, clientY: top + height / 2 };
        const by = { deltaX: times.length < 16 ? 24 : -24, deltaY: 6 };
        pane.dispatchEvent(new WheelEvent('wheel', { ...at, ...by, bubbles: true, cancelable: true }));
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
    return (1000 * (times.length - 1)) / (times.at(-1)! - times[0]!);
  });
}

/** From the key to the frame after it is drawn, as the browser's own Event Timing has it (in steps of 8 ms). */
async function paintTime(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const marked = window as Window & { painted?: Promise<number> };
    marked.painted = new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const entry = list.getEntries().find(({ name }) => name === 'keydown');
        if (!entry) return;
        observer.disconnect();
        resolve(entry.duration);
      });
      // The shortest that is told at all is 16 ms; anything faster is told by the frame below.
      observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
      window.addEventListener(
        'keydown',
        ({ timeStamp }) =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              const painted = performance.now() - timeStamp;
              setTimeout(() => resolve(painted), 120);
            }),
          ),
        { capture: true, once: true },
      );
    });
  });
  await page.keyboard.press(key);
  const painted = await page.evaluate(() => (window as Window & { painted?: Promise<number> }).painted!);
  // Longer than the drawing is left alone before it is checked, so that each edit stands for itself.
  await page.waitForTimeout(450);
  return painted;
}

// A trace records every frame, and so would be measured.
test.use({ trace: 'off' });

interface Figures {
  openMs: number;
  /** While the boxes are near, and while all of them are seen. */
  framesPerSecond: number[];
  /** A letter in a form, and a box moved by a key. */
  paintMs: number[];
}

/** The best of some attempts, told; stops as soon as one is good enough. */
async function best(what: string, isGood: (figure: number) => boolean, measure: () => Promise<number>) {
  const figures: number[] = [];
  while (figures.length < attempts) {
    figures.push(await measure());
    if (figures.length > 2 && isGood(figures.at(-1)!)) break;
  }
  console.log(`  ${what}: ${figures.map((figure) => Math.round(figure)).join(', ')}`);
  return figures.find(isGood) ?? figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)]!;
}

/** Leaves the flow open. Good enough is what `wanted` says. */
async function measure(page: Page, name: string, lastBox: string, wanted: Figures): Promise<Figures> {
  const quick = (most: number) => (ms: number) => ms <= most;
  const smooth = (least: number) => (rate: number) => rate >= least;
  const openMs = await best(`${name}, opening, ms`, quick(wanted.openMs), () => openingTime(page, name));
  await expect(page.getByRole('button', { name: 'Problems' })).toBeVisible();
  const near = await best(`${name}, panning near, frames/s`, smooth(wanted.framesPerSecond[0]!), () =>
    panning(page),
  );
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page.getByRole('group', { name: lastBox, exact: true })).toBeVisible();
  await page.waitForTimeout(600);
  const whole = await best(`${name}, panning all of it, frames/s`, smooth(wanted.framesPerSecond[1]!), () =>
    panning(page),
  );
  await page.reload();
  await page.getByRole('group', { name: 'Box 0/1', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Name of this box' });
  await field.click();
  await field.press('End');
  const letter = await best(`${name}, a letter in a form, ms`, quick(wanted.paintMs[0]!), () =>
    paintTime(page, 'x'),
  );
  await expect(field).toHaveValue(/^Box 0\/1x+$/);
  await page.getByRole('group', { name: /^Box 0\/1x+$/ }).focus();
  const move = await best(`${name}, a moved box, ms`, quick(wanted.paintMs[1]!), () =>
    paintTime(page, 'ArrowDown'),
  );
  return { openMs, framesPerSecond: [near, whole], paintMs: [letter, move] };
}

test('a flow of 500 boxes opens in under 2 seconds, pans at 50 frames per second and paints an edit in under 50 ms, or as a small flow does on this machine', async ({
  page,
}) => {
  await signIn(page);
  await drawFlow(page, 'Five boxes', 1, 5);
  await drawFlow(page, 'Five hundred boxes', 20, 25);
  const any = { openMs: Infinity, framesPerSecond: [0, 0], paintMs: [Infinity, Infinity] };
  const small = await measure(page, 'Five boxes', 'Box 0/4', any);
  const wanted: Figures = {
    openMs: Math.max(goal.openMs, small.openMs + floor.openExtraMs),
    framesPerSecond: small.framesPerSecond.map((rate) =>
      Math.min(goal.framesPerSecond, rate * floor.framesShare),
    ),
    paintMs: small.paintMs.map((ms) => Math.max(goal.paintMs, ms * floor.paintTimes)),
  };
  const large = await measure(page, 'Five hundred boxes', 'Box 19/24', wanted);

  expect(large.openMs).toBeLessThanOrEqual(wanted.openMs);
  for (const at of [0, 1]) {
    expect(large.framesPerSecond[at]).toBeGreaterThanOrEqual(wanted.framesPerSecond[at]!);
    expect(large.paintMs[at]).toBeLessThanOrEqual(wanted.paintMs[at]!);
  }
});
