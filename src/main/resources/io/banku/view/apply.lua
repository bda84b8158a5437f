-- Moves a partition's view from one position to the next, or writes nothing.
-- KEYS: position, account..., and where there are outcomes of commands: outcomes, outcome times
-- ARGV: the thirteen that are named below, the last of them what becomes of the accounts, an array of texts as MessagePack, as
-- an argument for each costs more. In it per account its five movements: balance (empty when they are not to be touched),
-- mainframe balance, version, offset, time. Of the first accounts, as many as 'only' says, that is all; each other one has then
-- twice a number of fields and each field and its value: first those of the account, then those of the key for what is long or
-- rare. A field with an empty value is removed. The movements stand in every change: without their names a script is a third
-- cheaper. Where there are outcomes, then: next command, the most that outcomes age from one command to the next, how long they are kept (both in ms),
-- and per outcome, in the order of the log: command id, time of the command, the outcome as JSON.
-- Returns {0, to} when applied, {1, position} when the view stands elsewhere, or in another epoch, {2, position} when it is not
-- as torn, or whole, as it was when it was read, or when it is torn, and whoever comes does not know the log to have still what
-- that run had read, {3, position} when the log lost something of what is in it, {4, log id} when it is another log's.
-- Values are absolute and no arithmetic happens here: Lua's numbers are doubles. 'torn' is written first and emptied
-- last: a run that does not come to its end leaves it behind, with the position that it was on its way to, and 'tornEpoch',
-- the leader epoch of the record before that, and 'tornBy', a word that no two runs share: what was read of a slot that was torn
-- by one is not written over what another has left. Until that position is reached accounts may stand ahead, each at the offset that
-- it names, and only whole ones are written over them: fields that changed, written beside those of another state, would mix
-- the two. Whoever comes asks Kafka first, before the records that he brings, whether that one is still there: a log that
-- lost it has others at those offsets, which an account ahead would take for those that it has.
-- Outcomes come before accounts, and one that is there stays: it says what the account was like right after its event, which
-- can be told again only as long as no account stands ahead.
-- Outcomes age by a time of the slot's own, outcomeTime: from one command to the next it goes by as much as their times
-- differ, never back, and by a little at most, so that a clock which is days ahead for a while removes none.
local expected, to, epoch, expected_epoch, over, known_ahead, word, log_id, partitions, projection, outcomes, only, packed =
  unpack(ARGV, 1, 13)

local at = redis.call('HMGET', KEYS[1], 'position', 'logId', 'torn', 'gap', 'epoch', 'tornEpoch', 'tornBy')
if at[2] and at[2] ~= log_id then
  return {4, at[2]}
end
local position = at[1] or '0'
if at[4] and at[4] ~= '' then
  return {3, position}
end
if position ~= expected then
  return {1, position}
end
if expected_epoch ~= '' and at[5] and at[5] ~= '' and at[5] ~= expected_epoch then
  return {1, position} -- the record before it is another one than the one that was read
end
local torn = at[3] or ''
local tear = torn .. ' ' .. (at[6] or '')
local is = torn == '' and 'whole' or tear .. ' ' .. (at[7] or '')
local ahead = torn ~= '' and tonumber(torn) > tonumber(to)
if over ~= 'any' and over ~= is or torn ~= '' and known_ahead ~= tear then
  return {2, position}
end

-- The key for what is long or rare of the account at a key.
local function more_of(key)
  return (key:gsub(':account:', ':account-more:', 1))
end

-- What keeps an account apart from the others, by the field that says so: the ids of those that have it, in the order of
-- their bytes. They stand in no field of an ordinary account, so an ordinary event asks nothing of this.
local lists = {parkedReason = 'parked', suspense = 'suspense', breaks = 'breaks', openBreaks = 'open-breaks'}
local function list_of(field)
  return lists[field] and (KEYS[1]:gsub(':position$', ':accounts-with-' .. lists[field]))
end

local values = cmsgpack.unpack(packed)

-- The place behind the fields that are counted at a place.
local function behind(v)
  local n = tonumber(values[v] or '')
  return n and n >= 0 and v + 1 + 2 * n
end

only, outcomes = tonumber(only), tonumber(outcomes)
local last_account = outcomes > 0 and #KEYS - 2 or #KEYS
local last_only = 1 + only
local v = 1 + 5 * only
for i = last_only + 1, last_account do
  local more = behind(v + 5)
  local after = more and behind(more)
  if not after or after > #values + 1 or (values[v] == '' and after == v + 7) then
    return redis.error_reply('BNK-6003 expected fields for ' .. KEYS[i] .. ', found a malformed argument list')
  end
  if values[more] ~= '0' then
    local key = more_of(KEYS[i])
    local kind = redis.call('TYPE', key).ok
    if kind ~= 'hash' and kind ~= 'none' then -- or the account would be written and the rest of it not
      return redis.error_reply('BNK-6016 expected a hash at ' .. key .. ', found a ' .. kind)
    end
    for f = more + 1, after - 1, 2 do
      local list = list_of(values[f])
      kind = list and redis.call('TYPE', list).ok or 'none'
      if kind ~= 'zset' and kind ~= 'none' then
        return redis.error_reply('BNK-6016 expected a sorted set at ' .. list .. ', found a ' .. kind)
      end
    end
  end
  v = after
end
local a = 14 + (outcomes > 0 and 3 + 3 * outcomes or 0)
if last_only > last_account or v ~= #values + 1 or a ~= #ARGV + 1 then
  return redis.error_reply('BNK-6003 expected ' .. (last_account - 1) .. ' accounts and ' .. outcomes
    .. ' outcomes, found another number of arguments')
end

local first_outcome = a - 3 * outcomes
if #KEYS > 1 then
  redis.call('HSET', KEYS[1], 'torn', ahead and torn or to, 'tornEpoch', ahead and (at[6] or '') or epoch, 'tornBy', word)
end
local moved = {'position', to, 'epoch', epoch}
if not ahead then
  moved = {'torn', '', 'tornEpoch', '', 'tornBy', '', unpack(moved)}
end
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

-- Writes the fields that are counted at a place, beside others, and returns the place behind them.
local function put(key, v, set)
  local after, gone = behind(v), {}
  for f = v + 1, after - 1, 2 do
    if values[f + 1] == '' then
      gone[#gone + 1] = values[f]
    else
      set[#set + 1] = values[f]
      set[#set + 1] = values[f + 1]
    end
  end
  if #set > 0 then
    redis.call('HSET', key, unpack(set))
  end
  if #gone > 0 then
    redis.call('HDEL', key, unpack(gone))
  end
  return after
end

-- Lists an account under what it has of the fields that are counted at a place, and no more under what it has not.
local function list(key, v)
  local after = behind(v)
  for f = v + 1, after - 1, 2 do
    local list = list_of(values[f])
    if list then
      local id = string.sub(key, #KEYS[1] - #'position' + #'account:' + 1)
      if values[f + 1] == '' then
        redis.call('ZREM', list, id)
      else
        redis.call('ZADD', list, '0', id)
      end
    end
  end
end

local call, keys = redis.call, KEYS
v = 1
for i = 2, last_only do
  call('HSET', keys[i], 'b', values[v], 'm', values[v + 1], 'v', values[v + 2], 'o', values[v + 3], 't', values[v + 4])
  v = v + 5
end
for i = last_only + 1, last_account do
  local movements = {}
  if values[v] ~= '' then
    movements = {'b', values[v], 'm', values[v + 1], 'v', values[v + 2], 'o', values[v + 3], 't', values[v + 4]}
  end
  v = put(keys[i], v + 5, movements)
  list(keys[i], v)
  v = put(more_of(keys[i]), v, {})
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
redis.call('HSET', KEYS[1], 'logId', log_id, 'partitions', partitions, 'projection', projection, unpack(moved))
return {0, to}
