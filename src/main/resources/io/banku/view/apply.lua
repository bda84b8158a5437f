-- Moves a partition's view from one position to the next, or writes nothing.
-- KEYS: position, account...
-- ARGV: expected, next, whole, log id, partitions, projection version; then per account: n, balance ('' when none of
-- these five is to be touched), mainframeBalance, version, offset, updatedAt, n times field and value. The five stand in
-- every change: without their names a script is a third cheaper.
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

local a = 7
for i = 2, #KEYS do
  local n = tonumber(ARGV[a])
  if not n or a + 5 + 2 * n > #ARGV or (n < 1 and ARGV[a + 1] == '') then
    return redis.error_reply('BNK-6003 expected fields for ' .. KEYS[i] .. ', found a malformed argument list')
  end
  a = a + 6 + 2 * n
end
if a ~= #ARGV + 1 then
  return redis.error_reply('BNK-6003 expected ' .. (#KEYS - 1) .. ' accounts, found more arguments')
end

local ahead = torn ~= '' and tonumber(torn) > tonumber(ARGV[2])
if not ahead and #KEYS > 1 then
  redis.call('HSET', KEYS[1], 'torn', ARGV[2])
end
a = 7
for i = 2, #KEYS do
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
redis.call('HSET', KEYS[1], 'logId', ARGV[4], 'partitions', ARGV[5], 'projection', ARGV[6], 'torn', ahead and torn or '',
  'position', ARGV[2])
return {0, ARGV[2]}
