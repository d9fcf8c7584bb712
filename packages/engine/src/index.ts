// The engine: compiles a flow to a plan and runs it page by page. Knows no database and no framework.
export * from './ports';
