-- The outcomes of commands, or none at all while the log lacks something: what it lost may be among them.
-- KEYS: position, outcomes   ARGV: command id...   Returns an outcome or nothing per id.
local gap = redis.call('HGET', KEYS[1], 'gap')
local answer = {}
for i = 1, #ARGV do
  answer[i] = (not gap or gap == '') and redis.call('HGET', KEYS[2], ARGV[i])
end
return answer
