// The balance of an account, in minor units, by two clients of Redis: node redis.mjs redis://localhost:6379 KEY
import Redis from 'ioredis';
import { createClient } from 'redis';

const [, , uri, key] = process.argv;

const ioredis = new Redis(uri);
console.log(`ioredis ${(await ioredis.hgetall(key)).b}`);
await ioredis.quit();

const client = createClient({ url: uri });
await client.connect();
console.log(`node-redis ${(await client.hGetAll(key)).b}`);
await client.close();
