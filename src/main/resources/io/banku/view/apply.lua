-- Moves a partition's view from one position to the next, or writes nothing.
-- KEYS: position, account..., and where there are outcomes of commands: outcomes, outcome times
-- ARGV: expected, next, epoch, expected epoch, whole, log id, partitions, projection version, number of outcomes; then per account: n, balance
-- (empty when none of these five is to be touched), mainframeBalance, version, offset, updatedAt, n times field and value. The five stand in
-- every change: without their names a script is a third cheaper. Where there are outcomes, then: next command, the most that
-- outcomes age from one command to the next, how long they are kept (both in ms), and per outcome, in the order of the log:
-- command id, time of the command, the outcome as JSON.
-- Returns {0, next} when applied, {1, position} when the view stands elsewhere, or in another epoch, {2, position} when it is torn and the
-- changes are not whole accounts, {3, position} when the log lost something of what is in it, {4, log id} when it is
-- another log's.
-- Values are absolute and no arithmetic happens here: Lua's numbers are doubles. 'torn' is written first and emptied
-- last: a run that does not come to its end leaves it behind, with the position that it was on its way to. Until that
-- position is reached accounts may stand ahead, each at the offset that it names, and only whole ones are written over
-- them: fields that changed, written beside those of another state, would mix the two.
-- Outcomes come before accounts, and one that is there stays: it says what the account was like right after its event, which
-- can be told again only as long as no account stands ahead.
-- Outcomes age by a time of the slot's own, outcomeTime: from one command to the next it goes by as much as their times
-- differ, never back, and by a little at most, so that a clock which is days ahead for a while removes none.
local at = redis.call('HMGET', KEYS[1], 'position', 'logId', 'torn', 'gap', 'epoch')
if at[2] and at[2] ~= ARGV[6] then
  return {4, at[2]}
end
local position = at[1] or '0'
if at[4] and at[4] ~= '' then
  return {3, position}
end
if position ~= ARGV[1] then
  return {1, position}
end
if ARGV[4] ~= '' and at[5] and at[5] ~= '' and at[5] ~= ARGV[4] then
  return {1, position} -- the record before it is another one than the one that was read
end
local torn = at[3] or ''
if torn ~= '' and ARGV[5] ~= '1' then
  return {2, position}
end

local outcomes = tonumber(ARGV[9])
local last_account = outcomes > 0 and #KEYS - 2 or #KEYS
local a = 10
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

local first_outcome = a - 3 * outcomes
local ahead = torn ~= '' and tonumber(torn) > tonumber(ARGV[2])
if not ahead and #KEYS > 1 then
  redis.call('HSET', KEYS[1], 'torn', ARGV[2])
end
local moved = {'torn', ahead and torn or '', 'position', ARGV[2], 'epoch', ARGV[3]}
local oldest
if outcomes > 0 then
  local kept, times = KEYS[#KEYS - 1], KEYS[#KEYS]
  local before = redis.call('HMGET', KEYS[1], 'nextCommand', 'commandTime', 'outcomeTime')
  local last = tonumber(before[2] or '') or tonumber(ARGV[first_outcome + 1])
  local age, most = tonumber(before[3] or '') or last, tonumber(ARGV[first_outcome - 2])
  for o = first_outcome, #ARGV, 3 do
    local time = tonumber(ARGV[o + 1])
    age = age + math.max(0, math.min(time - last, most))
    last = time
    redis.call('HSETNX', kept, ARGV[o], ARGV[o + 2])
    redis.call('ZADD', times, string.format('%.0f', age), ARGV[o])
  end
  oldest = string.format('(%.0f', age - ARGV[first_outcome - 1])
  local next_command = ARGV[first_outcome - 3]
  if before[1] and tonumber(before[1]) > tonumber(next_command) then
    next_command = before[1]
  end
  moved = {'nextCommand', next_command, 'commandTime', string.format('%.0f', last),
    'outcomeTime', string.format('%.0f', age), unpack(moved)}
end
a = 10
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
if oldest then
  local kept, times = KEYS[#KEYS - 1], KEYS[#KEYS]
  repeat
    local old = redis.call('ZRANGEBYSCORE', times, '-inf', oldest, 'LIMIT', 0, 1000)
    if #old > 0 then
      redis.call('HDEL', kept, unpack(old))
      redis.call('ZREM', times, unpack(old))
    end
  until #old < 1000
end
redis.call('HSET', KEYS[1], 'logId', ARGV[6], 'partitions', ARGV[7], 'projection', ARGV[8], unpack(moved))
return {0, ARGV[2]}
