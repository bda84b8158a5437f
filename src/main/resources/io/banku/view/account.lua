-- All fields of an account: field, value, ... Where it says that it has more, those of the other key come behind. That key
-- is not named by the caller, who cannot know whether it is there; its tag keeps it on the same node.
local function account(key)
  local fields = redis.call('HGETALL', key)
  for i = 1, #fields, 2 do
    if fields[i] == 'more' then
      for _, each in ipairs(redis.call('HGETALL', (key:gsub(':account:', ':account-more:', 1)))) do
        fields[#fields + 1] = each
      end
      return fields
    end
  end
  return fields
end

