// All sentences of the interface by language and area. English is the shape the other two must have.
import enCallbacks from './en/callbacks.json';
import enCanvas from './en/canvas.json';
import enChoices from './en/choices.json';
import enCodes from './en/codes.json';
import enCommon from './en/common.json';
import enConnections from './en/connections.json';
import enEditor from './en/editor.json';
import enFailures from './en/failures.json';
import enFields from './en/fields.json';
import enFlows from './en/flows.json';
import enProblems from './en/problems.json';
import enMapping from './en/mapping.json';
import enPrograms from './en/programs.json';
import enProvider from './en/provider.json';
import enKeys from './en/keys.json';
import enLive from './en/live.json';
import enRows from './en/rows.json';
import enHome from './en/home.json';
import enRuns from './en/runs.json';
import enSchedules from './en/schedules.json';
import enStart from './en/start.json';
import enStores from './en/stores.json';
import enStory from './en/story.json';
import enTour from './en/tour.json';
import enTriggers from './en/triggers.json';
import esCallbacks from './es/callbacks.json';
import esCanvas from './es/canvas.json';
import enVersions from './en/versions.json';
import esChoices from './es/choices.json';
import esCodes from './es/codes.json';
import esCommon from './es/common.json';
import esConnections from './es/connections.json';
import esEditor from './es/editor.json';
import esFailures from './es/failures.json';
import esFields from './es/fields.json';
import esFlows from './es/flows.json';
import esProblems from './es/problems.json';
import esMapping from './es/mapping.json';
import esPrograms from './es/programs.json';
import esProvider from './es/provider.json';
import esKeys from './es/keys.json';
import esLive from './es/live.json';
import esRows from './es/rows.json';
import esHome from './es/home.json';
import esRuns from './es/runs.json';
import esSchedules from './es/schedules.json';
import esStart from './es/start.json';
import esStores from './es/stores.json';
import esStory from './es/story.json';
import esTour from './es/tour.json';
import esTriggers from './es/triggers.json';
import ptCallbacks from './pt/callbacks.json';
import ptCanvas from './pt/canvas.json';
import esVersions from './es/versions.json';
import ptChoices from './pt/choices.json';
import ptCodes from './pt/codes.json';
import ptCommon from './pt/common.json';
import ptConnections from './pt/connections.json';
import ptEditor from './pt/editor.json';
import ptFailures from './pt/failures.json';
import ptFields from './pt/fields.json';
import ptFlows from './pt/flows.json';
import ptProblems from './pt/problems.json';
import ptMapping from './pt/mapping.json';
import ptPrograms from './pt/programs.json';
import ptProvider from './pt/provider.json';
import ptKeys from './pt/keys.json';
import ptLive from './pt/live.json';
import ptRows from './pt/rows.json';
import ptHome from './pt/home.json';
import ptRuns from './pt/runs.json';
import ptSchedules from './pt/schedules.json';
import ptStart from './pt/start.json';
import ptStores from './pt/stores.json';
import ptStory from './pt/story.json';
import ptTour from './pt/tour.json';
import ptTriggers from './pt/triggers.json';
import ptVersions from './pt/versions.json';

const en = {
  ...enCommon,
  callbacks: enCallbacks,
  canvas: enCanvas,
  choices: enChoices,
  codes: enCodes,
  connections: enConnections,
  editor: enEditor,
  failures: enFailures,
  fields: enFields,
  flows: enFlows,
  problems: enProblems,
  mapping: enMapping,
  keys: enKeys,
  live: enLive,
  rows: enRows,
  home: enHome,
  runs: enRuns,
  schedules: enSchedules,
  start: enStart,
  stores: enStores,
  story: enStory,
  tour: enTour,
  programs: enPrograms,
  provider: enProvider,
  triggers: enTriggers,
  versions: enVersions,
};

/** The shape every language has. */
export type Sentences = typeof en;

const es: Sentences = {
  ...esCommon,
  callbacks: esCallbacks,
  canvas: esCanvas,
  choices: esChoices,
  codes: esCodes,
  connections: esConnections,
  editor: esEditor,
  failures: esFailures,
  fields: esFields,
  flows: esFlows,
  problems: esProblems,
  mapping: esMapping,
  keys: esKeys,
  live: esLive,
  rows: esRows,
  home: esHome,
  runs: esRuns,
  schedules: esSchedules,
  start: esStart,
  stores: esStores,
  story: esStory,
  tour: esTour,
  programs: esPrograms,
  provider: esProvider,
  triggers: esTriggers,
  versions: esVersions,
};

const pt: Sentences = {
  ...ptCommon,
  callbacks: ptCallbacks,
  canvas: ptCanvas,
  choices: ptChoices,
  codes: ptCodes,
  connections: ptConnections,
  editor: ptEditor,
  failures: ptFailures,
  fields: ptFields,
  flows: ptFlows,
  problems: ptProblems,
  mapping: ptMapping,
  keys: ptKeys,
  live: ptLive,
  rows: ptRows,
  home: ptHome,
  runs: ptRuns,
  schedules: ptSchedules,
  start: ptStart,
  stores: ptStores,
  story: ptStory,
  tour: ptTour,
  programs: ptPrograms,
  provider: ptProvider,
  triggers: ptTriggers,
  versions: ptVersions,
};

export const resources = { en, es, pt };
