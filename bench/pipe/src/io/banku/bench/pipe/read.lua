-- KEYS: account...   Returns for each, one behind the other: balance, mainframe balance, version, offset, day of its last movement
local answer, n = {}, 0
for i = 1, #KEYS do
  local fields = redis.call('HMGET', KEYS[i], 'b', 'm', 'v', 'o', 'd')
  for j = 1, 5 do
    n = n + 1
    answer[n] = fields[j]
  end
end
return answer
