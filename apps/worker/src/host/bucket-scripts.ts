// The token bucket as Redis runs it: one hash per bucket, time from Redis' own clock, so that all workers agree.
// tokens = min(burst, tokens + elapsed × rate); nothing is given while the bucket is paused.

/** KEYS[1] bucket; ARGV rate per second, burst, wanted. Answers {granted, ms to wait, whole tokens left}. */
export const leaseScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local rate, burst, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local state = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'pause')
local tokens, at, pause = tonumber(state[1]) or burst, tonumber(state[2]) or now, tonumber(state[3]) or 0
if pause > now then return {0, pause - now, 0} end
tokens = math.min(burst, tokens + math.max(0, now - math.max(at, pause)) * rate / 1000)
local granted = math.max(0, math.min(math.floor(tokens), wanted))
local wait = 0
if granted == 0 then wait = math.ceil((1 - tokens) / rate * 1000) end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens - granted), 'at', now)
redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate * 1000) + 60000)
return {granted, wait, math.floor(tokens - granted)}
`;

/**
 * KEYS[1] bucket; ARGV rate, burst, ms to pause, tokens the other side says remain (-1: unknown). Two tokens of
 * difference are let pass: they tell whole numbers, and calls are on their way.
 */
export const observeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local rate, burst, rest, remaining = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local state = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'pause')
local tokens, at, pause = tonumber(state[1]) or burst, tonumber(state[2]) or now, tonumber(state[3]) or 0
tokens = math.min(burst, tokens + math.max(0, now - math.max(at, pause)) * rate / 1000)
if remaining >= 0 and tokens > remaining + 2 then tokens = remaining end
if rest > 0 then pause = math.max(pause, now + rest) end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', now, 'pause', pause)
redis.call('PEXPIRE', KEYS[1], math.max(0, pause - now) + math.ceil(burst / rate * 1000) + 60000)
return pause
`;
