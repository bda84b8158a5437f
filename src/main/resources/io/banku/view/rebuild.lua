-- A partition's slot is to be rebuilt: from here on it stands nowhere, so that nothing is applied to it, decided on it or
-- read from it as if it were whole. One command writes all of that: it cannot be torn.
-- What was found missing of the topic of commands is forgotten: whoever decides looks anew. What was found missing of the
-- log is lost for good, and the slot will stand where the log ends; what was seen of it before counts no more. That is only
-- for what was known when the rebuild was asked for: what was found since, nobody has given up.
-- KEYS: position, commands   ARGV: log id, time, where the log ends, what was known to be missing of it ('' for nothing)
-- Returns {0, the fields that say where the slot stands (SlotState)}, {1, log id} when it is another log's. A slot that
-- is being emptied already stays as it is, and so does one of which more is missing than was known.
local at = redis.call('HMGET', KEYS[1], 'logId', 'position', 'rebuildingTo', 'rebuildBegan', 'losses', 'gap',
  'torn', 'tornEpoch')
if at[1] and at[1] ~= ARGV[1] then
  return {1, at[1]}
end
local position, to, losses = at[2] or '0', at[3] or '0', at[5] or '0'
local gap = at[6] or ''
local lost = gap ~= ''
if (tonumber(position) < 0 and not lost) or (lost and gap ~= ARGV[4]) then
  return {0, position, '', to, at[4] or '', losses, gap, at[7] or '', at[8] or ''}
end
if lost then
  to = ARGV[3]
  losses = string.format('%.0f', tonumber(losses) + 1)
elseif tonumber(position) > tonumber(to) then
  to = position
end
redis.call('UNLINK', KEYS[2])
redis.call('HSET', KEYS[1], 'position', '-1', 'epoch', '', 'nextCommand', '0', 'commandTime', '', 'outcomeTime', '', 'torn', '',
  'tornEpoch', '', 'tornBy', '', 'emptying', 'begun', 'rebuildingTo', to, 'rebuildBegan', ARGV[2], 'losses', losses, 'gap', '')
return {0, '-1', '', to, ARGV[2], losses, '', '', ''}
