-- Empties a slot that is to be rebuilt, one page of keys at a time.
-- KEYS: position, outcomes, outcome times   ARGV: pattern of the partition's accounts, keys to look at
-- Returns 1 when nothing is left and the slot stands at 0, or was not to be emptied; 0 when there is more.
-- Finding, deleting and remembering how far it came are one step: whoever calls goes on where the last one stopped, however
-- many call, and a store that goes back goes back with its place. A place is of one run of the server, whose hash has the
-- run's own order: after a restart the search begins anew. The accounts are not named as keys because nobody knows them:
-- that is what SCAN is for; their tag keeps them on the node of the position.
if tonumber(redis.call('HGET', KEYS[1], 'position') or '0') >= 0 then
  return 1
end
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local of, place = string.match(redis.call('HGET', KEYS[1], 'emptying') or '', '^(%x+) (%d+)$')
local page = redis.call('SCAN', of == run and place or '0', 'MATCH', ARGV[1], 'COUNT', ARGV[2])
redis.call('UNLINK', KEYS[2], KEYS[3], unpack(page[2]))
if page[1] ~= '0' then
  redis.call('HSET', KEYS[1], 'emptying', run .. ' ' .. page[1])
  return 0
end
redis.call('HSET', KEYS[1], 'emptying', '', 'position', '0')
return 1
