-- KEYS: position, account...
-- ARGV: expected, next, leader epoch before next, log id, partitions, how many accounts only move, and an array as MessagePack,
-- as values cost a tenth less so: for each of these accounts balance, mainframe balance, version, offset, time; for each of the
-- others the same, the day of its last movement, and 1 where it is new.
-- Returns {0, next}; or writes nothing: {1, position} where the view stands elsewhere, {2, 0} where it is another log's.
local call, keys, args = redis.call, KEYS, ARGV
local at = call('HMGET', keys[1], 'position', 'logId')
if at[2] and at[2] ~= args[4] then
  return {2, 0}
end
if (at[1] or '0') ~= args[1] then
  return {1, at[1] or '0'}
end
if #keys > 1 then
  call('HSET', keys[1], 'torn', args[2], 'tornEpoch', args[3], 'tornBy', 'pipe')
end
local only, v, a = 1 + tonumber(args[6]), cmsgpack.unpack(args[7]), 1
for i = 2, only do
  call('HSET', keys[i], 'b', v[a], 'm', v[a + 1], 'v', v[a + 2], 'o', v[a + 3], 't', v[a + 4])
  a = a + 5
end
for i = only + 1, #keys do
  if v[a + 6] == '1' then
    call('HSET', keys[i], 'b', v[a], 'm', v[a + 1], 'v', v[a + 2], 'o', v[a + 3], 't', v[a + 4],
      'd', v[a + 5], 'c', 'EUR', 's', 'unopened', 'l', '0')
  else
    call('HSET', keys[i], 'b', v[a], 'm', v[a + 1], 'v', v[a + 2], 'o', v[a + 3], 't', v[a + 4], 'd', v[a + 5])
  end
  a = a + 7
end
call('HSET', keys[1], 'logId', args[4], 'partitions', args[5], 'projection', '4', 'torn', '', 'tornEpoch', '', 'tornBy', '',
  'position', args[2], 'epoch', args[3])
return {0, args[2]}
