-- One consistent look at a partition's slot: its position, how far accounts stand ahead ('' when it is not torn) with the leader
-- epoch of that and by which run, then the accounts asked for.
-- KEYS: position, account...   Returns: {position, torn, tornEpoch, tornBy, {field, value, ...} per account}
local at = redis.call('HMGET', KEYS[1], 'position', 'torn', 'tornEpoch', 'tornBy')
local answer = {at[1] or '0', at[2] or '', at[3] or '', at[4] or ''}
for i = 2, #KEYS do
  answer[i + 3] = account(KEYS[i])
end
return answer
