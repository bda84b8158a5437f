-- The outcomes of commands, or none at all while the log lacks something, or the slot is still to be emptied for that: what
-- was lost may be among them.
-- KEYS: position, outcomes   ARGV: command id...   Returns an outcome or nothing per id.
local at = redis.call('HMGET', KEYS[1], 'gap', 'position')
local certain = (not at[1] or at[1] == '') and tonumber(at[2] or '0') >= 0
local answer = {}
for i = 1, #ARGV do
  answer[i] = certain and redis.call('HGET', KEYS[2], ARGV[i])
end
return answer
