// The token bucket and the breaker as Redis runs them: one hash per bucket and one per service, time from Redis' own
// clock, so that all workers agree. tokens = min(burst − cushion, tokens + elapsed × rate); nothing is given while the
// bucket is paused or its service is away. `rate` and `burst` are the given ones until the other side tells others.

const clock = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/**
 * A new bucket is full, and begins to fill again with the first answer (or two seconds later): the other side counts
 * from the moment the first call arrives, and we must not be ahead of it. A 429 takes a fifth of the rate, once a
 * second at most and down to a tenth; one in a hundred comes back each second.
 */
const bucket = `
${clock}
local given = ARGV[1] .. ':' .. ARGV[2]
local state = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'pause', 'given', 'rate', 'burst', 'part', 'cut')
local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
if state[4] == given then rate, burst = tonumber(state[5]), tonumber(state[6]) end
local cut = tonumber(state[8]) or 0
local part = math.min(1, (tonumber(state[7]) or 1) + math.max(0, now - cut) / 100000)
local cushion = math.min(10, math.floor(burst / 50))
local at, pause = tonumber(state[2]) or now + 2000, tonumber(state[3]) or 0
local tokens = (tonumber(state[1]) or burst) + math.max(0, now - math.max(at, pause)) * rate * part / 1000
tokens = math.min(burst - cushion, tokens)
local function keep()
  redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', math.max(at, now), 'pause', pause, 'given', given,
    'rate', tostring(rate), 'burst', tostring(burst), 'part', tostring(part), 'cut', cut)
  redis.call('PEXPIRE', KEYS[1], math.max(0, pause - now) + math.ceil(burst / rate * 1000) + 60000)
end
`;

/**
 * KEYS[1] bucket, KEYS[2] service or nothing; ARGV rate per second, burst, wanted, ms a probe may take. Answers
 * {granted, ms to wait, whole tokens left, rate, burst, service}: what is known of the service is '' while it answers,
 * 'probe' when the one call was granted that finds out, else 'since status' of its silence.
 */
export const leaseScript = `
${bucket}
local wanted, probing = tonumber(ARGV[3]), false
if KEYS[2] then
  local away = redis.call('HMGET', KEYS[2], 'since', 'status', 'next', 'interval', 'probe')
  if away[1] then
    local known = away[1] .. ' ' .. away[2]
    local due, probe = tonumber(away[3]), tonumber(away[5])
    if now < due then return {0, due - now, 0, tostring(rate), tostring(burst), known} end
    -- Somebody is asking: what comes of it is known soon, but not at once.
    if now < probe then
      return {0, math.min(probe - now, math.max(2000, tonumber(away[4]))), 0, tostring(rate), tostring(burst), known}
    end
    wanted, probing = 1, true
  end
end
if pause > now then return {0, pause - now, 0, tostring(rate), tostring(burst), ''} end
local granted = math.max(0, math.min(math.floor(tokens), wanted))
local wait = 0
if granted == 0 then wait = math.ceil((1 - tokens) / (rate * part) * 1000) end
tokens = tokens - granted
keep()
probing = probing and granted == 1
if probing then redis.call('HSET', KEYS[2], 'probe', now + ARGV[4]) end
return {granted, wait, math.floor(tokens), tostring(rate), tostring(burst), probing and 'probe' or ''}
`;

/**
 * KEYS[1] bucket; ARGV rate, burst, ms to pause, tokens the other side says remain (-1: unknown), 1 for a 429, rate and
 * burst from now on. Half a cushion of difference and two tokens are let pass: they tell whole numbers, and calls are on
 * their way. A 429 means that theirs is empty, whatever we thought.
 */
export const observeScript = `
${bucket}
local rest, remaining = tonumber(ARGV[3]), tonumber(ARGV[4])
at = math.min(at, now)
if remaining >= 0 and tokens > remaining + 2 - cushion / 2 then tokens = remaining - cushion end
if ARGV[5] == '1' then
  tokens = math.min(tokens, 0)
  if now - cut >= 1000 then part, cut = math.max(0.1, part * 0.8), now end
end
if rest > 0 then pause = math.max(pause, now + rest) end
rate, burst = tonumber(ARGV[6]), tonumber(ARGV[7])
keep()
return pause
`;

/**
 * KEYS[1] service; ARGV status, ms until the first probe, longest ms between two. The first silence sets the service
 * away; one that comes when a probe was due is taken for the probe's and doubles the interval; others are late.
 */
export const silenceScript = `
${clock}
local away = redis.call('HMGET', KEYS[1], 'next', 'interval')
local interval = tonumber(ARGV[2])
if away[1] then
  if now < tonumber(away[1]) then return 0 end
  interval = math.min(tonumber(ARGV[3]), tonumber(away[2]) * 2)
else
  redis.call('HSET', KEYS[1], 'since', now)
end
redis.call('HSET', KEYS[1], 'status', ARGV[1], 'next', now + interval, 'interval', interval, 'probe', 0)
redis.call('PEXPIRE', KEYS[1], interval + 600000)
return 1
`;
