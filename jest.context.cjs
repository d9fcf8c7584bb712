// Ends the asynchronous contexts that a test file has opened. Each file loads modules of its own, and with them a context of
// its own; Node asks every context that was ever entered at each new promise, for as long as the process lives.
const { AsyncLocalStorage } = require('node:async_hooks');

const { prototype } = AsyncLocalStorage;
const { run, enterWith } = prototype;
const entered = new Set();

prototype.run = function (...args) {
  entered.add(this);
  return run.apply(this, args);
};
prototype.enterWith = function (...args) {
  entered.add(this);
  return enterWith.apply(this, args);
};

afterAll(() => {
  Object.assign(prototype, { run, enterWith });
  for (const one of entered) one.disable();
});
