// Style and script of the pages, served as files so that the pages need no inline code.

export const css = `
:root { color-scheme: light dark; --bg: #f6f7f9; --card: #fff; --line: #e1e5ea; --text: #1a2230; --soft: #5c6775;
  --accent: #0b6bcb; --accent-text: #fff; --good: #1a7f4b; --good-bg: #e3f5ea; --bad: #b42318; --bad-bg: #fdeae8; --warn: #92600a; --warn-bg: #fdf1d8; }
@media (prefers-color-scheme: dark) { :root { --bg: #12161c; --card: #1a2029; --line: #2c3542; --text: #e6eaf0; --soft: #97a3b3;
  --accent: #5aa9f5; --accent-text: #0c1622; --good: #6fd39b; --good-bg: #173326; --bad: #ff9a90; --bad-bg: #3a1c1a; --warn: #f0c36a; --warn-bg: #352a14; } }
* { box-sizing: border-box; }
html { scrollbar-gutter: stable; }
body { margin: 0; background: var(--bg); color: var(--text); font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header, main { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 20px; display: grid; grid-template-columns: 1fr auto; gap: 4px 24px; align-items: start; }
h1 { font-size: 20px; line-height: 1.3; margin: 0; }
h1 small { font-weight: 400; font-size: 14px; color: var(--soft); margin-left: 8px; }
h2 { font-size: 15px; margin: 24px 0 8px; }
p { margin: 0; color: var(--soft); }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
.langs { display: flex; gap: 12px; padding-top: 3px; }
.langs [aria-current] { color: var(--text); font-weight: 600; }
.tiles { display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px; margin: 16px 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; }
.tile b { display: block; font-size: 20px; font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: 13px; }
nav { display: flex; gap: 4px; border-bottom: 1px solid var(--line); margin-bottom: 16px; }
nav a { padding: 8px 14px; color: var(--soft); border-bottom: 2px solid transparent; margin-bottom: -1px; }
nav a:hover { text-decoration: none; color: var(--text); }
nav a[aria-current] { color: var(--text); font-weight: 600; border-color: var(--accent); }
.bar { display: flex; gap: 12px; align-items: center; justify-content: space-between; margin-bottom: 12px; flex-wrap: wrap; }
.bar form, .pager { display: flex; gap: 8px; align-items: center; }
.pager span { color: var(--soft); }
input, select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 6px 10px; min-height: 34px; }
input[type=search] { width: 280px; }
:is(input, select, button, a, summary):focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
button { cursor: pointer; background: var(--accent); color: var(--accent-text); border-color: transparent; font-weight: 600; }
button.plain { background: transparent; color: var(--accent); border-color: var(--line); }
.table { background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; margin-bottom: 24px; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-size: 12px; font-weight: 600; color: var(--soft); white-space: nowrap; }
th, td { padding: 8px 14px; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > td { border-bottom: 0; }
td small { display: block; color: var(--soft); font-size: 12px; }
.right { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font: 12.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
td code.id, td code.id + small { white-space: nowrap; }
td .tag + small { white-space: nowrap; }
.tag { display: inline-block; padding: 0 8px; border-radius: 10px; font-size: 12px; line-height: 20px; white-space: nowrap; background: var(--line); }
.good { color: var(--good); background: var(--good-bg); } .bad { color: var(--bad); background: var(--bad-bg); } .warn { color: var(--warn); background: var(--warn-bg); }
.tags { display: flex; gap: 6px; flex-wrap: wrap; }
.empty { padding: 36px 24px; text-align: center; color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin-bottom: 16px; }
.grid { display: grid; grid-template-columns: 2fr 2fr repeat(5, 1fr); gap: 12px; align-items: end; margin-top: 12px; }
.grid label { font-size: 12px; color: var(--soft); display: grid; gap: 4px; }
.grid input, .grid select { width: 100%; color: var(--text); }
.actions { display: flex; gap: 8px; margin-top: 14px; }
details { grid-column: 1 / -1; margin-top: 8px; } summary { cursor: pointer; color: var(--accent); width: max-content; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 8px 0 0; } dt { color: var(--soft); } dd { margin: 0; }
pre { margin: 8px 0 0; padding: 10px 14px; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
@media (max-width: 860px) { .tiles { grid-template-columns: repeat(3, 1fr); } .grid { grid-template-columns: 1fr 1fr; } input[type=search] { width: 100%; } }
`;

/** Every two seconds the live parts of the page are fetched again, unless the page is hidden or somebody is typing. */
export const script = `
const live = () => [...document.querySelectorAll('[data-live]')];
setInterval(async () => {
  if (document.hidden || document.activeElement?.matches('input, select')) return;
  const answer = await fetch(location.href).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('[data-live]');
  live().forEach((part, at) => { if (fresh[at] && fresh[at].innerHTML !== part.innerHTML) part.replaceChildren(...fresh[at].childNodes); });
}, 2000);
`;

/** Nothing but our own two files may run or style a page. */
export const pageHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
