// The balance of an account, in minor units, by two clients of Redis: node redis.mjs KEY redis://… rediss://… SENTINEL-PORT
import Redis from 'ioredis';
import { createClient, createSentinel } from 'redis';

const [, , key, plain, tls, sentinel] = process.argv;
const { username, password } = new URL(plain);
const sentinels = [{ host: '127.0.0.1', port: Number(sentinel) }];

for (const [way, options] of [
  ['password', plain],
  ['TLS', tls],
  ['Sentinel', { sentinels, name: 'view', username, password }],
]) {
  const client = new Redis(options);
  console.log(`ioredis ${way} ${(await client.hgetall(key)).b}`);
  await client.quit();
}

for (const [way, client] of [
  ['password', createClient({ url: plain })],
  ['TLS', createClient({ url: tls })],
  ['Sentinel', createSentinel({ name: 'view', sentinelRootNodes: sentinels, nodeClientOptions: { username, password } })],
]) {
  await client.connect();
  console.log(`node-redis ${way} ${(await client.hGetAll(key)).b}`);
  await client.close();
}
