-- What a decider needs of a partition's slot, all of one moment.
-- KEYS: position, outcomes, account...   ARGV: command id...
-- Returns {log id, next command, the fields that say where the slot stands (SlotState), all of them '' where there is none,
-- 1 or 0 per id (has it an outcome?), {field, value, ...} per account}.
local answer = redis.call('HMGET', KEYS[1], 'logId', 'nextCommand', 'position', 'epoch', 'rebuildingTo',
  'rebuildBegan', 'losses', 'gap', 'torn', 'tornEpoch')
for i = 1, #answer do
  answer[i] = answer[i] or ''
end
for i = 1, #ARGV do
  answer[#answer + 1] = redis.call('HEXISTS', KEYS[2], ARGV[i])
end
for i = 3, #KEYS do
  answer[#answer + 1] = account(KEYS[i])
end
return answer
