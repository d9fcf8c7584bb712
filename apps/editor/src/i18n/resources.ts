// All sentences of the interface by language and area. English is the shape the other two must have.
import enCodes from './en/codes.json';
import enCommon from './en/common.json';
import enConnections from './en/connections.json';
import enEditor from './en/editor.json';
import enFailures from './en/failures.json';
import enFields from './en/fields.json';
import enFlows from './en/flows.json';
import enHome from './en/home.json';
import enRuns from './en/runs.json';
import enSchedules from './en/schedules.json';
import enStores from './en/stores.json';
import enStory from './en/story.json';
import enTriggers from './en/triggers.json';
import esCodes from './es/codes.json';
import esCommon from './es/common.json';
import esConnections from './es/connections.json';
import esEditor from './es/editor.json';
import esFailures from './es/failures.json';
import esFields from './es/fields.json';
import esFlows from './es/flows.json';
import esHome from './es/home.json';
import esRuns from './es/runs.json';
import esSchedules from './es/schedules.json';
import esStores from './es/stores.json';
import esStory from './es/story.json';
import esTriggers from './es/triggers.json';
import ptCodes from './pt/codes.json';
import ptCommon from './pt/common.json';
import ptConnections from './pt/connections.json';
import ptEditor from './pt/editor.json';
import ptFailures from './pt/failures.json';
import ptFields from './pt/fields.json';
import ptFlows from './pt/flows.json';
import ptHome from './pt/home.json';
import ptRuns from './pt/runs.json';
import ptSchedules from './pt/schedules.json';
import ptStores from './pt/stores.json';
import ptStory from './pt/story.json';
import ptTriggers from './pt/triggers.json';

const en = {
  ...enCommon,
  codes: enCodes,
  connections: enConnections,
  editor: enEditor,
  failures: enFailures,
  fields: enFields,
  flows: enFlows,
  home: enHome,
  runs: enRuns,
  schedules: enSchedules,
  stores: enStores,
  story: enStory,
  triggers: enTriggers,
};

/** The shape every language has. */
export type Sentences = typeof en;

const es: Sentences = {
  ...esCommon,
  codes: esCodes,
  connections: esConnections,
  editor: esEditor,
  failures: esFailures,
  fields: esFields,
  flows: esFlows,
  home: esHome,
  runs: esRuns,
  schedules: esSchedules,
  stores: esStores,
  story: esStory,
  triggers: esTriggers,
};

const pt: Sentences = {
  ...ptCommon,
  codes: ptCodes,
  connections: ptConnections,
  editor: ptEditor,
  failures: ptFailures,
  fields: ptFields,
  flows: ptFlows,
  home: ptHome,
  runs: ptRuns,
  schedules: ptSchedules,
  stores: ptStores,
  story: ptStory,
  triggers: ptTriggers,
};

export const resources = { en, es, pt };
