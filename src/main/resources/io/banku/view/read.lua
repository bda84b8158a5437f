-- One consistent look at a partition's slot: its position, then the accounts asked for.
-- KEYS: position, account...   Returns: {position, {field, value, ...} per account}
local answer = {redis.call('HGET', KEYS[1], 'position') or '0'}
for i = 2, #KEYS do
  answer[i] = redis.call('HGETALL', KEYS[i])
end
return answer
