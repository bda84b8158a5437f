-- One consistent look at a partition's slot: its position, whether it is torn, then the accounts asked for.
-- KEYS: position, account...   Returns: {position, 1 when torn or 0, {field, value, ...} per account}
local at = redis.call('HMGET', KEYS[1], 'position', 'torn')
local answer = {at[1] or '0', at[2] and at[2] ~= '' and 1 or 0}
for i = 2, #KEYS do
  answer[i + 1] = account(KEYS[i])
end
return answer
