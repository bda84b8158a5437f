-- The log lost something of what is in a slot, or came before it: from here on nothing is applied to the slot, decided on it
-- or read from it as if it were certain, until it is rebuilt. The first words stay.
-- KEYS: position   ARGV: what is gone, how often the slot had been rebuilt from a log that lost something when that was found
-- Returns what is written there now, '' when the slot was rebuilt so since.
local at = redis.call('HMGET', KEYS[1], 'gap', 'losses')
if at[1] and at[1] ~= '' then
  return {at[1]}
end
if tonumber(at[2] or '0') > tonumber(ARGV[2]) then
  return {''}
end
redis.call('HSET', KEYS[1], 'gap', ARGV[1])
return {ARGV[1]}
