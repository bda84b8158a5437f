-- A partition's slot is to be rebuilt: from here on it stands nowhere, so that nothing is applied to it, decided on it or
-- read from it as if it were whole. One command writes all of that: it cannot be torn.
-- What was found missing of the topic of commands is forgotten: whoever decides looks anew. What was found missing of the
-- log is lost for good, and the slot will stand where the log ends; what was seen of it before counts no more.
-- KEYS: position, commands   ARGV: log id, time, where the log ends
-- Returns {0, the fields that say where the slot stands (SlotState)}, {1, log id} when it is another log's. A slot that
-- is being emptied already stays as it is.
local at = redis.call('HMGET', KEYS[1], 'logId', 'position', 'rebuildingTo', 'rebuildBegan', 'losses', 'gap')
if at[1] and at[1] ~= ARGV[1] then
  return {1, at[1]}
end
local position, to, losses = at[2] or '0', at[3] or '0', at[5] or '0'
local lost = at[6] and at[6] ~= ''
if tonumber(position) < 0 and not lost then
  return {0, position, '', to, at[4] or '', losses, ''}
end
if lost then
  to = ARGV[3]
  losses = string.format('%.0f', tonumber(losses) + 1)
elseif tonumber(position) > tonumber(to) then
  to = position
end
redis.call('UNLINK', KEYS[2])
redis.call('HSET', KEYS[1], 'position', '-1', 'epoch', '', 'nextCommand', '0', 'commandTime', '', 'outcomeTime', '', 'torn', '',
  'emptying', 'begun', 'rebuildingTo', to, 'rebuildBegan', ARGV[2], 'losses', losses, 'gap', '')
return {0, '-1', '', to, ARGV[2], losses, ''}
