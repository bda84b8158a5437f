-- Moves a partition's view from one position to the next, or writes nothing.
-- KEYS: position, account..., and where there are outcomes of commands: outcomes, outcome times
-- ARGV: expected, next, whole, log id, partitions, projection version, number of outcomes; then per account: n, balance
-- (empty when none of these five is to be touched), mainframeBalance, version, offset, updatedAt, n times field and value. The five stand in
-- every change: without their names a script is a third cheaper. Where there are outcomes, then: next command, time of the
-- latest command, how long outcomes are kept (both in ms), and per outcome: command id, time of the command, the outcome as
-- JSON. Times and places of commands only rise, except that all of a slot goes back at once.
-- Returns {0, next} when applied, {1, position} when the view stands elsewhere, {2, position} when it is torn and the
-- changes are not whole accounts, {3, log id} when it is another log's.
-- Values are absolute and no arithmetic happens here: Lua's numbers are doubles. 'torn' is written first and emptied
-- last: a run that does not come to its end leaves it behind, with the position that it was on its way to. Until that
-- position is reached accounts may stand ahead, each at the offset that it names, and only whole ones are written over
-- them: fields that changed, written beside those of another state, would mix the two.
local at = redis.call('HMGET', KEYS[1], 'position', 'logId', 'torn')
if at[2] and at[2] ~= ARGV[4] then
  return {3, at[2]}
end
local position = at[1] or '0'
if position ~= ARGV[1] then
  return {1, position}
end
local torn = at[3] or ''
if torn ~= '' and ARGV[3] ~= '1' then
  return {2, position}
end

local outcomes = tonumber(ARGV[7])
local last_account = outcomes > 0 and #KEYS - 2 or #KEYS
local a = 8
for i = 2, last_account do
  local n = tonumber(ARGV[a])
  if not n or a + 5 + 2 * n > #ARGV or (n < 1 and ARGV[a + 1] == '') then
    return redis.error_reply('BNK-6003 expected fields for ' .. KEYS[i] .. ', found a malformed argument list')
  end
  a = a + 6 + 2 * n
end
if outcomes > 0 then
  a = a + 3 + 3 * outcomes
end
if a ~= #ARGV + 1 then
  return redis.error_reply('BNK-6003 expected ' .. (last_account - 1) .. ' accounts and ' .. outcomes
    .. ' outcomes, found another number of arguments')
end

local ahead = torn ~= '' and tonumber(torn) > tonumber(ARGV[2])
if not ahead and #KEYS > 1 then
  redis.call('HSET', KEYS[1], 'torn', ARGV[2])
end
a = 8
for i = 2, last_account do
  local n = ARGV[a]
  if n == '0' then
    redis.call('HSET', KEYS[i], 'balance', ARGV[a + 1], 'mainframeBalance', ARGV[a + 2], 'version', ARGV[a + 3],
      'offset', ARGV[a + 4], 'updatedAt', ARGV[a + 5])
    a = a + 6
  else
    local last = a + 5 + 2 * n
    if ARGV[a + 1] == '' then
      redis.call('HSET', KEYS[i], unpack(ARGV, a + 6, last))
    else
      redis.call('HSET', KEYS[i], 'balance', ARGV[a + 1], 'mainframeBalance', ARGV[a + 2], 'version', ARGV[a + 3],
        'offset', ARGV[a + 4], 'updatedAt', ARGV[a + 5], unpack(ARGV, a + 6, last))
    end
    a = last + 1
  end
end
if outcomes > 0 then
  local kept, times = KEYS[#KEYS - 1], KEYS[#KEYS]
  for o = a + 3, #ARGV, 3 do
    redis.call('HSET', kept, ARGV[o], ARGV[o + 2])
    redis.call('ZADD', times, ARGV[o + 1], ARGV[o])
  end
  local before = redis.call('HMGET', KEYS[1], 'nextCommand', 'commandTime')
  local next_command, time = ARGV[a], ARGV[a + 1]
  if before[1] and tonumber(before[1]) > tonumber(next_command) then
    next_command = before[1]
  end
  if before[2] and tonumber(before[2]) > tonumber(time) then
    time = before[2]
  end
  local until_then = string.format('(%.0f', time - ARGV[a + 2])
  repeat
    local old = redis.call('ZRANGEBYSCORE', times, '-inf', until_then, 'LIMIT', 0, 1000)
    if #old > 0 then
      redis.call('HDEL', kept, unpack(old))
      redis.call('ZREM', times, unpack(old))
    end
  until #old < 1000
  redis.call('HSET', KEYS[1], 'nextCommand', next_command, 'commandTime', time)
end
redis.call('HSET', KEYS[1], 'logId', ARGV[4], 'partitions', ARGV[5], 'projection', ARGV[6], 'torn', ahead and torn or '',
  'position', ARGV[2])
return {0, ARGV[2]}
