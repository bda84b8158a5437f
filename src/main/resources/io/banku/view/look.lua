-- What a decider needs of a partition's slot, all of one moment.
-- KEYS: position, outcomes, account...   ARGV: command id...
-- Returns {position, log id or '', next command, where it stood when it was last rebuilt, 1 or 0 per id (has it an outcome?),
-- {field, value, ...} per account}.
local at = redis.call('HMGET', KEYS[1], 'position', 'logId', 'nextCommand', 'rebuildingTo')
local answer = {at[1] or '0', at[2] or '', at[3] or '0', at[4] or '0'}
for i = 1, #ARGV do
  answer[#answer + 1] = redis.call('HEXISTS', KEYS[2], ARGV[i])
end
for i = 3, #KEYS do
  answer[#answer + 1] = redis.call('HGETALL', KEYS[i])
end
return answer
