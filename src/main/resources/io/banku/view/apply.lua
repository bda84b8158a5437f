-- Moves a partition's view from one position to the next, or writes nothing.
-- KEYS: position, account..., and where there are outcomes of commands: outcomes, outcome times
-- ARGV: expected, next, log id, partitions, projection version, number of outcomes, then per account: the offset it was computed from ('' for
-- any), balance ('' when none of these five is to be touched), mainframeBalance, version, offset, updatedAt, n, n times
-- field and value. The five stand in every change: without their names a script is a third cheaper.
-- Where there are outcomes, then: next command, time of the latest command, how long outcomes are kept (both in ms), and per
-- outcome: command id, time of the command, the outcome as JSON. Times and places of commands only rise, except that all of
-- a slot goes back at once.
-- Returns {1, next} when applied, {0, position} when the view or an account stands elsewhere, {-1, log id} when it is
-- another log's.
-- Values are absolute and no arithmetic happens here: Lua's numbers are doubles. A run that is torn by a crash after
-- some accounts heals: the position is still the old one, and every account knows the offset it has reached. Only fields
-- that changed are sent, so an account that a torn run has moved on must not be written from an older state.
local at = redis.call('HMGET', KEYS[1], 'position', 'logId')
if at[2] and at[2] ~= ARGV[3] then
  return {-1, at[2]}
end
local position = at[1] or '0'
if position ~= ARGV[1] then
  return {0, position}
end

local first = {}
local a = 7
local outcomes = tonumber(ARGV[6])
local last_account = outcomes > 0 and #KEYS - 2 or #KEYS
for i = 2, last_account do
  local from = ARGV[a]
  local n = tonumber(ARGV[a + 6])
  if not n or a + 6 + 2 * n > #ARGV or (n < 1 and ARGV[a + 1] == '') then
    return redis.error_reply('BNK-6003 expected fields for ' .. KEYS[i] .. ', found a malformed argument list')
  end
  if from ~= '' and (redis.call('HGET', KEYS[i], 'offset') or '-1') ~= from then
    return {0, position}
  end
  first[i] = a + 1
  a = a + 7 + 2 * n
end
local commands = a
if outcomes > 0 then
  a = a + 3 + 3 * outcomes
end
if a ~= #ARGV + 1 then
  return redis.error_reply('BNK-6003 expected ' .. (last_account - 1) .. ' accounts and ' .. outcomes
    .. ' outcomes, found another number of arguments')
end

for i = 2, last_account do
  local f = first[i]
  local last = (first[i + 1] or commands + 1) - 2
  if ARGV[f] == '' then
    redis.call('HSET', KEYS[i], unpack(ARGV, f + 6, last))
  else
    redis.call('HSET', KEYS[i], 'balance', ARGV[f], 'mainframeBalance', ARGV[f + 1], 'version', ARGV[f + 2],
      'offset', ARGV[f + 3], 'updatedAt', ARGV[f + 4], unpack(ARGV, f + 6, last))
  end
end
if outcomes > 0 then
  local kept, times = KEYS[#KEYS - 1], KEYS[#KEYS]
  for o = commands + 3, #ARGV, 3 do
    redis.call('HSET', kept, ARGV[o], ARGV[o + 2])
    redis.call('ZADD', times, ARGV[o + 1], ARGV[o])
  end
  local before = redis.call('HMGET', KEYS[1], 'nextCommand', 'commandTime')
  local next_command, time = ARGV[commands], ARGV[commands + 1]
  if before[1] and tonumber(before[1]) > tonumber(next_command) then
    next_command = before[1]
  end
  if before[2] and tonumber(before[2]) > tonumber(time) then
    time = before[2]
  end
  local until_then = string.format('(%.0f', time - ARGV[commands + 2])
  repeat
    local old = redis.call('ZRANGEBYSCORE', times, '-inf', until_then, 'LIMIT', 0, 1000)
    if #old > 0 then
      redis.call('HDEL', kept, unpack(old))
      redis.call('ZREM', times, unpack(old))
    end
  until #old < 1000
  redis.call('HSET', KEYS[1], 'nextCommand', next_command, 'commandTime', time)
end
redis.call('HSET', KEYS[1], 'logId', ARGV[3], 'partitions', ARGV[4], 'projection', ARGV[5], 'position', ARGV[2])
return {1, ARGV[2]}
