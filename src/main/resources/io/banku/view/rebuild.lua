-- A partition's slot is to be rebuilt: from here on it stands nowhere, so that nothing is applied to it, decided on it or
-- read from it as if it were whole. One command writes all of that: it cannot be torn.
-- What was found missing of the topic of commands is forgotten: whoever decides looks anew.
-- KEYS: position, commands   ARGV: log id, time
-- Returns {0, position, where readers may read again, when it began, how often it was rebuilt}, {1, log id} when it is
-- another log's. A slot that is being emptied already stays as it is.
local at = redis.call('HMGET', KEYS[1], 'logId', 'position', 'rebuildingTo', 'rebuildBegan', 'rebuilds')
if at[1] and at[1] ~= ARGV[1] then
  return {1, at[1]}
end
local position, to, rebuilds = at[2] or '0', at[3] or '0', at[5] or '0'
if tonumber(position) < 0 then
  return {0, position, to, at[4], rebuilds}
end
if tonumber(position) > tonumber(to) then
  to = position
end
rebuilds = string.format('%.0f', tonumber(rebuilds) + 1)
redis.call('UNLINK', KEYS[2])
redis.call('HSET', KEYS[1], 'position', '-1', 'nextCommand', '0', 'commandTime', '', 'outcomeTime', '', 'torn', '', 'emptying', 'begun',
  'rebuildingTo', to, 'rebuildBegan', ARGV[2], 'rebuilds', rebuilds)
return {0, '-1', to, ARGV[2], rebuilds}
