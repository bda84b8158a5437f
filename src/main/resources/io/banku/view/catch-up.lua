-- A slot stands before where somebody saw it: it went back. Until it stands there again it answers nothing, as in a rebuild.
-- KEYS: position   ARGV: where it was seen, how often it had been rebuilt from a log that lost something
-- Returns 1, or 0 when it stands there again, is known to catch up, or was rebuilt so since.
local at = redis.call('HMGET', KEYS[1], 'position', 'rebuildingTo', 'losses')
local seen = tonumber(ARGV[1])
if tonumber(at[3] or '0') > tonumber(ARGV[2]) or tonumber(at[1] or '0') >= seen or tonumber(at[2] or '0') >= seen then
  return 0
end
redis.call('HSET', KEYS[1], 'rebuildingTo', ARGV[1])
return 1
