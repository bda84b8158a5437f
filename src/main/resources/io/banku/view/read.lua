-- One consistent look at a partition's slot: its position, how far accounts stand ahead ('' when it is not torn) with the leader
-- epoch of that, then the accounts asked for.
-- KEYS: position, account...   Returns: {position, torn, tornEpoch, {field, value, ...} per account}
local at = redis.call('HMGET', KEYS[1], 'position', 'torn', 'tornEpoch')
local answer = {at[1] or '0', at[2] or '', at[3] or ''}
for i = 2, #KEYS do
  answer[i + 2] = account(KEYS[i])
end
return answer
